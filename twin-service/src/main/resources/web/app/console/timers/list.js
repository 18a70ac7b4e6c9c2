// The timers of all devices.
import { LitElement, html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { choice, segments } from '../parts/choices.js';
import { textInput } from '../parts/inputs.js';
import { empty, failure, loading } from '../parts/notes.js';
import { more, sheet, titles } from '../parts/sheet.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import * as api from './api.js';
import { row } from './row.js';

const TYPING_MILLIS = 300;

class TimerList extends LitElement {
  static properties = {
    filter: { state: true },
    items: { state: true },
    next: { state: true },
    products: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, fields, partStyles, tableStyles];

  #timer;

  constructor() {
    super();
    new SettingsController(this);
    this.filter = {};
    this.products = [];
  }

  async connectedCallback() {
    super.connectedCallback();
    this.#read();
    this.products = await api.products().catch(() => []);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #read(after) {
    const { filter } = this;
    try {
      const found = await api.list(filter, after);
      if (filter === this.filter) {
        this.items = after ? [...this.items, ...found.items] : found.items;
        this.next = found.next;
        this.problem = undefined;
      }
    } catch (problem) {
      this.problem = problem;
    }
  }

  #narrow(change, millis = 0) {
    this.filter = { ...this.filter, ...change };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#read(), millis);
  }

  render() {
    return html`<div class="head">
        <h1>${t('timers.heading')}</h1>
        <a class="button" href=${href('console', 'timers', 'new')}>${t('timers.create')}</a>
      </div>
      ${this.#filters()}
      ${failure(this.problem)} ${this.items ? this.#table() : loading()}`;
  }

  #filters() {
    const { enabled, q, name, productId } = this.filter;
    const all = { value: '', label: t('parts.all') };
    const text = (key, label, value) =>
      field({
        name: key,
        label,
        control: textInput(value, (typed) => this.#narrow({ [key]: typed.trim() }, TYPING_MILLIS), {
          type: 'search',
          maxlength: 64,
        }),
      });
    return html`<div class="bar">
      ${segments({
        name: 'enabled',
        label: t('timers.state'),
        value: enabled ?? '',
        options: [all, { value: 'true', label: t('timers.on') }, { value: 'false', label: t('timers.off') }],
        pick: (value) => this.#narrow({ enabled: value }),
      })}
      ${text('q', t('timers.name'), q)} ${text('name', t('parts.device'), name)}
      ${this.products.length > 1
        ? field({
            name: 'product',
            label: t('parts.product'),
            control: choice(
              productId,
              [all, ...this.products.map(({ id, name: names }) => ({ value: id, label: localized(names, id) }))],
              (id) => this.#narrow({ productId: id }),
            ),
          })
        : nothing}
    </div>`;
  }

  #table() {
    if (this.items.length === 0) {
      return empty(t(Object.values(this.filter).some(Boolean) ? 'timers.none' : 'timers.empty'));
    }
    return sheet({
      columns: titles('timers.column', 'name', 'when', 'devices', 'next', 'state'),
      rows: this.items.map((timer) => row(timer, (on) => this.#switch(timer, on))),
      foot: this.next && more(() => this.#read(this.next)),
    });
  }

  async #switch(timer, enabled) {
    try {
      const changed = await api.change(timer, { enabled });
      this.items = this.items.map((each) => (each.id === changed.id ? changed : each));
      this.problem = undefined;
    } catch (problem) {
      this.items = [...this.items];
      this.problem = problem;
    }
  }
}

customElements.define('st-timer-list', TimerList);
