// The flow, as it is edited, over what was recorded; compared with what was, or with what it said before.
import { LitElement, html, nothing } from 'lit';
import { number, problemText, t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { errorsOf, field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { choice, segments } from '../parts/choices.js';
import { inWords } from '../parts/durations.js';
import { textInput } from '../parts/inputs.js';
import { partStyles } from '../parts/styles.js';
import { instantOf, localText } from '../parts/times.js';
import '../parts/device-input.js';
import * as api from './api.js';
import { backTestStyles } from './back-test-styles.js';
import { compared, flat } from './comparing.js';
import { references } from './references.js';
import './findings.js';

const DAY_MILLIS = 86_400_000;
const RANGES = { day: 1, week: 7, month: 31 };
const RANGE_NAMES = [...Object.keys(RANGES), 'own'];
const FIELDS = ['from', 'until', 'devices', 'flow'];

class FlowBackTest extends LitElement {
  static properties = {
    // As saved; undefined if it is new.
    flow: { attribute: false },
    // As edited.
    draft: { attribute: false },
    range: { state: true },
    from: { state: true },
    until: { state: true },
    devices: { state: true },
    with: { state: true },
    others: { state: true },
    versions: { state: true },
    busy: { state: true },
    result: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, fields, partStyles, backTestStyles];

  constructor() {
    super();
    new SettingsController(this);
    this.range = 'week';
    this.devices = [];
    this.with = '';
    this.others = [];
    this.versions = [];
    this.until = localText(Date.now());
    this.from = localText(Date.now() - RANGES.week * DAY_MILLIS);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  // What there is to compare with; without it there is still the test.
  async #look() {
    const [flows, versions] = await Promise.all([
      api.list(0, this.draft.productId).catch(() => ({ items: [] })),
      this.flow ? api.versions(this.flow.id).catch(() => []) : [],
    ]);
    this.others = flows.items;
    this.versions = versions;
  }

  render() {
    return html`<section class="card form">
        <p class="soft">${t('flows.test.hint')}</p>
        <div class="row">
          ${segments({
            name: 'range',
            label: t('flows.test.range'),
            value: this.range,
            options: RANGE_NAMES.map((range) => ({ value: range, label: t(`flows.test.${range}`) })),
            pick: (range) => (this.range = range),
          })}
          ${this.range === 'own' ? this.#span() : nothing}
        </div>
        <div class="row">
          <st-device-input class="field" .label=${t('flows.test.devices')} .productId=${this.draft.productId}
            .value=${this.devices} .error=${this.#errors.devices}
            @changed=${({ detail }) => (this.devices = detail)}></st-device-input>
          ${field({
            name: 'with',
            label: t('flows.test.with'),
            control: choice(this.with, references(this), (value) => (this.with = value)),
          })}
        </div>
        <div class="row run">
          <button class="primary" ?disabled=${this.busy} @click=${this.#run}>
            ${t(this.busy ? 'flows.test.running' : 'flows.test.run')}
          </button>
          <span class="soft" role="status">${this.result ? this.#summary() : nothing}</span>
        </div>
        ${this.problem ? html`<p class="error" role="alert">${this.#problemText()}</p>` : nothing}
      </section>
      ${this.result ? html`<st-flow-findings .result=${this.result}></st-flow-findings>` : nothing}`;
  }

  get #errors() {
    return this.problem ? errorsOf(this.problem, FIELDS) : {};
  }

  #problemText() {
    const { from, until, devices, ...rest } = this.#errors;
    return Object.values(rest)[0] ?? problemText(this.problem);
  }

  #span() {
    const input = (member) =>
      textInput(this[member], (text) => (this[member] = text), { type: 'datetime-local', settled: true });
    return ['from', 'until'].map((member) =>
      field({ name: member, label: t(`flows.test.${member}`), errors: this.#errors, control: input(member) }),
    );
  }

  #time() {
    if (this.range === 'own') {
      return { from: instantOf(this.from), until: instantOf(this.until) };
    }
    const now = Date.now();
    const from = now - RANGES[this.range] * DAY_MILLIS;
    return { from: new Date(from).toISOString(), until: new Date(now).toISOString() };
  }

  #run = async () => {
    const { from, until } = this.#time();
    const [kind, reference] = this.with.split(/:(.*)/);
    const devices = this.devices.length > 0 ? this.devices : undefined;
    const test = (flow, compareWith) => api.backTest({ flow, from, until, compareWith, devices });
    this.busy = true;
    this.problem = undefined;
    try {
      const mine = await test(this.draft, kind === 'flow' ? reference : undefined);
      const version = this.versions.find(({ number }) => kind === 'version' && String(number) === reference);
      const before = version && (await test(version.content));
      const comparison = before ? compared(flat(before.alarms), flat(mine.alarms)) : mine.comparison;
      this.result = { ...mine, comparison, from, until };
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  };

  #summary() {
    const { total, devices, inputs, milliseconds, complete } = this.result;
    const values = { total, devices, inputs: number(inputs, '', 0), time: inWords(milliseconds) };
    const text = t('flows.test.summary', values);
    return complete ? text : `${text} ${t('flows.test.incomplete')}`;
  }
}

customElements.define('st-flow-back-test', FlowBackTest);
