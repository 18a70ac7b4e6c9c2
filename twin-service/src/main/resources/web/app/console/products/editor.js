// A data template as JSON, what it says beside it, and files to take it from.
import { LitElement, css, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import { partStyles } from '../parts/styles.js';
import { textOfFile } from './file.js';
import { outline } from './outline.js';
import { placeOf, placesOf } from './places.js';
import './json-editor.js';

// The service takes no more.
const MOST_BYTES = 1_000_000;

// Tells "changed" with the text.
class TemplateEditor extends LitElement {
  static properties = {
    text: { attribute: false },
    // { line, message }
    wrong: { attribute: false },
    tooLarge: { state: true },
  };

  static styles = [
    base,
    buttons,
    partStyles,
    css`
      .both {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        gap: 16px;
        align-items: start;
      }
      .outline {
        max-height: max(380px, calc(100dvh - 360px));
        overflow: auto;
      }
      h3:not(:first-child) {
        margin-top: 16px;
      }
      ul {
        margin: 4px -10px 0;
        padding: 0;
        list-style: none;
      }
      li button {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 8px;
        width: 100%;
        padding: 6px 10px;
        color: var(--ink);
        text-align: start;
      }
      li .soft {
        flex-basis: 100%;
      }
      code {
        color: var(--ink-soft);
        font-size: 0.8125rem;
      }
      .file {
        position: relative;
        display: inline-flex;
        align-items: center;
        min-height: 40px;
        margin-bottom: 10px;
        padding: 0 16px;
        border: 1px solid var(--edge);
        border-radius: 10px;
        background: var(--card);
        font-size: 0.9375rem;
        font-weight: 500;
        cursor: pointer;
      }
      .file:hover {
        background: var(--raised);
      }
      .file:focus-within {
        outline: 3px solid var(--accent);
        outline-offset: 3px;
      }
      @media (max-width: 859px) {
        .both {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    return html`<label class="file">${t('products.file')}
        <input class="visually-hidden" type="file" accept=".json,application/json" @change=${this.#read} /></label>
      ${this.tooLarge ? html`<p class="wrong" role="alert">${t('products.file.large')}</p>` : nothing}
      <div class="both">
        <st-json-editor .text=${this.text} .label=${t('products.template')} .wrong=${this.wrong}
          @changed=${({ detail }) => this.#tell(detail)}></st-json-editor>
        <section class="card outline" aria-label=${t('products.outline')}>${outline(this.text, this.#show)}</section>
      </div>`;
  }

  #show = (path) =>
    this.renderRoot.querySelector('st-json-editor').show(placeOf(placesOf(this.text), path));

  #read = async ({ target }) => {
    const [file] = target.files;
    target.value = '';
    this.tooLarge = file?.size > MOST_BYTES;
    if (file && !this.tooLarge) {
      this.#tell(await textOfFile(file));
    }
  };

  #tell(text) {
    this.dispatchEvent(new CustomEvent('changed', { detail: text }));
  }
}

customElements.define('st-template-editor', TemplateEditor);
