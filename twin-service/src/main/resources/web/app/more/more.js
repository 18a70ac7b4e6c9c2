// What concerns the reader and this browser: language, theme, notifications, signing out.
import { LitElement, css, html, nothing } from 'lit';
import * as api from '../api.js';
import { settingsStyles } from '../device/settings-styles.js';
import { problemText, t } from '../i18n.js';
import { ACCOUNT } from '../router.js';
import { SettingsController, THEMES, choose, settings } from '../settings.js';
import { icons } from '../ui/icons.js';
import { base, buttons } from '../ui/styles.js';
import * as push from './push.js';
import './notifications.js';
import './words.js';
import '../ui/choice.js';

const LANGUAGES = [
  { value: 'en', text: 'English' },
  { value: 'zh', text: '中文' },
];

// Tells "left" when the reader has signed out.
class More extends LitElement {
  static properties = {
    user: { attribute: false },
    // Whether there is an account of the reader's own.
    account: { type: Boolean },
    problem: { state: true },
  };

  static styles = [
    base,
    buttons,
    settingsStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
        max-width: 640px;
        margin-inline: auto;
      }
      h1 {
        font-size: 1.5rem;
        font-weight: 700;
      }
      h3 {
        margin: 16px 0 6px;
        font-size: 1rem;
        font-weight: 600;
      }
      .to-account {
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-height: var(--touch);
      }
      .leave {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 10px;
        width: 100%;
        margin-top: 12px;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    return html`
      <h1>${t('more.title')}</h1>
      <section class="card">
        <h2>${t('more.look')}</h2>
        <h3>${t('more.language')}</h3>
        <st-choice
          class="language"
          .label=${t('more.language')}
          .value=${settings.language}
          .options=${LANGUAGES}
          @chosen=${({ detail: language }) => choose({ language })}
        ></st-choice>
        <h3>${t('more.theme')}</h3>
        <st-choice
          class="theme"
          .label=${t('more.theme')}
          .value=${settings.theme}
          .options=${THEMES.map((value) => ({ value, text: t(`more.theme.${value}`) }))}
          @chosen=${({ detail: theme }) => choose({ theme })}
        ></st-choice>
      </section>
      <st-notifications ?manager=${this.user.rights?.includes('manage')}></st-notifications>
      <section class="card">
        <p>${t('more.user', { name: this.user.name })}</p>
        ${this.account
          ? html`<a class="to-account" href=${ACCOUNT}>${t('account')}${icons.forward}</a>`
          : nothing}
        <button class="leave" @click=${this.#leave}>${icons.leave}${t('signout')}</button>
        ${this.problem
          ? html`<p class="error" role="alert">${problemText(this.problem)}</p>`
          : nothing}
      </section>
    `;
  }

  async #leave() {
    this.problem = undefined;
    try {
      // A browser without its push service is to let its reader go all the same.
      await push.end().catch(() => undefined);
      await api.signOut();
      this.dispatchEvent(new CustomEvent('left'));
    } catch (problem) {
      this.problem = problem;
    }
  }
}

customElements.define('st-more', More);
