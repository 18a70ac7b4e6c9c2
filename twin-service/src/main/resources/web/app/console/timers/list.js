// The timers of all devices.
import { LitElement, html, nothing } from 'lit';
import { localized, problemText, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { choice, segments } from '../parts/choices.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import { ago, exact } from '../parts/times.js';
import * as api from './api.js';
import { inWords } from './draft.js';

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
      ${this.problem ? html`<p class="error" role="alert">${problemText(this.problem)}</p>` : nothing}
      ${this.items ? this.#table() : html`<p class="soft" role="status">${t('loading')}</p>`}`;
  }

  #filters() {
    const { enabled, q, name, productId } = this.filter;
    const all = { value: '', label: t('parts.all') };
    const text = (key, label, value) =>
      field({
        name: key,
        label,
        control: ({ id }) => html`<input id=${id} type="search" maxlength="64" .value=${value ?? ''}
          @input=${({ target }) => this.#narrow({ [key]: target.value.trim() }, TYPING_MILLIS)} />`,
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
              [all, ...this.products.map((product) => ({ value: product.id, label: localized(product.name, product.id) }))],
              (id) => this.#narrow({ productId: id }),
            ),
          })
        : nothing}
    </div>`;
  }

  #table() {
    if (this.items.length === 0) {
      const any = Object.values(this.filter).some(Boolean);
      return html`<p class="card empty soft">${t(any ? 'timers.none' : 'timers.empty')}</p>`;
    }
    return html`<div class="card sheet"><table>
        <thead><tr>
          ${['name', 'when', 'devices', 'next', 'state'].map((column) => html`<th scope="col">${t(`timers.column.${column}`)}</th>`)}
        </tr></thead>
        <tbody>${this.items.map((timer) => this.#row(timer))}</tbody>
      </table>
      ${this.next
        ? html`<p class="foot"><button class="quiet" @click=${() => this.#read(this.next)}>${t('parts.more')}</button></p>`
        : nothing}
    </div>`;
  }

  #row(timer) {
    const { id, name, rule, actions, nextAt, enabled, timeZone } = timer;
    const [first, ...others] = actions;
    return html`<tr>
      <td><a href=${href('console', 'timers', id)}>${name}</a></td>
      <td data-label=${t('timers.column.when')}><span>${inWords(rule)}${timeZone ? html`<span class="soft">${timeZone}</span>` : nothing}</span></td>
      <td data-label=${t('timers.column.devices')}>${first?.name}${others.length > 0 ? t('timers.others', { n: others.length }) : ''}</td>
      <td data-label=${t('timers.column.next')}>${nextAt ? html`<span title=${exact(nextAt)}>${ago(nextAt)}</span>` : '–'}</td>
      <td data-label=${t('timers.column.state')}>${segments({
        name: `enabled-${id}`,
        label: t('timers.state.of', { name }),
        hidden: true,
        value: enabled,
        options: [{ value: false, label: t('timers.off') }, { value: true, label: t('timers.on'), tone: 'on' }],
        pick: (on) => this.#switch(timer, on),
      })}</td>
    </tr>`;
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
