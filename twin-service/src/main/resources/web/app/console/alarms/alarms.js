// Alarms: the live list, or one of them.
import { LitElement, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { addWords } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base } from '../../ui/styles.js';
import '../parts/words.js';
import words from './words.js';
import './alarm.js';
import './list.js';

addWords(words);

class Alarms extends LitElement {
  static properties = { path: { attribute: false } };

  static styles = [base];

  constructor() {
    super();
    new SettingsController(this);
  }

  // alarms, alarms/{id}, alarms/flow/{id of a flow}, alarms/flow/{id of a flow}/shadow
  render() {
    const [first, second, third] = this.path ?? [];
    if (first && first !== 'flow') {
      return keyed(first, html`<st-alarm .alarmId=${first}></st-alarm>`);
    }
    return html`<st-alarm-list .flowId=${second ?? ''} ?shadow=${third === 'shadow'}></st-alarm-list>`;
  }
}

customElements.define('st-console-alarms', Alarms);
