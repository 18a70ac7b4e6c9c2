// Exchanges name and password, or the machine's access key, for a session.
import { LitElement, html, nothing } from 'lit';
import * as api from '../api.js';
import { problemText, t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { field, fields } from '../ui/field.js';
import { icons } from '../ui/icons.js';
import { base, buttons } from '../ui/styles.js';
import { signInStyles } from './sign-in-styles.js';

class SignIn extends LitElement {
  static properties = {
    // Whether a session ended, rather than none having begun.
    ended: { type: Boolean },
    withKey: { state: true },
    shown: { state: true },
    busy: { state: true },
    // By field; under '' what is wrong with all of it.
    errors: { state: true },
  };

  static styles = [base, buttons, fields, signInStyles];

  constructor() {
    super();
    new SettingsController(this);
    this.withKey = false;
    this.shown = false;
    this.errors = {};
  }

  render() {
    return html`<form class="card" novalidate @submit=${this.#submit}>
      <h1>${t('signin.title')}</h1>
      ${this.ended ? html`<p class="notice" role="status">${t('signin.ended')}</p>` : nothing}
      ${this.withKey ? this.#key() : this.#person()}
      <div role="alert">
        ${this.errors[''] ? html`<p class="error">${this.errors['']}</p>` : nothing}
      </div>
      <button class="primary" ?disabled=${this.busy}>${t('signin.submit')}</button>
      <button type="button" class="link" @click=${this.#other}>
        ${t(this.withKey ? 'signin.withName' : 'signin.withKey')}
      </button>
    </form>`;
  }

  #person() {
    return html`${field({
      name: 'name',
      label: t('signin.name'),
      errors: this.errors,
      autocomplete: 'username',
      maxlength: 64,
    })}
    ${this.#secret('password', t('signin.password'), 128)}`;
  }

  #key() {
    return html`<input hidden autocomplete="username" name="username" value="operator key" />
      ${this.#secret('key', t('signin.key'), 256, t('signin.hint'))}`;
  }

  #secret(name, label, maxlength, hint) {
    return field({
      name,
      label,
      hint,
      errors: this.errors,
      control: ({ id, invalid, describedBy }) => html`<div class="secret">
        <input id=${id} name=${name} type=${this.shown ? 'text' : 'password'}
          autocomplete="current-password" autocapitalize="none" spellcheck="false"
          maxlength=${maxlength} aria-invalid=${invalid} aria-describedby=${describedBy} />
        <button type="button" class="icon" @click=${() => (this.shown = !this.shown)}
          aria-label=${t(this.shown ? 'signin.hide' : 'signin.show')}>
          ${this.shown ? icons.hidden : icons.eye}
        </button>
      </div>`,
    });
  }

  firstUpdated() {
    this.#focus(['name', 'key']);
  }

  async #other() {
    this.withKey = !this.withKey;
    this.errors = {};
    await this.updateComplete;
    this.#focus(['name', 'key']);
  }

  #focus(names) {
    names.map((name) => this.renderRoot.getElementById(name)).find((it) => it)?.focus();
  }

  async #submit(event) {
    event.preventDefault();
    const names = this.withKey ? ['key'] : ['name', 'password'];
    const given = Object.fromEntries(
      names.map((name) => [name, this.renderRoot.getElementById(name).value]),
    );
    const missing = names.filter((name) => given[name].trim() === '');
    this.errors = Object.fromEntries(missing.map((name) => [name, t(`signin.missing.${name}`)]));
    if (missing.length > 0) {
      this.#focus(missing);
      return;
    }
    this.busy = true;
    try {
      const user = await api.signIn(given);
      // The next page asks for it again where it was drawn for one use only.
      const detail = { ...user, password: user.mustChangePassword ? given.password : undefined };
      this.dispatchEvent(new CustomEvent('signed-in', { detail }));
    } catch (problem) {
      const secret = names.at(-1);
      this.errors =
        problem.code === 'unauthenticated'
          ? { [secret]: t(this.withKey ? 'signin.wrong' : 'signin.unfit') }
          : { '': problemText(problem) };
      this.renderRoot.getElementById(secret).select();
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('st-sign-in', SignIn);
