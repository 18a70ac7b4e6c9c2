// All batches, newest first.
import { LitElement, html } from 'lit';
import { localized, number, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import { badge } from '../parts/badge.js';
import { empty, failure, loading } from '../parts/notes.js';
import { more, sheet, titles } from '../parts/sheet.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import { ago } from '../parts/times.js';
import * as api from './api.js';

class BatchList extends LitElement {
  static properties = {
    items: { state: true },
    next: { state: true },
    products: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, partStyles, tableStyles];

  constructor() {
    super();
    new SettingsController(this);
    this.products = [];
  }

  async connectedCallback() {
    super.connectedCallback();
    this.#read();
    this.products = await api.products().catch(() => []);
  }

  async #read(after) {
    try {
      const { items, next } = await api.list(after);
      this.items = after ? [...this.items, ...items] : items;
      this.next = next;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<div class="head">
        <h1>${t('production.heading')}</h1>
        <a class="button" href=${href('console', 'production', 'new')}>${t('production.create')}</a>
      </div>
      ${failure(this.problem)} ${this.items ? this.#table() : this.problem ? '' : loading()}`;
  }

  #table() {
    if (this.items.length === 0) {
      return empty(t('production.empty'));
    }
    return sheet({
      columns: titles('production.column', 'batch', 'product', 'devices', 'made', 'state'),
      rows: this.items.map((batch) => this.#row(batch)),
      foot: this.next && more(() => this.#read(this.next)),
    });
  }

  #row({ id, pattern, note, productId, count, createdAt, author, closedAt }) {
    const product = this.products.find((each) => each.id === productId);
    return html`<tr>
      <td>
        <a href=${href('console', 'production', id)}>${pattern}</a>
        <span class="soft">${note}</span>
      </td>
      <td data-label=${t('production.column.product')}>${localized(product?.name, productId)}</td>
      <td data-label=${t('production.column.devices')} class="numbers">${number(count, '', 0)}</td>
      <td data-label=${t('production.column.made')}>${t('production.by', { ago: ago(createdAt), author })}</td>
      <td data-label=${t('production.column.state')}>
        ${badge(closedAt ? '' : 'good', t(closedAt ? 'production.closed' : 'production.open'))}
      </td>
    </tr>`;
  }
}

customElements.define('st-batch-list', BatchList);
