// A JSON text with line numbers, and a mark at the line that is wrong.
import { LitElement, css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base } from '../../ui/styles.js';

// Tells "changed" with the text at each key.
class JsonEditor extends LitElement {
  static properties = {
    text: { attribute: false },
    label: {},
    // { line, message }
    wrong: { attribute: false },
  };

  static styles = [
    base,
    css`
      .both {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        overflow: hidden;
        border: 1px solid var(--edge);
        border-radius: 12px;
        background: var(--card);
      }
      .both:focus-within {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
      ol,
      textarea {
        margin: 0;
        padding: 10px 8px;
        height: max(360px, calc(100dvh - 380px));
        font: 0.8125rem/20px ui-monospace, monospace;
      }
      ol {
        overflow: hidden;
        min-width: 36px;
        background: var(--raised);
        color: var(--ink-soft);
        list-style: none;
        text-align: end;
        user-select: none;
      }
      .bad {
        margin: 0 -8px;
        padding: 0 8px;
        background: var(--bad);
        color: var(--card);
      }
      textarea {
        width: 100%;
        border: 0;
        background: transparent;
        color: var(--ink);
        resize: none;
        white-space: pre;
        tab-size: 2;
      }
      textarea:focus-visible {
        outline: none;
      }
      p {
        margin-bottom: 8px;
        color: var(--bad);
        font-size: 0.875rem;
        overflow-wrap: anywhere;
      }
      p button {
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        font-weight: 600;
        text-decoration: underline;
        cursor: pointer;
      }
      p:empty {
        display: none;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    const lines = this.text.split('\n').length;
    const wrong = this.wrong?.line;
    return html`<p id="wrong" role="alert">${this.wrong ? this.#wrongText() : nothing}</p>
      <div class="both">
        <ol aria-hidden="true">
          ${Array.from({ length: lines }, (_, i) => html`<li class=${i + 1 === wrong ? 'bad' : nothing}>${i + 1}</li>`)}
        </ol>
        <textarea aria-label=${this.label} aria-invalid=${this.wrong ? 'true' : 'false'} aria-describedby="wrong"
          spellcheck="false" autocomplete="off" wrap="off" .value=${live(this.text)}
          @input=${this.#typed} @scroll=${this.#scrolled}></textarea>
      </div>`;
  }

  #wrongText() {
    const { line, message } = this.wrong;
    return line
      ? html`<button type="button" @click=${() => this.#showLine(line)}>${t('products.line', { line })}</button> ${message}`
      : message;
  }

  #showLine(line) {
    const lines = this.text.split('\n');
    this.show(lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0));
  }

  // Leads to this place of the text.
  show(offset) {
    const area = this.renderRoot.querySelector('textarea');
    const line = this.text.slice(0, offset).split('\n').length;
    const end = this.text.indexOf('\n', offset);
    area.focus();
    area.setSelectionRange(offset, end < 0 ? this.text.length : end);
    area.scrollTop = Math.max(0, (line - 4) * 20);
  }

  #typed = ({ target }) =>
    this.dispatchEvent(new CustomEvent('changed', { detail: target.value }));

  #scrolled = ({ target }) => {
    this.renderRoot.querySelector('ol').scrollTop = target.scrollTop;
  };
}

customElements.define('st-json-editor', JsonEditor);
