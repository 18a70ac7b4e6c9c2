// The frame around the pages: who is signed in, where we are, language and theme.
import { LitElement, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import * as api from './api.js';
import { appStyles } from './app-styles.js';
import { problemText, t } from './i18n.js';
import { ACCOUNT, CONSOLE, HOME, route } from './router.js';
import { SettingsController, THEMES, choose, settings } from './settings.js';
import { icons } from './ui/icons.js';
import { base, buttons } from './ui/styles.js';
import './pages/home.js';
import './pages/sign-in.js';
import './pages/socket.js';

class App extends LitElement {
  static properties = {
    // undefined until the service told, null if nobody is signed in.
    user: { state: true },
    ended: { state: true },
    problem: { state: true },
    route: { state: true },
  };

  static styles = [base, buttons, appStyles];

  constructor() {
    super();
    new SettingsController(this);
    this.route = route();
    addEventListener('hashchange', () => (this.route = route()));
    api.session.addEventListener('ended', () => {
      this.ended = this.user !== null;
      this.user = null;
    });
    this.#whoAmI();
  }

  async #whoAmI() {
    this.problem = undefined;
    try {
      this.user = await api.currentUser();
    } catch (problem) {
      if (problem.status === 401) {
        this.user = null;
      } else {
        this.problem = problem;
      }
    }
  }

  render() {
    return html`
      <header>
        <a class="brand" href=${HOME}>${icons.brand}<span>SocketTwin</span></a>
        <button class="language" lang=${settings.language === 'zh' ? 'en' : 'zh-CN'}
          aria-label="${t('language.other')}: ${t('language.switch')}" @click=${this.#otherLanguage}>
          ${t('language.other')}
        </button>
        <button class="icon theme" aria-label=${t(`theme.${settings.theme}`)}
          title=${t(`theme.${settings.theme}`)} @click=${this.#nextTheme}>
          ${icons[settings.theme]}
        </button>
        ${this.#may('oversee')
          ? html`<a class="icon" href=${CONSOLE} aria-label=${t('console.open')}
              title=${t('console.open')}>${icons.console}</a>`
          : nothing}
        ${this.#may('account')
          ? html`<a class="icon" href=${ACCOUNT} aria-label=${t('account')}
              title=${t('account')}>${icons.account}</a>`
          : nothing}
        ${this.user
          ? html`<button class="icon leave" aria-label=${t('signout')} title=${t('signout')}
              @click=${this.#leave}>
              ${icons.leave}
            </button>`
          : nothing}
      </header>
      <main>${this.#page()}</main>
    `;
  }

  updated() {
    const { page, name } = this.route;
    document.title = this.user && page === 'socket' ? `${name} · SocketTwin` : 'SocketTwin';
  }

  #page() {
    if (this.problem) {
      return html`<p class="error" role="alert">${problemText(this.problem)}</p>
        <button @click=${this.#whoAmI}>${t('retry')}</button>`;
    }
    if (this.user === undefined) {
      return html`<p class="soft" role="status">${t('loading')}</p>`;
    }
    if (this.user === null) {
      return html`<st-sign-in ?ended=${this.ended} @signed-in=${this.#signedIn}></st-sign-in>`;
    }
    const { page } = this.route;
    if (this.user.mustChangePassword || (page === 'account' && this.#may('account'))) {
      return this.#account();
    }
    if (page === 'console' && this.#may('oversee')) {
      return this.#console();
    }
    // What each device permits the service decides; nobody else has anything to switch.
    const operator = this.#may('control');
    if (this.route.page !== 'socket') {
      return html`<st-home ?operator=${operator}></st-home>`;
    }
    // Another socket is another element, with a stream of its own.
    const { productId, name } = this.route;
    return keyed(
      location.hash,
      html`<st-socket others ?operator=${operator} .device=${{ productId, name }}></st-socket>`,
    );
  }

  #may(right) {
    return this.user?.rights.includes(right);
  }

  #account() {
    import('./account/account.js').catch(() => (this.problem = new api.Problem('unreachable')));
    return html`<st-account .user=${this.user} @changed=${this.#whoAmI}></st-account>`;
  }

  // The element comes to life once its script is there.
  #console() {
    import('./console/console.js').catch(() => (this.problem = new api.Problem('unreachable')));
    return html`<st-console .path=${this.route.rest}></st-console>`;
  }

  #signedIn({ detail }) {
    this.ended = false;
    this.user = detail;
    if (detail.language) {
      choose({ language: detail.language });
    }
  }

  async #leave() {
    try {
      await api.signOut();
      this.user = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  #otherLanguage() {
    choose({ language: settings.language === 'zh' ? 'en' : 'zh' });
  }

  #nextTheme() {
    choose({ theme: THEMES[(THEMES.indexOf(settings.theme) + 1) % THEMES.length] });
  }
}

customElements.define('st-app', App);
