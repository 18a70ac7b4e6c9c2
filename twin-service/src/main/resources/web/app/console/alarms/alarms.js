// Alarms: the live list, or one of them.
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { addWords } from '../../i18n.js';
import { Section } from '../parts/section.js';
import words from './words.js';
import './alarm.js';
import './list.js';

addWords(words);

class Alarms extends Section {
  // alarms, alarms/{id}, alarms/flow/{id of a flow}, alarms/flow/{id of a flow}/shadow
  render() {
    const [first, second, third] = this.path;
    if (first && first !== 'flow') {
      return keyed(first, html`<st-alarm .alarmId=${first}></st-alarm>`);
    }
    return html`<st-alarm-list .flowId=${second ?? ''} ?shadow=${third === 'shadow'}></st-alarm-list>`;
  }
}

customElements.define('st-console-alarms', Alarms);
