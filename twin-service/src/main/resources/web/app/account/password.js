// Changes the user's own password; at the first sign-in nothing else is possible before.
import { LitElement, html, nothing } from 'lit';
import { problemText, t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { field, fields } from '../ui/field.js';
import { base, buttons } from '../ui/styles.js';
import * as api from './api.js';
import { sections } from './styles.js';

const MIN_LENGTH = 10;

class Password extends LitElement {
  static properties = {
    // Whether it must be changed.
    first: { type: Boolean },
    // The present one, if it was typed in just before.
    present: { attribute: false },
    name: {},
    busy: { state: true },
    done: { state: true },
    errors: { state: true },
  };

  static styles = [base, buttons, fields, sections];

  constructor() {
    super();
    new SettingsController(this);
    this.errors = {};
  }

  render() {
    const secret = (name, autocomplete, hint) =>
      field({
        name,
        label: t(`password.${name}`),
        type: 'password',
        autocomplete,
        hint,
        errors: this.errors,
        maxlength: 128,
      });
    return html`<section class="card">
      <h2>${t(this.first ? 'password.first' : 'password.title')}</h2>
      ${this.first ? html`<p class="soft">${t('password.first.hint')}</p>` : nothing}
      <form novalidate @submit=${this.#submit}>
        <input hidden autocomplete="username" .value=${this.name ?? ''} />
        ${this.present ? nothing : secret('present', 'current-password')}
        ${secret('chosen', 'new-password', t('password.hint'))}
        ${secret('again', 'new-password')}
        <p role="alert" class="wrong">${this.errors[''] ?? nothing}</p>
        <p role="status" class="good">${this.done ? t('password.changed') : nothing}</p>
        <button class="primary" ?disabled=${this.busy}>${t('password.change')}</button>
      </form>
    </section>`;
  }

  async #submit(event) {
    event.preventDefault();
    const form = event.target;
    const value = (name) => form.elements[name]?.value ?? '';
    const present = this.present ?? value('present');
    this.done = false;
    this.errors = flaws(present, value('chosen'), value('again'));
    if (Object.keys(this.errors).length > 0) {
      form.elements[Object.keys(this.errors)[0]]?.focus();
      return;
    }
    this.busy = true;
    try {
      await api.changePassword({ present, chosen: value('chosen') });
      form.reset();
      this.done = true;
      this.dispatchEvent(new CustomEvent('changed'));
    } catch (problem) {
      this.errors = refused(problem);
    } finally {
      this.busy = false;
    }
  }
}

function flaws(present, chosen, again) {
  const errors = {};
  if (present === '') {
    errors.present = t('signin.missing.password');
  }
  if (chosen.length < MIN_LENGTH) {
    errors.chosen = t('password.short');
  } else if (chosen !== again) {
    errors.again = t('password.different');
  }
  return errors;
}

function refused(problem) {
  switch (problem.errors?.[0]?.field) {
    case 'present':
      return { present: t('password.wrong') };
    case 'chosen':
      return { chosen: t('password.weak') };
    default:
      return { '': problemText(problem) };
  }
}

customElements.define('st-password', Password);
