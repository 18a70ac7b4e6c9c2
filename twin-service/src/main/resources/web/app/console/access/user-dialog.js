// One user: creates, changes, or takes away.
import { LitElement, html, nothing } from 'lit';
import { problemText, t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { confirmation } from '../../ui/confirm.js';
import '../../ui/dialog.js';
import { field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import * as api from './api.js';
import { lists } from './styles.js';

const ROLES = ['operator', 'installer', 'owner', 'viewer'];
const NAME = /^[a-z0-9][a-z0-9._@+-]{1,63}$/;

class UserDialog extends LitElement {
  static properties = {
    user: { attribute: false },
    // The one-time password, while it is shown.
    password: { state: true },
    errors: { state: true },
    question: { state: true },
  };

  static styles = [base, buttons, fields, lists];

  constructor() {
    super();
    new SettingsController(this);
    this.errors = {};
  }

  render() {
    const heading = this.password
      ? t('users.password', { name: this.user.name })
      : (this.user.name ?? t('users.new'));
    return html`<st-dialog .heading=${heading} @closed=${this.#tell('closed')}>
        ${this.password ? this.#shown() : this.#form()}
      </st-dialog>
      ${this.question
        ? confirmation(this.question, () => (this.question = undefined))
        : nothing}`;
  }

  #shown() {
    return html`<p role="status">${t('users.password.hint')}</p>
      <output>${this.password}</output>
      <button slot="actions" class="primary" @click=${this.#close}>${t('close')}</button>`;
  }

  #form() {
    const { name, role = 'owner', language = '', disabled } = this.user;
    const choice = (id, values, chosen) => ({ id: control, invalid, describedBy }) =>
      html`<select id=${control} name=${id} aria-invalid=${invalid} aria-describedby=${describedBy}>
        ${values.map(
          ([value, label]) =>
            html`<option value=${value} ?selected=${value === chosen}>${label}</option>`,
        )}
      </select>`;
    const roles = ROLES.map((it) => [it, t(`role.${it}`)]);
    const languages = [['', t('users.language.browser')], ['en', 'English'], ['zh', '中文']];
    return html`<form id="form" novalidate @submit=${this.#submit}>
        ${name
          ? nothing
          : field({ name: 'name', label: t('users.name'), hint: t('users.name.hint'), maxlength: 64,
              errors: this.errors })}
        ${field({ name: 'role', label: t('users.role'), control: choice('role', roles, role) })}
        ${field({ name: 'language', label: t('users.language'),
          control: choice('language', languages, language) })}
        ${name
          ? html`<label>
              <input type="checkbox" name="disabled" .checked=${disabled} />
              ${t('users.isDisabled')}
            </label>`
          : nothing}
        <p class="wrong" role="alert">${this.errors[''] ?? nothing}</p>
      </form>
      ${name ? this.#others() : nothing}
      <button slot="actions" class="primary" @click=${this.#send}>
        ${t(name ? 'users.save' : 'users.create')}
      </button>`;
  }

  #others() {
    const { name } = this.user;
    const ask = (key, run) => () => {
      this.question = {
        title: t(`users.${key}.title`, { name }),
        text: t(`users.${key}.text`, { name }),
        action: t(`users.${key}`),
        run: () => this.#attempt(run),
      };
    };
    const reset = async () => (this.password = (await api.resetPassword(name)).oneTimePassword);
    const remove = async () => {
      await api.deleteUser(name);
      this.#close();
    };
    return html`<button slot="actions" class="danger" @click=${ask('delete', remove)}>
        ${t('users.delete')}
      </button>
      <button slot="actions" @click=${() => this.#attempt(() => api.signOut(name))}>
        ${t('users.signOut')}
      </button>
      <button slot="actions" @click=${ask('reset', reset)}>${t('users.reset')}</button>`;
  }

  #send() {
    this.renderRoot.getElementById('form').requestSubmit();
  }

  #submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const wanted = { role: form.get('role'), language: form.get('language') || null };
    return this.#attempt(async () => {
      if (this.user.name) {
        await api.changeUser(this.user.name, { ...wanted, disabled: form.has('disabled') });
        this.#close();
        return;
      }
      const name = form.get('name').trim().toLowerCase();
      if (!NAME.test(name)) {
        this.errors = { name: t('users.name.wrong') };
        return;
      }
      this.user = await api.createUser({ name, ...wanted });
      this.password = this.user.oneTimePassword;
    });
  }

  async #attempt(work) {
    this.errors = {};
    try {
      await work();
      this.#tell('changed')();
    } catch (problem) {
      const text = problemText(problem);
      this.errors =
        problem.code === 'already-exists' ? { name: t('users.name.taken') } : { '': text };
    }
  }

  #close = () => this.renderRoot.querySelector('st-dialog').close();

  #tell(what) {
    return () => this.dispatchEvent(new CustomEvent(what));
  }
}

customElements.define('st-user-dialog', UserDialog);
