// One product: its data template, the layout of its panel, older versions, its settings.
import { LitElement, html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import { failure, loading } from '../parts/notes.js';
import { partStyles } from '../parts/styles.js';
import { tabStyles } from '../parts/tab-styles.js';
import * as api from './api.js';
import './panel.js';
import './settings.js';
import './template.js';
import './versions.js';

// Somebody else was faster.
const CONFLICT = 'changed-meanwhile';
const TABS = ['template', 'panel', 'versions', 'settings'];

class Product extends LitElement {
  static properties = {
    productId: { attribute: false },
    tab: { attribute: false },
    product: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, partStyles, tabStyles];

  constructor() {
    super();
    new SettingsController(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  async #read() {
    try {
      this.product = await api.get(this.productId);
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  // work: resolves to the product as it is then, and so does this. Who had an outdated one has that of now to try again with.
  #change = async (work) => {
    try {
      return (this.product = await work());
    } catch (problem) {
      if (problem.code === CONFLICT) {
        await this.#read();
      }
      throw problem;
    }
  };

  render() {
    return html`<a class="back" href=${href('console', 'products')}>${icons.back}${t('products.all')}</a>
      ${failure(this.problem)} ${this.product ? this.#page() : this.problem ? nothing : loading()}`;
  }

  #page() {
    const { id, name } = this.product;
    const chosen = TABS.includes(this.tab) ? this.tab : TABS[0];
    return html`<div class="head"><h1>${localized(name, id)}</h1><span class="soft">${id}</span></div>
      <nav class="tabs" aria-label=${localized(name, id)}>
        ${TABS.map(
          (tab) => html`<a href=${href('console', 'products', id, tab)}
            aria-current=${tab === chosen ? 'page' : nothing}>${t(`products.tab.${tab}`)}</a>`,
        )}
      </nav>
      ${this.#tab(chosen)}`;
  }

  #tab(chosen) {
    const { product } = this;
    switch (chosen) {
      case 'panel':
        return html`<st-product-panel .product=${product} .change=${this.#change}></st-product-panel>`;
      case 'versions':
        return html`<st-template-versions .product=${product} .change=${this.#change}></st-template-versions>`;
      case 'settings':
        return html`<st-product-settings .product=${product} .change=${this.#change}></st-product-settings>`;
      default:
        return html`<st-product-template .product=${product} .change=${this.#change}></st-product-template>`;
    }
  }
}

customElements.define('st-product', Product);
