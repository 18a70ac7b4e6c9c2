// Registers a socket, and shows its credentials once.
import { LitElement, css, html, nothing } from 'lit';
import { settingsStyles } from '../device/settings-styles.js';
import { localized, t } from '../i18n.js';
import { socketHref } from '../router.js';
import { SettingsController } from '../settings.js';
import { errorsOf, field, fields } from '../ui/field.js';
import { select } from '../ui/select.js';
import { base, buttons } from '../ui/styles.js';
import * as api from './api.js';

const NAME = /^[A-Za-z0-9_.:-]{1,48}$/;

class Register extends LitElement {
  static properties = {
    products: { state: true },
    productId: { state: true },
    registered: { state: true },
    errors: { state: true },
    busy: { state: true },
  };

  static styles = [
    base,
    buttons,
    fields,
    settingsStyles,
    css`
      code {
        display: block;
        margin: 12px 0;
        padding: 14px;
        border-radius: var(--radius-small);
        background: var(--raised);
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
    this.errors = {};
    this.#look();
  }

  async #look() {
    try {
      this.products = await api.products();
      this.productId = this.products[0]?.id;
    } catch (problem) {
      this.errors = errorsOf(problem, []);
    }
  }

  render() {
    return this.registered ? this.#done(this.registered) : this.#form();
  }

  #form() {
    return html`<form class="card" novalidate @submit=${this.#submit}>
      <p class="soft">${t('add.register.about')}</p>
      ${field({
        name: 'productId',
        label: t('add.product'),
        errors: this.errors,
        control: select(
          this.productId,
          (this.products ?? []).map(({ id, names }) => ({ value: id, text: localized(names, id) })),
          (productId) => (this.productId = productId),
        ),
      })}
      ${field({
        name: 'name',
        label: t('add.name'),
        hint: t('add.name.hint'),
        maxlength: 48,
        errors: this.errors,
      })}
      ${this.errors[''] ? html`<p class="error" role="alert">${this.errors['']}</p>` : nothing}
      <p class="done">
        <button class="primary" ?disabled=${this.busy}>${t('add.register.submit')}</button>
      </p>
    </form>`;
  }

  #done(device) {
    return html`<section class="card" role="status">
      <h2>${t('add.register.done', { name: device.name })}</h2>
      <p>${t('add.register.secret')}</p>
      <code>${device.productId} ${device.name} ${device.secret}</code>
      <p><a href=${socketHref(device)}>${t('add.open')}</a></p>
    </section>`;
  }

  #submit = async (event) => {
    event.preventDefault();
    const name = event.target.elements.name.value.trim();
    this.errors = NAME.test(name) ? {} : { name: t('add.name.hint') };
    if (this.errors.name) {
      return;
    }
    this.busy = true;
    try {
      this.registered = await api.register({ productId: this.productId, name });
    } catch (problem) {
      this.errors = errorsOf(problem, ['productId', 'name']);
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('st-register', Register);
