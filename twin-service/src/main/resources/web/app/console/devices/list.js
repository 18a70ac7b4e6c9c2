// All devices: only what is seen is drawn, so that tens of thousands scroll.
import { LitElement, html, nothing } from 'lit';
import { localized, number, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { empty, failure, loading } from '../parts/notes.js';
import { Poll } from '../parts/poll.js';
import { partStyles } from '../parts/styles.js';
import * as api from './api.js';
import { filters } from './filters.js';
import { listStyles } from './list-styles.js';
import { Rows, keyOf } from './rows.js';
import { head, row, waiting } from './row.js';
import './bulk.js';

// Drawn beyond what is seen, above and below.
const SPARE = 8;
// What is in sight is asked for again.
const AGAIN_MILLIS = 10_000;

class DeviceList extends LitElement {
  static properties = {
    filter: { state: true },
    // Their keys; "all" that satisfy the filter.
    chosen: { state: true },
    products: { state: true },
    groups: { state: true },
    first: { state: true },
    count: { state: true },
  };

  static styles = [base, buttons, fields, partStyles, listStyles];

  #rows = new Rows(() => this.requestUpdate());
  #timer;
  #resized = new ResizeObserver(() => this.#look());

  constructor() {
    super();
    new SettingsController(this);
    new Poll(this, AGAIN_MILLIS, () => this.#rows.refresh(this.first, this.first + this.count));
    Object.assign(this, { filter: {}, chosen: new Set(), products: [], groups: [], first: 0, count: 30 });
  }

  async connectedCallback() {
    super.connectedCallback();
    this.#rows.begin(this.filter);
    const none = () => [];
    [this.products, this.groups] = await Promise.all([api.products().catch(none), api.groups().catch(none)]);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#resized.disconnect();
  }

  #narrow(change, millis = 0) {
    this.filter = { ...this.filter, ...change };
    this.chosen = new Set();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#begin(), millis);
  }

  #begin = () => {
    this.first = 0;
    this.renderRoot.querySelector('.rows')?.scrollTo(0, 0);
    this.#rows.begin(this.filter);
  };

  get #pane() {
    return this.renderRoot.querySelector('.rows');
  }

  get #height() {
    return Number.parseInt(getComputedStyle(this.#pane).getPropertyValue('--row'), 10);
  }

  // Which rows are in sight; those not read yet are asked for.
  #look = () => {
    const pane = this.#pane;
    if (pane) {
      this.first = Math.max(0, Math.floor(pane.scrollTop / this.#height) - SPARE);
      this.count = Math.ceil(pane.clientHeight / this.#height) + 2 * SPARE;
      this.#rows.until(Math.min(this.first + this.count, this.#rows.total - 1));
    }
  };

  updated() {
    const pane = this.#pane;
    if (pane) {
      this.#resized.observe(pane);
      pane.style.setProperty('--space', `${this.#rows.total * this.#height}px`);
      pane.style.setProperty('--above', `${this.first * this.#height}px`);
    }
  }

  render() {
    const { total, problem } = this.#rows;
    return html`<div class="head">
        <h1>${t('devices.heading')}</h1>
        <span class="soft numbers" role="status">${total === undefined ? '' : t('devices.total', { n: number(total, '', 0) })}</span>
        <a class="button" href=${href('console', 'devices', 'new')}>${t('devices.create')}</a>
      </div>
      ${filters(this, (change, millis) => this.#narrow(change, millis))}
      ${this.chosen.size > 0 ? this.#bulk() : nothing}
      ${failure(problem)} ${total === undefined ? (problem ? nothing : loading()) : this.#table()}`;
  }

  #bulk() {
    return html`<st-device-bulk .chosen=${[...this.chosen]} .filter=${this.filter} .total=${this.#rows.total}
      .groups=${this.groups} @done=${() => {
        this.chosen = new Set();
        this.#rows.begin(this.filter);
      }}></st-device-bulk>`;
  }

  #table() {
    const { items, total } = this.#rows;
    if (total === 0) {
      return empty(t(Object.values(this.filter).some(Boolean) ? 'devices.none' : 'devices.empty'));
    }
    const last = Math.min(this.first + this.count, total);
    const drawn = Array.from({ length: Math.max(0, last - this.first) }, (_, i) => this.first + i);
    return html`<div class="card rows" role="table" tabindex="0" aria-label=${t('devices.heading')}
      aria-rowcount=${total + 1} @scroll=${this.#look}>
      ${head()}
      <div class="space" role="rowgroup">
        <div class="drawn" role="presentation">
          ${drawn.map((index) => (items[index] ? this.#row(items[index], index) : waiting(index)))}
        </div>
      </div>
    </div>`;
  }

  #row(device, index) {
    const product = this.products.find(({ id }) => id === device.productId);
    const key = keyOf(device);
    return row(device, index, {
      product: localized(product?.name, device.productId),
      chosen: this.chosen.has(key),
      choose: (on) => {
        const chosen = new Set(this.chosen);
        chosen[on ? 'add' : 'delete'](key);
        this.chosen = chosen;
      },
    });
  }
}

customElements.define('st-device-list', DeviceList);
