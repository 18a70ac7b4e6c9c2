// The socket's own countdown: it toggles the switch when it ends, with or without the service.
import { LitElement, css, html, nothing } from 'lit';
import { clock, t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { base, buttons } from './styles.js';
import { Ticker } from './ticker.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const PRESETS = [5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 8 * HOUR];

class Countdown extends LitElement {
  static properties = {
    on: { attribute: false },
    // The seconds left, and when they were: { value, at }.
    reported: { attribute: false },
    wanted: { attribute: false },
    online: { type: Boolean },
    readonly: { type: Boolean },
  };

  static styles = [
    base,
    buttons,
    css`
      .presets {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: 8px;
        margin-top: 12px;
      }
      .presets button {
        padding: 0 4px;
      }
      .running {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        /* As high as the presets, so that nothing jumps. */
        min-height: calc(2 * var(--touch) + 8px);
        margin-top: 12px;
      }
      .left {
        font-size: 2.5rem;
        font-weight: 650;
        font-variant-numeric: tabular-nums;
        letter-spacing: -0.02em;
        line-height: 1.1;
      }
      h2 {
        font-size: 1rem;
        font-weight: 600;
      }
      header {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 12px;
      }
    `,
  ];

  #heardAt = 0;

  constructor() {
    super();
    new SettingsController(this);
    new Ticker(this);
  }

  willUpdate(changed) {
    if (changed.has('reported') && this.reported?.at !== changed.get('reported')?.at) {
      // By this machine's clock: the socket's may be wrong.
      this.#heardAt = Date.now();
    }
  }

  // Sockets report every few seconds; between two reports we count ourselves.
  get #seconds() {
    const passed = this.online ? Math.floor((Date.now() - this.#heardAt) / 1000) : 0;
    const left = this.reported?.value ?? 0;
    // Only the socket says that it is over.
    return left > 0 ? Math.max(1, left - passed) : 0;
  }

  render() {
    const running = this.reported?.value > 0;
    return html`
      <header>
        <h2>${t('countdown.title')}</h2>
        <span class="soft" role="status">${this.#state(running)}</span>
      </header>
      ${running ? this.#running() : this.#presets()}
    `;
  }

  #state(running) {
    if (!this.online) {
      return t('countdown.offline');
    }
    if (this.wanted !== undefined) {
      return t('countdown.pending');
    }
    return t(`countdown.${running ? 'running' : 'idle'}.${this.on ? 'on' : 'off'}`);
  }

  #running() {
    return html`<div class="running">
      <span class="left" role="timer">${clock(this.#seconds)}</span>
      ${this.readonly
        ? nothing
        : html`<button ?disabled=${this.#idle} @click=${() => this.#want(0)}>
            ${t('countdown.cancel')}
          </button>`}
    </div>`;
  }

  #presets() {
    return html`<div class="presets">
      ${PRESETS.map(
        (seconds) => html`<button
          ?disabled=${this.#idle || this.readonly}
          aria-label="${t(`countdown.idle.${this.on ? 'on' : 'off'}`)} ${duration(seconds)}"
          @click=${() => this.#want(seconds)}
        >
          ${duration(seconds)}
        </button>`,
      )}
    </div>`;
  }

  get #idle() {
    return !this.online || this.wanted !== undefined;
  }

  #want(seconds) {
    this.dispatchEvent(new CustomEvent('wanted', { detail: seconds }));
  }
}

function duration(seconds) {
  return seconds < HOUR
    ? t('countdown.minutes', { n: seconds / MINUTE })
    : t('countdown.hours', { n: seconds / HOUR });
}

customElements.define('st-countdown', Countdown);
