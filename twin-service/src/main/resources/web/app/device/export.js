// A socket's readings or energy of some days as a CSV file.
import { LitElement, html, nothing } from 'lit';
import { problemText, t } from '../i18n.js';
import { dateOf } from '../history/spans.js';
import { SettingsController } from '../settings.js';
import { field, fields } from '../ui/field.js';
import { select } from '../ui/select.js';
import { base, buttons } from '../ui/styles.js';
import * as api from './api.js';
import { settingsStyles } from './settings-styles.js';
import '../ui/choice.js';

const STEPS = { readings: ['', '1m', '1h', '1d'], energy: ['hour', 'day', 'month'] };
const DAY_MILLIS = 86_400_000;

class Export extends LitElement {
  static properties = {
    device: { attribute: false },
    // How the socket is called: so is the file.
    name: { attribute: false },
    draft: { state: true },
    errors: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  static styles = [base, buttons, fields, settingsStyles];

  constructor() {
    super();
    new SettingsController(this);
    this.errors = {};
    this.draft = {
      what: 'readings',
      from: dateOf(new Date(Date.now() - 7 * DAY_MILLIS)),
      to: dateOf(new Date()),
      step: '1h',
    };
  }

  render() {
    return html`<form class="card" novalidate @submit=${this.#save} @input=${this.#typed}>
      <h2>${t('device.export')}</h2>
      <st-choice
        .label=${t('device.export.what')}
        .value=${this.draft.what}
        .options=${Object.keys(STEPS).map((what) => ({ value: what, text: t(`device.export.${what}`) }))}
        @chosen=${({ detail: what }) => (this.draft = { ...this.draft, what, step: STEPS[what].at(-2) })}
      ></st-choice>
      <div class="row">${this.#date('from')} ${this.#date('to')}</div>
      ${field({
        name: 'step',
        label: t('device.export.step'),
        control: select(
          this.draft.step,
          STEPS[this.draft.what].map((step) => ({ value: step, text: t(`device.export.step.${step}`) })),
          (step) => (this.draft = { ...this.draft, step }),
        ),
      })}
      ${this.problem
        ? html`<p class="error" role="alert">${problemText(this.problem)}</p>`
        : nothing}
      <p class="done">
        <button class="primary" ?disabled=${this.busy}>${t('device.export.save')}</button>
      </p>
    </form>`;
  }

  #date(name) {
    return field({
      name,
      type: 'date',
      label: t(`device.export.${name}`),
      value: this.draft[name],
      max: dateOf(new Date()),
      errors: this.errors,
    });
  }

  #typed = ({ target }) => {
    if (target.name in this.draft) {
      this.draft = { ...this.draft, [target.name]: target.value };
    }
  };

  #save = async (event) => {
    event.preventDefault();
    const { what, from, to, step } = this.draft;
    this.errors = flaws(this.draft);
    if (Object.keys(this.errors).length > 0) {
      return;
    }
    this.busy = true;
    this.problem = undefined;
    try {
      const file = await api.exported(this.device, { what, step, ...bounds(this.draft) });
      download(file, `${this.name} ${from} ${to}.csv`);
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  };
}

// Energy goes by the device's days, readings by the reader's.
function bounds({ what, from, to }) {
  if (what === 'energy') {
    return { from, to };
  }
  const end = new Date(`${to}T00:00`);
  end.setDate(end.getDate() + 1);
  return { from: new Date(`${from}T00:00`).toISOString(), to: end.toISOString() };
}

function flaws({ from, to }) {
  const missing = { ...(from ? {} : { from: t('device.missing') }), ...(to ? {} : { to: t('device.missing') }) };
  return from && to && to < from ? { to: t('device.export.order') } : missing;
}

function download(file, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

customElements.define('st-device-export', Export);
