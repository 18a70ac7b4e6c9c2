// All flows: what they look for, whether they run, what they found.
import { LitElement, css, html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { empty, failure, loading } from '../parts/notes.js';
import { Poll } from '../parts/poll.js';
import { Question } from '../parts/question.js';
import { sheet, titles } from '../parts/sheet.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import * as api from './api.js';
import { contentOf } from './draft.js';
import { filters, row } from './rows.js';

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
      ${failure(this.problem)}
      ${this.flows ? html`${filters(this)} ${this.#table()}` : this.problem ? nothing : loading()}
      ${this.#question.render()}`;
  }

  #table() {
    const shown = this.flows.filter(
      ({ productId, mode }) =>
        (!this.productId || productId === this.productId) && (!this.mode || (mode ?? 'off') === this.mode),
    );
    if (shown.length === 0) {
      return empty(t(this.flows.length === 0 ? 'flows.empty' : 'flows.nonesuch'));
    }
    return sheet({
      columns: titles('flows.column', 'flow', 'severity', 'open', 'last', 'mode'),
      rows: shown.map((flow) => row(flow, this, (mode) => this.#switch(flow, mode))),
    });
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
