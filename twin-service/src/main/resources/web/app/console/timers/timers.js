// What devices are to do at their time: the list, or one timer.
import { LitElement, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { addWords } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base } from '../../ui/styles.js';
import '../parts/words.js';
import words from './words.js';
import './editor.js';
import './list.js';

addWords(words);

class Timers extends LitElement {
  static properties = { path: { attribute: false } };

  static styles = [base];

  constructor() {
    super();
    new SettingsController(this);
  }

  // timers, timers/new, timers/{id}
  render() {
    const [id] = this.path ?? [];
    return id
      ? keyed(id, html`<st-timer-editor .timerId=${id}></st-timer-editor>`)
      : html`<st-timer-list></st-timer-list>`;
  }
}

customElements.define('st-console-timers', Timers);
