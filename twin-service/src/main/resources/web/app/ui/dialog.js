// A dialogue over the page: the browser's own, which keeps the focus inside and closes by Escape.
import { LitElement, css, html } from 'lit';
import { t } from '../i18n.js';
import { icons } from './icons.js';
import { base, buttons } from './styles.js';

// Tells "closed" when it is left; what is in it goes into the default slot, its buttons into "actions".
class Dialog extends LitElement {
  static properties = { heading: {} };

  static styles = [
    base,
    buttons,
    css`
      dialog {
        width: min(560px, calc(100vw - 24px));
        max-height: min(90dvh, 860px);
        padding: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--card);
        color: var(--ink);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.5);
      }
      header {
        position: sticky;
        top: 0;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        padding: 12px 12px 8px 24px;
        background: var(--card);
        z-index: 1;
      }
      h2 {
        font-size: 1.25rem;
      }
      .body {
        padding: 4px 24px 20px;
      }
      footer {
        position: sticky;
        bottom: 0;
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 8px;
        padding: 12px 24px 20px;
        background: var(--card);
      }
    `,
  ];

  firstUpdated() {
    this.renderRoot.querySelector('dialog').showModal();
  }

  close() {
    this.renderRoot.querySelector('dialog').close();
  }

  render() {
    return html`<dialog aria-labelledby="heading" @close=${this.#closed}>
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button type="button" class="icon" aria-label=${t('close')} @click=${this.close}>
          ${icons.close}
        </button>
      </header>
      <div class="body"><slot></slot></div>
      <footer><slot name="actions"></slot></footer>
    </dialog>`;
  }

  #closed() {
    this.dispatchEvent(new CustomEvent('closed'));
  }
}

customElements.define('st-dialog', Dialog);
