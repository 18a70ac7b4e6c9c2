// The frame around the pages: who is signed in, where we are, how to get elsewhere.
import { LitElement, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import * as api from './api.js';
import { appStyles } from './app-styles.js';
import { problemText, t } from './i18n.js';
import { part } from './parts.js';
import { HOME, route } from './router.js';
import { SettingsController, choose, settings } from './settings.js';
import { icons } from './ui/icons.js';
import { base, buttons } from './ui/styles.js';
import './navigation.js';
import './home/home.js';
import './pages/sign-in.js';
import './pages/socket.js';

// What pages ask for.
const RIGHTS = ['control', 'arrange', 'install'];

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
    addEventListener('hashchange', () => this.#go());
    api.session.addEventListener('ended', () => {
      // Of several requests under way each tells.
      this.ended ||= Boolean(this.user);
      this.user = null;
    });
    this.#whoAmI();
  }

  #go() {
    const before = this.route;
    this.route = route();
    this.problem = undefined;
    // Another section of a socket stays where it is.
    if (this.route.page !== 'socket' || before.page !== 'socket') {
      scrollTo(0, 0);
    }
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
    const inConsole = this.user && this.route.page === 'console';
    return html`
      <header class=${inConsole ? 'wide' : ''}>
        <a class="brand" href=${HOME}>${icons.brand}<span>SocketTwin</span></a>
        ${this.user
          ? html`<st-navigation
              .page=${this.route.page}
              ?operator=${this.#may('oversee')}
            ></st-navigation>`
          : this.#language()}
      </header>
      <main class=${inConsole ? 'wide' : ''}>${this.#page()}</main>
    `;
  }

  updated() {
    if (!this.user || this.route.page !== 'socket') {
      document.title = 'SocketTwin';
    }
  }

  // Before the sign-in there are no settings.
  #language() {
    const language = settings.language === 'zh' ? 'en' : 'zh';
    return html`<button class="language" lang=${language === 'zh' ? 'zh-CN' : 'en'}
      aria-label="${t('language.other')}: ${t('language.switch')}" @click=${() => choose({ language })}>
      ${t('language.other')}
    </button>`;
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
    const rights = Object.fromEntries(RIGHTS.map((right) => [right, this.#may(right)]));
    const there = this.user.mustChangePassword ? { page: 'account' } : this.route;
    if (there.page === 'socket') {
      return this.#socket(rights);
    }
    const shown = {
      user: this.user,
      rights,
      may: (right) => this.#may(right),
      changed: () => this.#whoAmI(),
      left: () => (this.user = null),
      failed: () => (this.problem = new api.Problem('unreachable')),
    };
    return part(there, shown) ?? html`<st-home .rights=${rights}></st-home>`;
  }

  // What each device permits the service decides; without the right nobody has anything to switch.
  // Another socket is another element, with a stream of its own.
  #socket(rights) {
    const { productId, name, section } = this.route;
    return keyed(
      `${productId}/${name}`,
      html`<st-socket others .rights=${rights} .device=${{ productId, name }} .section=${section}>
      </st-socket>`,
    );
  }

  #may(right) {
    return this.user.rights.includes(right);
  }

  #signedIn({ detail }) {
    this.ended = false;
    this.user = detail;
    if (detail.language) {
      choose({ language: detail.language });
    }
  }
}

customElements.define('st-app', App);
