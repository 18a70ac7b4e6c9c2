// Says that the overload protection opened the relay, and how to get out of that.
import { LitElement, css, html, nothing } from 'lit';
import { moment, t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { icons } from '../ui/icons.js';
import { base } from '../ui/styles.js';
import { latchedSince } from './trips.js';

// The event may be stored a little after the report.
const AGAIN_MILLIS = 1_500;

class Tripped extends LitElement {
  static properties = {
    device: { attribute: false },
    // Whether it reports that it is off.
    off: { type: Boolean },
    since: { state: true },
  };

  static styles = [
    base,
    css`
      div {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 2px 14px;
        margin-bottom: 16px;
        padding: 14px 16px;
        border-radius: var(--radius);
        background: var(--bad-ground);
        color: var(--bad);
      }
      svg {
        grid-row: span 2;
        margin-top: 2px;
      }
      strong {
        font-weight: 650;
      }
      p {
        color: var(--ink);
      }
    `,
  ];

  #again;

  constructor() {
    super();
    new SettingsController(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#again);
  }

  willUpdate(changed) {
    if (changed.has('off')) {
      clearTimeout(this.#again);
      this.since = undefined;
      if (this.off) {
        this.#look();
        this.#again = setTimeout(() => this.#look(), AGAIN_MILLIS);
      }
    }
  }

  async #look() {
    try {
      const since = await latchedSince(this.device);
      this.since = this.off ? since : undefined;
    } catch {
      // The page itself tells when the service does not answer.
    }
  }

  render() {
    return this.since
      ? html`<div role="alert">
          ${icons.alarm}
          <strong>${t('tripped.title', { time: moment(this.since) })}</strong>
          <p>${t('tripped.way')}</p>
        </div>`
      : nothing;
  }
}

customElements.define('st-tripped', Tripped);
