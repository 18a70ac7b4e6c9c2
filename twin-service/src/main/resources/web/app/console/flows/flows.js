// Alarm rules: the list, or one of them.
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { addWords } from '../../i18n.js';
import { Section } from '../parts/section.js';
import words from './words.js';
import './editor.js';
import './list.js';

addWords(words);

class Flows extends Section {
  render() {
    const [id, tab] = this.path;
    return id
      ? keyed(id, html`<st-flow-editor .flowId=${id} .tab=${tab}></st-flow-editor>`)
      : html`<st-flow-list></st-flow-list>`;
  }
}

customElements.define('st-console-flows', Flows);
