// A product to be created: its names, and a data template from a file, another product, or nothing.
import { LitElement, css, html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import { choice } from '../parts/choices.js';
import { Form } from '../parts/form.js';
import { textInput } from '../parts/inputs.js';
import { failure } from '../parts/notes.js';
import '../parts/shown-once.js';
import { partStyles } from '../parts/styles.js';
import * as api from './api.js';
import { wrongJson } from './judge.js';
import { flawOf } from './json-flaw.js';
import { wrongNames } from './names.js';
import { wrongOf } from './places.js';
import './editor.js';

const ID = /^[A-Z0-9]{10}$/;
const BLANK = { version: '1.0', properties: [], events: [], actions: [] };
const written = (template) => JSON.stringify(template, null, 2);

function wrongs({ en, zh, id, text }) {
  return {
    ...wrongNames({ en, zh }),
    ...(id && !ID.test(id) ? { id: t('products.wrong.id') } : {}),
    ...(flawOf(text) ? { template: true } : {}),
  };
}

class ProductNew extends LitElement {
  static properties = { products: { state: true }, made: { state: true }, source: { state: true } };

  static styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      st-template-editor,
      st-shown-once {
        display: block;
        margin: 16px 0;
      }
    `,
  ];

  #form = new Form(this, wrongs);
  // A product whose answer got lost is not made twice.
  #key = crypto.randomUUID();

  constructor() {
    super();
    new SettingsController(this);
    this.products = [];
    this.#form.begin({ en: '', zh: '', id: '', text: written(BLANK) });
  }

  async connectedCallback() {
    super.connectedCallback();
    this.products = await api.list().catch(() => []);
  }

  render() {
    const { problem } = this.#form;
    return html`<a class="back" href=${href('console', 'products')}>${icons.back}${t('products.all')}</a>
      <div class="head"><h1>${this.made ? localized(this.made.name) : t('products.create')}</h1></div>
      ${problem?.errors.length === 0 ? failure(problem) : nothing}
      ${this.made ? this.#done() : this.#fields()}`;
  }

  #done() {
    return html`<st-shown-once .heading=${t('products.secret')}
            .values=${[[t('products.secret'), this.made.secret]]}></st-shown-once>
      <a class="button" href=${href('console', 'products', this.made.id)}>${t('products.open')}</a>`;
  }

  #fields() {
    const { draft, errors, set, busy } = this.#form;
    const text = (name, maxlength) =>
      field({
        name,
        label: t(`products.field.${name}`),
        errors,
        control: textInput(draft[name], (value) => set({ [name]: value }), { maxlength }),
      });
    return html`<form novalidate @submit=${this.#create}>
      <section class="card row">${text('en', 64)} ${text('zh', 64)} ${text('id', 10)} ${this.#source()}</section>
      <st-template-editor .text=${draft.text} .wrong=${this.#wrong}
        @changed=${({ detail }) => set({ text: detail })}></st-template-editor>
      <button class="primary" ?disabled=${busy}>${t('products.create')}</button>
    </form>`;
  }

  #source() {
    const copies = this.products.map(({ id, name }) => ({
      value: id,
      label: t('products.source.copy', { name: localized(name, id) }),
    }));
    return field({
      name: 'source',
      label: t('products.source'),
      control: choice(
        this.source,
        [{ value: '', label: t('products.source.blank') }, ...copies],
        (id) => {
          this.source = id;
          const product = this.products.find((each) => each.id === id);
          this.#form.set({ text: written(product?.template ?? BLANK) });
        },
      ),
    });
  }

  get #wrong() {
    const { draft, problem, errors } = this.#form;
    const flaws = problem?.errors.filter(({ field: name }) => name.startsWith('template')) ?? [];
    if (flaws.length > 0) {
      return wrongOf(draft.text, flaws);
    }
    return errors.template ? wrongJson(draft.text) : undefined;
  }

  #create = async (event) => {
    event.preventDefault();
    const saved = await this.#form.save(async () => {
      const { en, zh, id, text } = this.#form.draft;
      const draft = { name: { en: en.trim(), zh: zh.trim() }, id: id || undefined, template: JSON.parse(text) };
      this.made = await api.create(draft, this.#key);
    });
    if (!saved && this.#form.problem?.status > 0) {
      this.#key = crypto.randomUUID();
    }
  };
}

customElements.define('st-product-new', ProductNew);
