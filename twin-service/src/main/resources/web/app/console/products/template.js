// The data template of a product, edited: checked while it is written, saved as a version.
import { LitElement, html, nothing } from 'lit';
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
import { judged, refusal } from './judge.js';
import { templateStyles } from './template-styles.js';
import './editor.js';

const TYPING_MILLIS = 500;
const written = (template) => JSON.stringify(template, null, 2);

// Texts nobody saved yet, by product: they stay while the page does, whatever else is looked at meanwhile.
const drafts = new Map();

class ProductTemplate extends LitElement {
  static properties = {
    product: { attribute: false },
    // Does what changes the product.
    change: { attribute: false },
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
    templateStyles,
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
      this.#take(drafts.get(this.product.id) ?? written(this.product.template));
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
        @changed=${({ detail }) => this.#write(detail)}></st-template-editor>
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
      <button @click=${() => this.#write(written(this.product.template))}>${t('parts.discard')}</button>
      <button class="primary" ?disabled=${this.busy || !this.checked} @click=${this.#store}>
        ${t('products.save')}
      </button>
    </div>`;
  }

  #write(text) {
    this.saved = false;
    this.problem = undefined;
    this.#take(text);
  }

  #take(text) {
    this.text = text;
    this.checked = undefined;
    clearTimeout(this.#timer);
    if (this.#touched) {
      drafts.set(this.product.id, text);
      this.#timer = setTimeout(() => this.#check(), TYPING_MILLIS);
    } else {
      drafts.delete(this.product.id);
      this.wrong = undefined;
    }
  }

  async #check() {
    const { text } = this;
    const said = await judged(this.product.id, text);
    // Unless somebody wrote on meanwhile.
    if (text === this.text) {
      Object.assign(this, { wrong: undefined, ...said });
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
    const { text, note } = this;
    this.busy = true;
    this.problem = undefined;
    try {
      await this.change(async () => {
        const product = await api.putTemplate(this.product, text, { note, force });
        if (drafts.get(product.id) === text) {
          drafts.delete(product.id);
        }
        return product;
      });
      this.note = '';
      this.saved = true;
    } catch (problem) {
      Object.assign(this, refusal(text, problem));
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('st-product-template', ProductTemplate);
