// Draws a token and shows it, once.
import { LitElement, css, html, nothing } from 'lit';
import { errorsOf, field, fields } from '../ui/field.js';
import { problemText, t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import '../ui/dialog.js';
import { base, buttons } from '../ui/styles.js';
import * as api from './api.js';

// What each scope is for, by a right that whoever uses it must have.
const SCOPES = [
  ['read', 'look'],
  ['control', 'control'],
  ['manage', 'arrange'],
  ['administer', 'administer'],
];

class TokenForm extends LitElement {
  static properties = {
    rights: { attribute: false },
    errors: { state: true },
    token: { state: true },
    copied: { state: true },
  };

  static styles = [
    base,
    buttons,
    fields,
    css`
      fieldset {
        margin: 14px 0 0;
        padding: 0;
        border: none;
      }
      label.choice {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: var(--touch);
        font-weight: 400;
      }
      output {
        display: block;
        margin: 12px 0;
        padding: 12px 14px;
        border-radius: var(--radius-small);
        background: var(--raised);
        font-family: ui-monospace, monospace;
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
    this.errors = {};
  }

  render() {
    return html`<st-dialog .heading=${t('tokens.draw')}
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}>
      ${this.token ? this.#shown() : this.#form()}
    </st-dialog>`;
  }

  #form() {
    return html`<form id="form" novalidate @submit=${this.#submit}>
        ${field({ name: 'name', label: t('tokens.name'), errors: this.errors, maxlength: 64,
          placeholder: 'Home Assistant' })}
        <fieldset aria-describedby="scopes-error">
          <legend>${t('tokens.scopes')}</legend>
          ${SCOPES.filter(([, right]) => this.rights.includes(right)).map(
            ([scope]) => html`<label class="choice">
              <input type="checkbox" name="scopes" value=${scope} ?checked=${scope === 'read'} />
              ${t(`tokens.scope.${scope}`)}
            </label>`,
          )}
          <p id="scopes-error" class="wrong" role="alert">${this.errors.scopes ?? nothing}</p>
        </fieldset>
        ${field({ name: 'expiresAt', label: t('tokens.expiry'), type: 'date',
          errors: this.errors })}
        <p class="wrong" role="alert">${this.errors[''] ?? nothing}</p>
      </form>
      <button slot="actions" class="primary" @click=${this.#send}>${t('tokens.draw')}</button>`;
  }

  #shown() {
    return html`<p role="status">${t('tokens.shown')}</p>
      <output>${this.token}</output>
      <button slot="actions" @click=${this.#copy}>
        ${t(this.copied ? 'tokens.copied' : 'tokens.copy')}
      </button>
      <button slot="actions" class="primary"
        @click=${() => this.renderRoot.querySelector('st-dialog').close()}>
        ${t('close')}
      </button>`;
  }

  // Copying takes HTTPS or this machine; elsewhere the text is there to be marked.
  async #copy() {
    await navigator.clipboard?.writeText(this.token);
    this.copied = navigator.clipboard !== undefined;
  }

  #send() {
    this.renderRoot.getElementById('form').requestSubmit();
  }

  async #submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const day = form.get('expiresAt');
    // The whole of that day, where the reader is.
    const expiresAt = day ? new Date(`${day}T23:59:59`).toISOString() : undefined;
    const wanted = { name: form.get('name').trim(), scopes: form.getAll('scopes'), expiresAt };
    this.errors = flaws(wanted);
    if (Object.keys(this.errors).length > 0) {
      return;
    }
    try {
      this.token = (await api.drawToken(wanted)).token;
      this.dispatchEvent(new CustomEvent('drawn'));
    } catch (problem) {
      this.errors =
        problem.code === 'already-exists'
          ? { name: t('tokens.taken') }
          : problem.errors?.length
            ? errorsOf(problem, ['name', 'scopes', 'expiresAt'])
            : { '': problemText(problem) };
    }
  }
}

function flaws({ name, scopes, expiresAt }) {
  const errors = {};
  if (name === '') {
    errors.name = t('tokens.missing.name');
  }
  if (scopes.length === 0) {
    errors.scopes = t('tokens.missing.scopes');
  }
  if (expiresAt && new Date(expiresAt) < new Date()) {
    errors.expiresAt = t('tokens.past');
  }
  return errors;
}

customElements.define('st-token-form', TokenForm);
