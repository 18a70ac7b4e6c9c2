// A batch to be made: of which product, how its devices are called, how many.
import { LitElement, css, html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import { choice } from '../parts/choices.js';
import { Form } from '../parts/form.js';
import { numberInput, textInput } from '../parts/inputs.js';
import { failure, loading } from '../parts/notes.js';
import { partStyles } from '../parts/styles.js';
import * as api from './api.js';
import { namesOf, wrongsOf } from './pattern.js';

const wrongs = (draft) =>
  Object.fromEntries(Object.entries(wrongsOf(draft)).map(([name, key]) => [name, t(key)]));

class BatchNew extends LitElement {
  static properties = { products: { state: true } };

  static styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      form {
        max-width: 640px;
      }
    `,
  ];

  #form = new Form(this, wrongs);
  // A batch whose answer got lost is not made twice.
  #key = crypto.randomUUID();

  constructor() {
    super();
    new SettingsController(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#form.run(async () => {
      this.products = await api.products();
      this.#form.begin({ productId: this.products[0]?.id, pattern: 'socket-######', first: 1, count: 100 });
    });
  }

  render() {
    const { problem, draft, busy } = this.#form;
    return html`<a class="back" href=${href('console', 'production')}>${icons.back}${t('production.all')}</a>
      <div class="head"><h1>${t('production.create')}</h1></div>
      ${problem?.errors.length === 0 ? failure(problem) : nothing}
      ${this.products?.length === 0 ? html`<p class="card empty">${t('production.noproduct')}</p>` : nothing}
      ${draft && this.products.length > 0 ? this.#fields() : busy ? loading() : nothing}`;
  }

  #fields() {
    const { draft, errors, set, busy } = this.#form;
    const names = namesOf(draft);
    return html`<form class="card form" novalidate @submit=${this.#make}>
      ${field({
        name: 'productId',
        label: t('parts.product'),
        errors,
        control: choice(
          draft.productId,
          this.products.map(({ id, name }) => ({ value: id, label: localized(name, id) })),
          (productId) => set({ productId }),
        ),
      })}
      ${field({
        name: 'pattern',
        label: t('production.pattern'),
        hint: t('production.pattern.hint'),
        errors,
        control: textInput(draft.pattern, (pattern) => set({ pattern: pattern.trim() }), { maxlength: 48 }),
      })}
      <div class="row">
        ${field({
          name: 'first',
          label: t('production.first'),
          errors,
          control: numberInput(draft.first, (first) => set({ first })),
        })}
        ${field({
          name: 'count',
          label: t('production.count'),
          errors,
          control: numberInput(draft.count, (count) => set({ count })),
        })}
      </div>
      <p class="soft">${names ? t('production.preview', { first: names[0], last: names[1] }) : '\u00a0'}</p>
      ${field({
        name: 'note',
        label: t('production.note'),
        errors,
        control: textInput(draft.note, (note) => set({ note }), { maxlength: 2_000 }),
      })}
      <button class="primary" ?disabled=${busy}>${t(busy ? 'production.making' : 'production.make')}</button>
    </form>`;
  }

  #make = async (event) => {
    event.preventDefault();
    let batch;
    const made = await this.#form.save(async () => {
      batch = await api.create(this.#form.draft, this.#key);
    });
    if (made) {
      location.replace(href('console', 'production', batch.id));
    } else if (this.#form.problem?.status > 0) {
      this.#key = crypto.randomUUID();
    }
  };
}

customElements.define('st-batch-new', BatchNew);
