// The big round switch. It shows what the socket reported, and beside that what is still wanted.
import { LitElement, html, nothing } from 'lit';
import { t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { icons } from './icons.js';
import { base } from './styles.js';
import { switchStyles } from './switch-styles.js';

class Switch extends LitElement {
  static properties = {
    // As reported; undefined before the first report.
    on: { attribute: false },
    // Wanted and not yet reported; undefined if nothing is.
    wanted: { attribute: false },
    // Until when a socket that is away is waited for.
    until: { attribute: false },
    online: { type: Boolean },
    readonly: { type: Boolean },
    // The colour of the socket's lamp.
    lamp: { attribute: false },
    label: { attribute: false },
  };

  static styles = [base, switchStyles];

  constructor() {
    super();
    new SettingsController(this);
  }

  updated() {
    this.renderRoot.host.style.setProperty('--lamp', this.lamp ?? 'transparent');
  }

  render() {
    const pending = this.wanted !== undefined;
    return html`
      <div class="stage">
        <div class="halo"></div>
        <button
          role="switch"
          class="${this.on ? 'on' : 'off'} ${this.online ? '' : 'away'}"
          aria-checked=${this.on ? 'true' : 'false'}
          aria-busy=${pending ? 'true' : 'false'}
          aria-describedby="state"
          aria-label=${this.label}
          ?disabled=${this.readonly}
          @click=${this.#press}
        >
          ${icons.power}
        </button>
        ${pending ? this.#ring() : nothing}
      </div>
      <div id="state" role="status">
        <p class="state">${this.#state()}</p>
        <p class="soft">${this.#hint()}</p>
      </div>
    `;
  }

  #ring() {
    return html`<svg class="ring" viewBox="0 0 100 100" aria-hidden="true">
      <circle class="track" cx="50" cy="50" r="48" />
      <circle class="arc" cx="50" cy="50" r="48" pathLength="100" />
    </svg>`;
  }

  #state() {
    if (this.wanted !== undefined) {
      const way = this.online ? 'turning' : 'waiting';
      return t(`switch.${way}.${this.wanted ? 'on' : 'off'}`);
    }
    if (this.on === undefined) {
      return t('switch.unknown');
    }
    const words = this.online ? 'switch' : 'switch.last';
    return t(`${words}.${this.on ? 'on' : 'off'}`);
  }

  #hint() {
    if (this.wanted !== undefined) {
      return this.online ? t('switch.reported') : (this.until ?? '\u00a0');
    }
    if (this.readonly) {
      return t('switch.viewer');
    }
    return t(this.on ? 'switch.tap.off' : 'switch.tap.on');
  }

  #press() {
    const target = this.wanted === undefined ? !this.on : !this.wanted;
    this.dispatchEvent(new CustomEvent('wanted', { detail: target }));
  }
}

customElements.define('st-switch', Switch);
