// A row of alternatives of which one holds: radio buttons that look like one control.
import { LitElement, css, html } from 'lit';
import { base } from './styles.js';

// Tells "chosen" with the value.
class Choice extends LitElement {
  static properties = {
    // [{ value, text }]
    options: { attribute: false },
    value: { attribute: false },
    label: { attribute: false },
  };

  static styles = [
    base,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 2px;
        padding: 4px;
        border-radius: 16px;
        background: color-mix(in oklab, var(--edge) 14%, var(--card));
      }
      label {
        flex: 1 0 auto;
        display: grid;
        place-items: center;
        min-height: var(--touch);
        min-width: var(--touch);
        padding: 0 8px;
        border-radius: 12px;
        font-weight: 500;
        cursor: pointer;
        touch-action: manipulation;
      }
      input {
        position: absolute;
        opacity: 0;
        pointer-events: none;
      }
      label:has(:checked) {
        background: var(--card);
        box-shadow: 0 1px 3px var(--shadow);
        color: var(--accent);
        font-weight: 650;
      }
      label:has(:focus-visible) {
        outline: 3px solid var(--accent);
        outline-offset: 1px;
      }
      label:has(:disabled) {
        color: var(--ink-soft);
        cursor: default;
        opacity: 0.6;
      }
    `,
  ];

  render() {
    return html`<div role="radiogroup" aria-label=${this.label}>
      ${this.options.map(
        ({ value, text, disabled }) => html`<label
          ><input
            type="radio"
            name="choice"
            .value=${value}
            .checked=${value === this.value}
            ?disabled=${disabled}
            @change=${() => this.#choose(value)}
          />${text}</label
        >`,
      )}
    </div>`;
  }

  #choose(value) {
    this.value = value;
    this.dispatchEvent(new CustomEvent('chosen', { detail: value }));
  }
}

customElements.define('st-choice', Choice);
