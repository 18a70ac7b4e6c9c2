// The products: the list, a new one, one of them.
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { addWords } from '../../i18n.js';
import { Section } from '../parts/section.js';
import words from './words.js';
import './list.js';
import './new.js';
import './product.js';

addWords(words);

class Products extends Section {
  // products, products/new, products/{id}/{tab}
  render() {
    const [first, tab] = this.path;
    if (first === 'new') {
      return html`<st-product-new></st-product-new>`;
    }
    return first
      ? keyed(first, html`<st-product .productId=${first} .tab=${tab}></st-product>`)
      : html`<st-product-list></st-product-list>`;
  }
}

customElements.define('st-console-products', Products);
