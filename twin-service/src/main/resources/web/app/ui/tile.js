// One reading: its name, the number in digits of equal width, the unit.
import { LitElement, css, html, nothing } from 'lit';
import { base } from './styles.js';
import { tileIcons } from './tile-icons.js';

class Tile extends LitElement {
  static properties = {
    label: { attribute: false },
    // As shown; undefined before the first report.
    value: { attribute: false },
    unit: { attribute: false },
    // By its name; undefined for none.
    icon: { attribute: false },
  };

  static styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        justify-content: space-between;
        gap: 6px;
        min-width: 0;
        min-height: 88px;
        padding: 14px 16px;
      }
      .label {
        display: flex;
        align-items: center;
        gap: 6px;
        overflow: hidden;
        color: var(--ink-soft);
        font-size: 0.875rem;
        line-height: 1.3;
        text-overflow: ellipsis;
      }
      .label svg {
        flex: none;
        width: 18px;
        height: 18px;
        color: var(--accent);
      }
      .value {
        font-size: var(--value-size, 1.5rem);
        font-weight: 650;
        font-variant-numeric: tabular-nums;
        letter-spacing: -0.01em;
        line-height: 1.15;
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
      }
      .unit {
        margin-left: 0.25em;
        color: var(--ink-soft);
        font-size: 0.875rem;
        font-weight: 500;
        letter-spacing: 0;
      }
    `,
  ];

  render() {
    return html`
      <span class="label">${tileIcons[this.icon] ?? nothing}<span>${this.label}</span></span>
      <span class="value"
        >${this.value ?? '–'}${this.unit ? html`<span class="unit">${this.unit}</span>` : nothing}</span
      >
      <slot></slot>
    `;
  }
}

customElements.define('st-tile', Tile);
