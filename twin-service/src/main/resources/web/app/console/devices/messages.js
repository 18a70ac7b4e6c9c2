// What goes between a device and the service, as it happens and as it was kept.
import { LitElement, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { segments, tick } from '../parts/choices.js';
import { Feed } from '../parts/feed.js';
import { empty, failure } from '../parts/notes.js';
import { partStyles } from '../parts/styles.js';
import { exact } from '../parts/times.js';
import * as api from './api.js';
import { line } from './message.js';
import { messagesStyles } from './messages-styles.js';

// Older ones are with the kept messages.
const MOST = 1_000;
const KEPT_HOURS = 24;

class DeviceMessages extends LitElement {
  static properties = {
    device: { attribute: false },
    // Newest first.
    messages: { state: true },
    direction: { state: true },
    refused: { state: true },
    paused: { state: true },
    log: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, fields, partStyles, messagesStyles];

  #feed;
  // Those that came while it was paused.
  #held = [];

  constructor() {
    super();
    new SettingsController(this);
    this.messages = [];
    this.direction = '';
  }

  connectedCallback() {
    this.#feed ??= new Feed(this, api.messagesUrl(this.device), {
      read: () => this.#look(),
      heard: (message) => this.#heard(message),
    });
    super.connectedCallback();
    this.#kept();
  }

  async #kept() {
    try {
      const { items } = await api.messages(this.device);
      const oldest = this.messages.at(-1)?.at ?? '~';
      this.messages = [...this.messages, ...items.filter(({ at }) => at < oldest)].slice(0, MOST);
    } catch (problem) {
      this.problem = problem;
    }
  }

  // Whether the service answers, and whether it keeps what we watch.
  async #look() {
    try {
      this.log = await api.messageLog(this.device);
      return true;
    } catch {
      return false;
    }
  }

  #heard(message) {
    if (this.paused) {
      this.#held = [message, ...this.#held].slice(0, MOST);
      this.requestUpdate();
    } else {
      this.messages = [message, ...this.messages].slice(0, MOST);
    }
  }

  render() {
    const { connected } = this.#feed;
    return html`<div class="bar">
        <span class="live ${connected ? 'good' : 'bad'}" role="status">
          <i></i>${t(connected ? (this.paused ? 'devices.paused' : 'parts.live') : 'parts.lost')}
        </span>
        ${segments({
          name: 'direction',
          label: t('devices.direction'),
          hidden: true,
          value: this.direction,
          options: ['', 'up', 'down'].map((value) => ({ value, label: t(`devices.direction.${value || 'both'}`) })),
          pick: (direction) => (this.direction = direction),
        })}
        ${tick({ label: t('devices.refused'), checked: this.refused ?? false, pick: (on) => (this.refused = on) })}
        <button @click=${this.#pause}>
          ${this.paused ? t('devices.resume', { n: this.#held.length }) : t('devices.pause')}
        </button>
        ${this.#keeping()}
      </div>
      ${failure(this.problem)} ${this.#list()}`;
  }

  #keeping() {
    if (!this.log) {
      return nothing;
    }
    const { on, until } = this.log;
    return html`<span class="keeping soft">
      ${on ? t('devices.kept.until', { time: exact(until) }) : t('devices.kept.not')}
      <button class="quiet" @click=${() => this.#keep(!on)}>${t(on ? 'devices.kept.off' : 'devices.kept.on')}</button>
    </span>`;
  }

  #list() {
    const shown = this.messages.filter(
      ({ direction, refused }) =>
        (!this.direction || direction === this.direction) && (!this.refused || refused),
    );
    return shown.length === 0
      ? empty(t('devices.messages.none'))
      : html`<ol class="card log" aria-label=${t('devices.tab.messages')}>${shown.map(line)}</ol>`;
  }

  #pause = () => {
    this.paused = !this.paused;
    if (!this.paused) {
      this.messages = [...this.#held, ...this.messages].slice(0, MOST);
      this.#held = [];
    }
  };

  async #keep(on) {
    try {
      await (on ? api.keepMessages(this.device, KEPT_HOURS) : api.dropMessages(this.device));
      await this.#look();
    } catch (problem) {
      this.problem = problem;
    }
  }
}

customElements.define('st-device-messages', DeviceMessages);
