// What a product is called, whether its devices may register themselves, its secret, its end.
import { LitElement, css, html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { segments } from '../parts/choices.js';
import { Form } from '../parts/form.js';
import { numberInput, textInput } from '../parts/inputs.js';
import { failure } from '../parts/notes.js';
import { Question } from '../parts/question.js';
import '../parts/shown-once.js';
import { partStyles } from '../parts/styles.js';
import * as api from './api.js';
import { wrongNames } from './names.js';

const WAYS = ['disabled', 'pre-created', 'auto-create'];
const MOST_REGISTERED = 1_000_000;

function wrongs({ en, zh, registrationLimit: limit }) {
  const fits = Number.isInteger(limit) && limit >= 0 && limit <= MOST_REGISTERED;
  return {
    ...wrongNames({ en, zh }),
    ...(fits ? {} : { registrationLimit: t('parts.range', { min: 0, max: MOST_REGISTERED }) }),
  };
}

const draftOf = ({ name: { en, zh }, registration, registrationLimit }) => ({
  en,
  zh,
  registration,
  registrationLimit,
});

class ProductSettings extends LitElement {
  static properties = {
    product: { attribute: false },
    // Does what changes the product.
    change: { attribute: false },
    secret: { state: true },
  };

  static styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
        gap: 16px;
        align-items: start;
      }
    `,
  ];

  #form = new Form(this, wrongs);
  #question = new Question(this);

  constructor() {
    super();
    new SettingsController(this);
  }

  willUpdate(changed) {
    if (changed.has('product')) {
      this.#form.follow(draftOf(this.product));
    }
  }

  render() {
    const { draft, errors, problem, busy, saved, set } = this.#form;
    const name = (language) =>
      field({
        name: language,
        label: t(`products.field.${language}`),
        errors,
        control: textInput(draft[language], (text) => set({ [language]: text }), { maxlength: 64 }),
      });
    return html`<form class="card form" novalidate @submit=${this.#store}>
        ${problem?.errors.length === 0 ? failure(problem) : nothing}
        ${errors[''] ? html`<p class="error" role="alert">${errors['']}</p>` : nothing}
        ${name('en')} ${name('zh')}
        ${segments({
          name: 'registration',
          label: t('products.column.registration'),
          value: draft.registration,
          options: WAYS.map((value) => ({ value, label: t(`products.registration.${value}`) })),
          pick: (registration) => set({ registration }),
        })}
        <p class="soft">${t(`products.registration.${draft.registration}.hint`)}</p>
        ${field({
          name: 'registrationLimit',
          label: t('products.field.limit'),
          errors,
          control: numberInput(draft.registrationLimit, (registrationLimit) => set({ registrationLimit })),
        })}
        <div class="row">
          <button class="primary" ?disabled=${busy}>${t('parts.save')}</button>
          <span class="soft" role="status">${saved ? t('products.saved') : nothing}</span>
        </div>
      </form>
      <div class="form">
        ${this.secret ? html`<st-shown-once .heading=${t('products.secret')}
            .values=${[[t('products.secret'), this.secret]]}></st-shown-once>` : nothing}
        <section class="card form">
          <p class="soft">${t('products.secret.hint')}</p>
          <button @click=${this.#renew}>${t('products.secret.renew')}</button>
          <button class="danger" @click=${this.#remove}>${t('products.delete')}</button>
        </section>
      </div>
      ${this.#question.render()}`;
  }

  #store = async (event) => {
    event.preventDefault();
    await this.#form.save(async () => {
      const { en, zh, ...rest } = this.#form.draft;
      const fields = { ...rest, name: { en: en.trim(), zh: zh.trim() } };
      this.#form.begin(draftOf(await this.change(() => api.change(this.product, fields))));
    });
  };

  #renew = async () => {
    const yes = await this.#ask('products.secret', 'products.secret.renew');
    if (yes) {
      await this.#form.run(async () => {
        await this.change(async () => {
          const { secret, ...product } = await api.newSecret(this.product);
          this.secret = secret;
          return product;
        });
      });
    }
  };

  #remove = async () => {
    const yes = await this.#ask('products.delete', 'parts.delete');
    const remove = async () => {
      await api.remove(this.product);
      location.hash = href('console', 'products');
      return this.product;
    };
    if (yes) {
      await this.#form.run(() => this.change(remove));
    }
  };

  #ask(what, yes) {
    const name = localized(this.product.name, this.product.id);
    return this.#question.ask({ heading: t(`${what}.ask`, { name }), text: t(`${what}.text`), yes: t(yes) });
  }
}

customElements.define('st-product-settings', ProductSettings);
