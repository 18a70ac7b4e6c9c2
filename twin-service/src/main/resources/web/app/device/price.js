// What a socket's energy costs: its tariff, or the usual one with its price.
import { LitElement, html, nothing } from 'lit';
import { t } from '../i18n.js';
import { SettingsController, settings } from '../settings.js';
import { errorsOf, field, fields } from '../ui/field.js';
import { select } from '../ui/select.js';
import { base, buttons } from '../ui/styles.js';
import * as api from './api.js';
import { flaws, withPrice } from './pricing.js';
import { settingsStyles } from './settings-styles.js';

const USUAL = 'default';

class Price extends LitElement {
  static properties = {
    device: { attribute: false },
    tariffs: { state: true },
    chosen: { state: true },
    // Of the usual price: { price, currency }.
    draft: { state: true },
    errors: { state: true },
    saved: { state: true },
    busy: { state: true },
  };

  static styles = [base, buttons, fields, settingsStyles];

  constructor() {
    super();
    new SettingsController(this);
    this.errors = {};
  }

  willUpdate(changed) {
    if (changed.has('device')) {
      this.#look();
    }
  }

  async #look() {
    try {
      this.tariffs = await api.tariffs();
      this.chosen = (await api.tariffOf(this.device)) ?? USUAL;
      const usual = this.#usualTariff;
      this.draft = {
        price: String(usual?.rates.at(-1).pricePerKwh ?? ''),
        currency: usual?.currency ?? (settings.language === 'zh' ? 'CNY' : 'EUR'),
      };
    } catch (problem) {
      this.errors = errorsOf(problem, []);
    }
  }

  get #usualTariff() {
    return this.tariffs.find(({ id }) => id === USUAL);
  }

  render() {
    return html`<form class="card" novalidate @submit=${this.#save} @input=${this.#typed}>
      <h2>${t('device.price')}</h2>
      ${this.tariffs?.some(({ id }) => id !== USUAL) ? this.#tariff() : nothing}
      ${this.draft && this.chosen === USUAL ? this.#usual() : nothing}
      ${this.errors[''] ? html`<p class="error" role="alert">${this.errors['']}</p>` : nothing}
      <p class="done">
        <button class="primary" ?disabled=${this.busy || !this.draft}>${t('save')}</button>
        <span role="status">${this.saved ? t('device.saved') : nothing}</span>
      </p>
    </form>`;
  }

  #tariff() {
    const own = this.tariffs.filter(({ id }) => id !== USUAL);
    return field({
      name: 'tariffId',
      label: t('device.tariff'),
      errors: this.errors,
      control: select(
        this.chosen,
        [
          { value: USUAL, text: t('device.tariff.default') },
          ...own.map(({ id, currency }) => ({ value: id, text: `${id} (${currency})` })),
        ],
        (chosen) => (this.chosen = chosen),
      ),
    });
  }

  #usual() {
    return html`<div class="row">
        ${field({
          name: 'price',
          label: t('device.pricePerKwh'),
          value: this.draft.price,
          inputmode: 'decimal',
          errors: this.errors,
        })}
        ${field({
          name: 'currency',
          label: t('device.currency'),
          hint: t('device.currency.hint'),
          value: this.draft.currency,
          maxlength: 3,
          errors: this.errors,
        })}
      </div>
      <p class="soft">${t('device.price.hint')}</p>`;
  }

  #typed = ({ target }) => {
    this.saved = false;
    if (target.name in this.draft) {
      this.draft = { ...this.draft, [target.name]: target.value };
    }
  };

  #save = async (event) => {
    event.preventDefault();
    const usual = this.chosen === USUAL;
    this.errors = usual ? flaws(this.draft) : {};
    if (Object.keys(this.errors).length > 0) {
      return;
    }
    this.busy = true;
    try {
      if (usual) {
        await api.putTariff(USUAL, withPrice(this.#usualTariff, this.draft));
      }
      await api.assignTariff(this.device, usual ? undefined : this.chosen);
      this.saved = true;
      await this.#look();
    } catch (problem) {
      this.errors = errorsOf(problem, ['currency', 'tariffId']);
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('st-device-price', Price);
