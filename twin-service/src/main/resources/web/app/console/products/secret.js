// A product's secret, shown once.
import { LitElement, css, html } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import { partStyles } from '../parts/styles.js';

class ProductSecret extends LitElement {
  static properties = { secret: { attribute: false }, copied: { state: true } };

  static styles = [
    base,
    buttons,
    partStyles,
    css`
      .card {
        border-color: var(--notice);
      }
      .row {
        align-items: center;
        margin-top: 8px;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    return html`<section class="card">
      <h2>${t('products.secret')}</h2>
      <p class="soft">${t('products.secret.once')}</p>
      <div class="row">
        <code>${this.secret}</code>
        <button @click=${this.#copy}>${t(this.copied ? 'products.copied' : 'products.copy')}</button>
      </div>
    </section>`;
  }

  #copy = async () => {
    await navigator.clipboard.writeText(this.secret);
    this.copied = true;
  };
}

customElements.define('st-product-secret', ProductSecret);
