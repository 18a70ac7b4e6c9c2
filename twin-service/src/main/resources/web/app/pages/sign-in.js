// Exchanges the operator's access key for a session.
import { LitElement, css, html, nothing } from 'lit';
import * as api from '../api.js';
import { problemText, t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { icons } from '../ui/icons.js';
import { base, buttons } from '../ui/styles.js';

class SignIn extends LitElement {
  static properties = {
    // Whether a session ended, rather than none having begun.
    ended: { type: Boolean },
    shown: { state: true },
    busy: { state: true },
    // A Problem, or 'missing'.
    problem: { state: true },
  };

  static styles = [
    base,
    buttons,
    css`
      form {
        display: grid;
        gap: 8px;
        max-width: 420px;
        margin: clamp(8px, 9vh, 96px) auto 0;
        padding: 28px 24px 24px;
      }
      h1 {
        margin-bottom: 8px;
        font-size: 1.5rem;
        font-weight: 700;
      }
      label {
        font-weight: 600;
      }
      .field {
        position: relative;
      }
      input[name='key'] {
        width: 100%;
        min-height: 52px;
        padding: 0 56px 0 16px;
        border: 1px solid var(--edge);
        border-radius: var(--radius-small);
        background: var(--ground);
        color: var(--ink);
        font: inherit;
      }
      input[aria-invalid='true'] {
        border-color: var(--bad);
      }
      .field button {
        position: absolute;
        inset: 2px 4px 2px auto;
        color: var(--ink-soft);
      }
      .error {
        margin-top: 4px;
      }
      .primary {
        min-height: 52px;
        margin-top: 8px;
      }
      .notice {
        padding: 10px 14px;
        border-radius: var(--radius-small);
        background: var(--notice-ground);
        color: var(--notice);
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
    this.shown = false;
  }

  render() {
    return html`<form class="card" novalidate @submit=${this.#submit}>
      <h1>${t('signin.title')}</h1>
      ${this.ended ? html`<p class="notice" role="status">${t('signin.ended')}</p>` : nothing}
      <input hidden autocomplete="username" name="username" value="operator" />
      <label for="key">${t('signin.key')}</label>
      <div class="field">
        <input
          id="key"
          name="key"
          type=${this.shown ? 'text' : 'password'}
          autocomplete="current-password"
          autocapitalize="none"
          spellcheck="false"
          maxlength="256"
          autofocus
          aria-invalid=${this.problem ? 'true' : 'false'}
          aria-describedby="problem hint"
        />
        <button
          type="button"
          class="icon"
          aria-label=${t(this.shown ? 'signin.hide' : 'signin.show')}
          @click=${() => (this.shown = !this.shown)}
        >
          ${this.shown ? icons.hidden : icons.eye}
        </button>
      </div>
      <div id="problem" role="alert">
        ${this.problem ? html`<p class="error">${this.#problemText()}</p>` : nothing}
      </div>
      <p id="hint" class="soft">${t('signin.hint')}</p>
      <button class="primary" ?disabled=${this.busy}>${t('signin.submit')}</button>
    </form>`;
  }

  #problemText() {
    if (this.problem === 'missing') {
      return t('signin.missing');
    }
    return this.problem.code === 'unauthenticated' ? t('signin.wrong') : problemText(this.problem);
  }

  async #submit(event) {
    event.preventDefault();
    const input = this.renderRoot.getElementById('key');
    const key = input.value.trim();
    if (key === '') {
      this.problem = 'missing';
      input.focus();
      return;
    }
    this.busy = true;
    try {
      const user = await api.signIn(key);
      this.dispatchEvent(new CustomEvent('signed-in', { detail: user }));
    } catch (problem) {
      this.problem = problem;
      input.select();
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('st-sign-in', SignIn);
