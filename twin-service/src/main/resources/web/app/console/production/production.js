// Batches of credentials for the production line: the list, a new one, one of them.
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { addWords } from '../../i18n.js';
import { Section } from '../parts/section.js';
import words from './words.js';
import './batch.js';
import './list.js';
import './new.js';

addWords(words);

class Production extends Section {
  // production, production/new, production/{id}
  render() {
    const [first] = this.path;
    if (first === 'new') {
      return html`<st-batch-new></st-batch-new>`;
    }
    return first
      ? keyed(first, html`<st-batch .batchId=${first}></st-batch>`)
      : html`<st-batch-list></st-batch-list>`;
  }
}

customElements.define('st-console-production', Production);
