// All flows: what they look for, whether they run, what they found.
import { LitElement, css, html, nothing } from 'lit';
import { localized, problemText, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { choice, segments } from '../parts/choices.js';
import { Poll } from '../parts/poll.js';
import { Question } from '../parts/question.js';
import { severityBadge } from '../parts/severity.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import { ago, exact } from '../parts/times.js';
import * as api from './api.js';
import { productName } from './columns.js';
import { MODES, contentOf } from './draft.js';
import { inSentence } from './sentence.js';

const EVERY_MILLIS = 5_000;

class FlowList extends LitElement {
  static properties = {
    flows: { state: true },
    products: { state: true },
    activity: { state: true },
    productId: { state: true },
    mode: { state: true },
    problem: { state: true },
  };

  static styles = [
    base,
    buttons,
    fields,
    partStyles,
    tableStyles,
    css`
      td:first-child {
        max-width: 420px;
      }
      .open {
        color: var(--bad);
        font-weight: 700;
      }
    `,
  ];

  #question = new Question(this);
  #poll = new Poll(this, EVERY_MILLIS, () => this.#load());

  constructor() {
    super();
    new SettingsController(this);
    this.productId = '';
    this.mode = '';
  }

  async #load() {
    try {
      this.products ??= await api.products();
      const [activity, first] = await Promise.all([api.activity(), api.list(0)]);
      this.flows = first.items;
      for (let page = 1; this.flows.length < first.total && page * first.size < first.total; page++) {
        this.flows = [...this.flows, ...(await api.list(page)).items];
      }
      this.activity = new Map(activity.map((each) => [each.flowId, each]));
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<div class="head">
        <h1>${t('flows.heading')}</h1>
        <a class="button" href=${href('console', 'flows', 'new')}>${t('flows.create')}</a>
      </div>
      ${this.problem ? html`<p class="error" role="alert">${problemText(this.problem)}</p>` : nothing}
      ${this.flows ? html`${this.#filters()}${this.#table()}` : html`<p class="soft" role="status">${t('loading')}</p>`}
      ${this.#question.render()}`;
  }

  #filters() {
    const every = [{ value: '', label: t('parts.all') }];
    return html`<div class="bar">
      ${segments({
        name: 'mode',
        label: t('flows.mode'),
        value: this.mode,
        options: [...every, ...MODES.map((mode) => ({ value: mode, label: t(`flows.mode.${mode}`) }))],
        pick: (mode) => (this.mode = mode),
      })}
      ${this.products.length > 1
        ? field({
            name: 'product',
            label: t('parts.product'),
            control: choice(
              this.productId,
              [...every, ...this.products.map(({ id, name }) => ({ value: id, label: localized(name, id) }))],
              (id) => (this.productId = id),
            ),
          })
        : nothing}
    </div>`;
  }

  #table() {
    const shown = this.flows.filter(
      ({ productId, mode }) =>
        (!this.productId || productId === this.productId) && (!this.mode || (mode ?? 'off') === this.mode),
    );
    if (shown.length === 0) {
      return html`<p class="card empty soft">${t(this.flows.length === 0 ? 'flows.empty' : 'flows.nonesuch')}</p>`;
    }
    return html`<div class="card sheet"><table>
      <thead><tr>
        ${['flow', 'severity', 'open', 'last', 'mode'].map((column) => html`<th scope="col">${t(`flows.column.${column}`)}</th>`)}
      </tr></thead>
      <tbody>${shown.map((flow) => this.#row(flow))}</tbody>
    </table></div>`;
  }

  #row(flow) {
    const { open = 0, lastRaisedAt } = this.activity.get(flow.id) ?? {};
    const template = this.products.find(({ id }) => id === flow.productId)?.template;
    const name = localized(flow.name, flow.id);
    return html`<tr>
      <td><a href=${href('console', 'flows', flow.id)}>${name}</a>
        <span class="soft">${inSentence(flow, template)}${this.products.length > 1
          ? ` · ${productName(this.products, flow.productId)}` : ''}</span>
        ${flow.flaws?.length > 0 ? html`<span class="error">${t('flows.flawed')}</span>` : nothing}</td>
      <td data-label=${t('flows.column.severity')}>${severityBadge(flow.severity)}</td>
      <td data-label=${t('flows.column.open')} class="numbers">${open > 0
        ? html`<a class="open" href=${href('console', 'alarms', 'flow', flow.id)}>${open}</a>` : '0'}</td>
      <td data-label=${t('flows.column.last')}>${lastRaisedAt
        ? html`<span title=${exact(lastRaisedAt)}>${ago(lastRaisedAt)}</span>` : t('parts.never')}</td>
      <td data-label=${t('flows.column.mode')}>${segments({
        name: `mode-${flow.id}`,
        label: t('flows.mode.of', { name }),
        hidden: true,
        value: flow.mode ?? 'off',
        options: MODES.map((mode) => ({ value: mode, label: t(`flows.mode.${mode}`), tone: { live: 'on' }[mode] ?? mode })),
        pick: (mode) => this.#switch(flow, mode),
      })}</td>
    </tr>`;
  }

  async #switch(flow, mode) {
    const { open } = this.activity.get(flow.id) ?? {};
    const question = {
      heading: t('flows.mode.ends', { name: localized(flow.name, flow.id) }),
      text: t('flows.mode.ends.text', { n: open }),
      yes: t('flows.mode.ends.yes'),
    };
    if (open > 0 && !(await this.#question.ask(question))) {
      this.flows = [...this.flows];
      return;
    }
    try {
      const changed = await api.change(flow, { ...contentOf(flow), mode });
      this.flows = this.flows.map((each) => (each.id === flow.id ? changed : each));
      await this.#poll.now();
    } catch (problem) {
      this.flows = [...this.flows];
      this.problem = problem;
    }
  }
}

customElements.define('st-flow-list', FlowList);
