// What devices are to do at their time: the list, or one timer.
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { addWords } from '../../i18n.js';
import { Section } from '../parts/section.js';
import words from './words.js';
import './editor.js';
import './list.js';

addWords(words);

class Timers extends Section {
  // timers, timers/new, timers/{id}
  render() {
    const [id] = this.path;
    return id
      ? keyed(id, html`<st-timer-page .timerId=${id}></st-timer-page>`)
      : html`<st-timer-list></st-timer-list>`;
  }
}

customElements.define('st-console-timers', Timers);
