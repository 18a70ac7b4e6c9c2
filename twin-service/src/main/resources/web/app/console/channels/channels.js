// Where alarms are told: the list, one channel, the log of messages.
import { LitElement, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { addWords } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base } from '../../ui/styles.js';
import '../parts/words.js';
import words from './words.js';
import './editor.js';
import './list.js';
import './messages.js';

addWords(words);

class Channels extends LitElement {
  static properties = { path: { attribute: false } };

  static styles = [base];

  constructor() {
    super();
    new SettingsController(this);
  }

  // channels, channels/new/{kind}, channels/messages/{channel}, channels/{id}
  render() {
    const [first, second] = this.path ?? [];
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
