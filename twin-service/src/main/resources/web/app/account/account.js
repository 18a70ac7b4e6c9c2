// What users decide for themselves: loaded when somebody goes there, or has to choose a password.
import { LitElement, css, html } from 'lit';
import { addWords, t } from '../i18n.js';
import { SettingsController, settings } from '../settings.js';
import { base } from '../ui/styles.js';
import * as api from './api.js';
import './password.js';
import './sessions.js';
import './shares.js';
import './tokens.js';
import words from './words.js';

addWords(words);

class Account extends LitElement {
  static properties = { user: { attribute: false } };

  static styles = [
    base,
    css`
      h1 {
        font-size: 1.75rem;
      }
      .all {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(440px, 100%), 1fr));
        align-items: start;
        margin-top: 16px;
      }
      .alone {
        max-width: 480px;
        margin: 16px auto;
      }
    `,
  ];

  #language = settings.language;

  constructor() {
    super();
    new SettingsController(this);
  }

  // The language follows the user to other browsers.
  updated() {
    if (settings.language !== this.#language && !this.user.mustChangePassword) {
      this.#language = settings.language;
      api.chooseLanguage(settings.language).catch(() => {});
    }
  }

  render() {
    const { name, role, rights, mustChangePassword, password } = this.user;
    if (mustChangePassword) {
      return html`<st-password first class="alone" .name=${name} .present=${password}
        @changed=${this.#changed}></st-password>`;
    }
    return html`<h1>${t('account.title')}</h1>
      <p class="soft">${t('account.signedInAs', { name, role: t(`role.${role}`) })}</p>
      <div class="all">
        <st-shares></st-shares>
        <st-sessions @changed=${this.#changed}></st-sessions>
        <st-tokens .rights=${rights}></st-tokens>
        <st-password .name=${name} @changed=${() => this.#sessions()?.load()}></st-password>
      </div>`;
  }

  #sessions() {
    return this.renderRoot.querySelector('st-sessions');
  }

  #changed() {
    this.dispatchEvent(new CustomEvent('changed'));
  }
}

customElements.define('st-account', Account);
