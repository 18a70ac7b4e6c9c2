// The devices of the service: the list, a new one, one of them.
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { addWords } from '../../i18n.js';
import { Section } from '../parts/section.js';
import words from './words.js';
import './device.js';
import './list.js';
import './new.js';

addWords(words);

class Devices extends Section {
  // devices, devices/new, devices/{productId}/{name}/{tab}
  render() {
    const [first, name, tab] = this.path;
    if (first === 'new') {
      return html`<st-device-new></st-device-new>`;
    }
    return name
      ? keyed(
          `${first}/${name}`,
          html`<st-device .device=${{ productId: first, name }} .tab=${tab}></st-device>`,
        )
      : html`<st-device-list></st-device-list>`;
  }
}

customElements.define('st-console-devices', Devices);
