// All products.
import { LitElement, html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import { empty, failure, loading } from '../parts/notes.js';
import { sheet, titles } from '../parts/sheet.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import * as api from './api.js';

class ProductList extends LitElement {
  static properties = { items: { state: true }, problem: { state: true } };

  static styles = [base, buttons, partStyles, tableStyles];

  constructor() {
    super();
    new SettingsController(this);
  }

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.items = await api.list();
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<div class="head">
        <h1>${t('products.heading')}</h1>
        <a class="button" href=${href('console', 'products', 'new')}>${t('products.create')}</a>
      </div>
      ${failure(this.problem)} ${this.items ? this.#table() : this.problem ? nothing : loading()}`;
  }

  #table() {
    if (this.items.length === 0) {
      return empty(t('products.empty'));
    }
    return sheet({
      columns: titles('products.column', 'name', 'properties', 'version', 'registration'),
      rows: this.items.map(
        ({ id, name, template, templateVersion, registration }) => html`<tr>
          <td>
            <a href=${href('console', 'products', id)}>${localized(name, id)}</a>
            <span class="soft">${id}</span>
          </td>
          <td data-label=${t('products.column.properties')} class="numbers">${template.properties.length}</td>
          <td data-label=${t('products.column.version')} class="numbers">${templateVersion}</td>
          <td data-label=${t('products.column.registration')}>${t(`products.registration.${registration}`)}</td>
        </tr>`,
      ),
    });
  }
}

customElements.define('st-product-list', ProductList);
