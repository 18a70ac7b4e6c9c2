// A secret that is shown once, with what it belongs to, to be copied.
import { LitElement, css, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import { partStyles } from './styles.js';

class ShownOnce extends LitElement {
  static properties = {
    heading: {},
    // [label, value] of each
    values: { attribute: false },
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
      dd + dd {
        font-family: inherit;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    return html`<section class="card">
      <h2>${this.heading}</h2>
      <p class="soft">${t('parts.once')}</p>
      <dl>${this.values.map(([label, value]) => this.#line(label, value))}</dl>
      <p class="visually-hidden" role="status">${this.copied ? t('parts.copied') : nothing}</p>
    </section>`;
  }

  #line(label, value) {
    return html`<dt class="soft">${label}</dt>
      <dd class="value">${value}</dd>
      <dd>
        <button aria-label="${t('parts.copy')}: ${label}" @click=${() => this.#copy(value)}>
          ${t(this.copied === value ? 'parts.copied' : 'parts.copy')}
        </button>
      </dd>`;
  }

  async #copy(value) {
    await navigator.clipboard.writeText(value);
    this.copied = value;
  }
}

customElements.define('st-shown-once', ShownOnce);
