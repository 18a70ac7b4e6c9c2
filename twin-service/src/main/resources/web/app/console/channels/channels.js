// Where alarms are told: the list, one channel, the log of messages.
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { addWords } from '../../i18n.js';
import { Section } from '../parts/section.js';
import words from './words.js';
import './editor.js';
import './list.js';
import './messages.js';

addWords(words);

class Channels extends Section {
  // channels, channels/new/{kind}, channels/messages/{channel}, channels/{id}
  render() {
    const [first, second] = this.path;
    if (first === 'messages') {
      return html`<st-messages .channelId=${second ?? ''}></st-messages>`;
    }
    return first
      ? keyed(
          `${first}/${second}`,
          html`<st-channel-editor .channelId=${first} .kind=${second}></st-channel-editor>`,
        )
      : html`<st-channel-list></st-channel-list>`;
  }
}

customElements.define('st-console-channels', Channels);
