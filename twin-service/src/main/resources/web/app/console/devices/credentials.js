// A secret that is shown once: with what it belongs to, to be copied.
import { LitElement, css, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import { partStyles } from '../parts/styles.js';

class Credentials extends LitElement {
  static properties = {
    // { productId, name, secret }
    device: { attribute: false },
    copied: { state: true },
  };

  static styles = [
    base,
    buttons,
    partStyles,
    css`
      .card {
        border-color: var(--notice);
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: 6px 16px;
        margin: 12px 0 0;
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
        font-family: ui-monospace, monospace;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    const { productId, name, secret } = this.device;
    const values = { productId, name, secret };
    return html`<section class="card">
      <h2>${t('devices.credentials')}</h2>
      <p class="soft">${t('devices.credentials.once')}</p>
      <dl>
        ${Object.entries(values).map(([key, value]) => this.#line(key, value))}
      </dl>
      <p class="visually-hidden" role="status">${this.copied ? t('devices.copied') : nothing}</p>
    </section>`;
  }

  #line(key, value) {
    return html`<dt class="soft">${t(`devices.credentials.${key}`)}</dt>
      <dd>${value}</dd>
      <button aria-label="${t('devices.copy')}: ${t(`devices.credentials.${key}`)}"
        @click=${() => this.#copy(key, value)}>
        ${t(this.copied === key ? 'devices.copied' : 'devices.copy')}
      </button>`;
  }

  async #copy(key, value) {
    await navigator.clipboard.writeText(value);
    this.copied = key;
  }
}

customElements.define('st-credentials', Credentials);
