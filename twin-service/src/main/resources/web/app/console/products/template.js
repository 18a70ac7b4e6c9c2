// The data template of a product, edited: checked while it is written, saved as a version.
import { LitElement, css, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { textInput } from '../parts/inputs.js';
import { failure } from '../parts/notes.js';
import { Question } from '../parts/question.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import * as api from './api.js';
import { differences } from './differences.js';
import { wrongOf } from './places.js';
import './editor.js';

const TYPING_MILLIS = 500;
const written = (template) => JSON.stringify(template, null, 2);

// Tells "changed" with the product as it is then.
class ProductTemplate extends LitElement {
  static properties = {
    product: { attribute: false },
    text: { state: true },
    note: { state: true },
    // What it would change; undefined while that is not known.
    checked: { state: true },
    wrong: { state: true },
    problem: { state: true },
    busy: { state: true },
    saved: { state: true },
  };

  static styles = [
    base,
    buttons,
    fields,
    partStyles,
    tableStyles,
    css`
      h2 {
        margin: 20px 0 10px;
      }
      .save .field {
        flex: 1;
        max-width: 320px;
      }
      .save input {
        margin: 0;
      }
    `,
  ];

  #question = new Question(this);
  #timer;

  constructor() {
    super();
    new SettingsController(this);
    this.note = '';
  }

  willUpdate(changed) {
    if (changed.has('product')) {
      this.text = written(this.product.template);
      this.checked = undefined;
      this.wrong = undefined;
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  get #touched() {
    return this.text !== written(this.product.template);
  }

  render() {
    return html`${failure(this.problem)}
      <st-template-editor .text=${this.text} .wrong=${this.wrong}
        @changed=${({ detail }) => this.#take(detail)}></st-template-editor>
      ${this.#touched && this.checked
        ? html`<h2>${t('products.changes', { n: this.checked.devices })}</h2>
            ${differences(this.checked.differences)}`
        : nothing}
      ${this.#touched ? this.#bar() : html`<p class="soft" role="status">${this.saved ? t('products.saved') : nothing}</p>`}
      ${this.#question.render()}`;
  }

  #bar() {
    return html`<div class="save">
      ${field({
        name: 'note',
        label: t('products.note'),
        control: textInput(this.note, (note) => (this.note = note), { maxlength: 200 }),
      })}
      <button @click=${() => this.#take(written(this.product.template))}>${t('parts.discard')}</button>
      <button class="primary" ?disabled=${this.busy || !this.checked} @click=${this.#store}>
        ${t('products.save')}
      </button>
    </div>`;
  }

  #take(text) {
    this.text = text;
    this.checked = undefined;
    this.saved = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), TYPING_MILLIS);
  }

  async #check() {
    const { text } = this;
    try {
      const checked = await api.check(this.product.id, text);
      this.#told(text, { checked });
    } catch (problem) {
      const [flaw] = problem.errors;
      this.#told(text, flaw ? { wrong: wrongOf(text, flaw) } : { problem });
    }
  }

  // Unless somebody wrote on meanwhile.
  #told(text, { checked, wrong, problem }) {
    if (text === this.text) {
      Object.assign(this, { checked, wrong, problem });
    }
  }

  #store = async () => {
    const force = !this.checked.compatible;
    const question = {
      heading: t('products.force'),
      text: t('products.force.text', { n: this.checked.devices }),
      yes: t('products.force.yes'),
    };
    if (force && !(await this.#question.ask(question))) {
      return;
    }
    this.busy = true;
    try {
      const product = await api.putTemplate(this.product, this.text, { note: this.note, force });
      this.note = '';
      this.saved = true;
      this.dispatchEvent(new CustomEvent('changed', { detail: product }));
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('st-product-template', ProductTemplate);
