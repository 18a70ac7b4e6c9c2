// The products: the list, a new one, one of them.
import { LitElement, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { addWords } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base } from '../../ui/styles.js';
import '../parts/words.js';
import words from './words.js';
import './list.js';
import './new.js';
import './product.js';

addWords(words);

class Products extends LitElement {
  static properties = { path: { attribute: false } };

  static styles = [base];

  constructor() {
    super();
    new SettingsController(this);
  }

  // products, products/new, products/{id}/{tab}
  render() {
    const [first, tab] = this.path ?? [];
    if (first === 'new') {
      return html`<st-product-new></st-product-new>`;
    }
    return first
      ? keyed(first, html`<st-product .productId=${first} .tab=${tab}></st-product>`)
      : html`<st-product-list></st-product-list>`;
  }
}

customElements.define('st-console-products', Products);
