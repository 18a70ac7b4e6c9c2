// A data template as JSON, beside it the same as a form, and files to take it from.
import { LitElement, css, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import { partStyles } from '../parts/styles.js';
import { textOfFile } from './file.js';
import { placeOf, placesOf } from './places.js';
import './form.js';
import './json-editor.js';

const NONE = {};
// The service takes no more.
const MOST_BYTES = 1_000_000;

// Tells "changed" with the text.
class TemplateEditor extends LitElement {
  static properties = {
    text: { attribute: false },
    // { line, message, errors }: the first flaw, and all by path
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
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 16px;
        align-items: start;
      }
      .outline {
        max-height: max(380px, calc(100dvh - 360px));
        overflow: auto;
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
        .outline {
          order: -1;
          max-height: none;
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
        <section class="card outline" aria-label=${t('products.outline')}>
          <st-template-form .text=${this.text} .errors=${this.wrong?.errors ?? NONE}
            @changed=${({ detail }) => this.#tell(detail)} @show=${this.#show}></st-template-form>
        </section>
      </div>`;
  }

  #show = ({ detail: path }) =>
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
