// A code that makes a socket the reader's: the socket presents it from its pairing window.
import { LitElement, css, html, nothing } from 'lit';
import { settingsStyles } from '../device/settings-styles.js';
import { moment, problemText, t } from '../i18n.js';
import { socketHref } from '../router.js';
import { SettingsController } from '../settings.js';
import { base, buttons } from '../ui/styles.js';
import * as api from './api.js';

const ASK_MILLIS = 2_000;

class Pair extends LitElement {
  static properties = {
    // { token, expiresAt }
    token: { state: true },
    state: { state: true },
    copied: { state: true },
    problem: { state: true },
  };

  static styles = [
    base,
    buttons,
    settingsStyles,
    css`
      code {
        display: block;
        margin: 12px 0;
        padding: 14px;
        border-radius: var(--radius-small);
        background: var(--raised);
        font-size: 1.125rem;
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ];

  #timer;

  constructor() {
    super();
    new SettingsController(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    return html`<section class="card">
      <p>${t('add.pair.about')}</p>
      ${this.token && this.state !== 'EXPIRED' ? this.#waiting() : this.#draw()}
      ${this.problem
        ? html`<p class="error" role="alert">${problemText(this.problem)}</p>`
        : nothing}
    </section>`;
  }

  #draw() {
    return html`${this.state === 'EXPIRED'
        ? html`<p class="error" role="status">${t('add.pair.expired')}</p>`
        : nothing}
      <p class="done">
        <button class="primary" @click=${this.#begin}>${t('add.pair.draw')}</button>
      </p>`;
  }

  #waiting() {
    return html`<code aria-label=${t('add.pair.code')}>${this.token.token}</code>
      <p class="done">
        <button @click=${this.#copy}>${t('add.pair.copy')}</button>
        <span role="status">
          ${this.copied
            ? t('add.pair.copied')
            : t('add.pair.waiting', { time: moment(this.token.expiresAt) })}
        </span>
      </p>`;
  }

  #begin = async () => {
    this.state = undefined;
    this.problem = undefined;
    try {
      this.token = await api.drawToken();
      this.#ask();
    } catch (problem) {
      this.problem = problem;
    }
  };

  #ask = async () => {
    try {
      const { state, productId, name } = await api.tokenState(this.token.token);
      this.state = state;
      this.problem = undefined;
      if (state === 'BOUND') {
        location.hash = socketHref({ productId, name });
        return;
      }
    } catch (problem) {
      this.problem = problem;
    }
    if (this.isConnected && this.state !== 'EXPIRED') {
      this.#timer = setTimeout(this.#ask, ASK_MILLIS);
    }
  };

  #copy = async () => {
    await navigator.clipboard?.writeText(this.token.token);
    this.copied = true;
  };
}

customElements.define('st-pair', Pair);
