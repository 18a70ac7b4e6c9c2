// The homes somebody belongs to and the devices that are shared with them.
import { LitElement, html, nothing } from 'lit';
import { moment, problemText, t } from '../i18n.js';
import { socketHref } from '../router.js';
import { SettingsController } from '../settings.js';
import { confirmation } from '../ui/confirm.js';
import { field, fields } from '../ui/field.js';
import { base, buttons } from '../ui/styles.js';
import * as api from './api.js';
import { sections } from './styles.js';

class Shares extends LitElement {
  static properties = {
    homes: { state: true },
    devices: { state: true },
    problem: { state: true },
    errors: { state: true },
    question: { state: true },
  };

  static styles = [base, buttons, fields, sections];

  constructor() {
    super();
    new SettingsController(this);
    this.homes = [];
    this.devices = [];
    this.errors = {};
  }

  async connectedCallback() {
    super.connectedCallback();
    try {
      [this.homes, this.devices] = await Promise.all([api.memberships(), api.shares()]);
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<section class="card">
      <h2>${t('shares.title')}</h2>
      ${this.problem ? html`<p class="error" role="alert">${this.#problemText()}</p>` : nothing}
      ${this.homes.length + this.devices.length === 0
        ? html`<p class="soft">${t('shares.none')}</p>`
        : nothing}
      <ul>
        ${this.homes.map((home) => this.#home(home))}
        ${this.devices.map((device) => this.#device(device))}
      </ul>
      <form novalidate @submit=${this.#join}>
        ${field({ name: 'code', label: t('shares.code'), errors: this.errors, maxlength: 64 })}
        <button>${t('shares.join')}</button>
      </form>
      ${this.question
        ? confirmation(this.question, () => (this.question = undefined))
        : nothing}
    </section>`;
  }

  #home({ homeId, home, level }) {
    return html`<li>
      <div>
        <span class="tag">${t('shares.home')}</span> ${home}
        <p class="soft">${t(`level.${level}`)}</p>
      </div>
      <button aria-label="${t('shares.leave')}: ${home}" @click=${() => this.#askLeave(homeId, home)}>
        ${t('shares.leave')}
      </button>
    </li>`;
  }

  #device({ productId, name, level, author, expiresAt }) {
    const until = expiresAt ? t('tokens.until', { time: moment(expiresAt) }) : undefined;
    return html`<li>
      <div>
        <span class="tag">${t('shares.device')}</span>
        <a href=${socketHref({ productId, name })}>${name}</a>
        <p class="soft">
          ${[t(`level.${level}`), t('shares.from', { name: author }), until]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
    </li>`;
  }

  #problemText() {
    return this.problem.code === 'in-use' ? t('shares.lastOwner') : problemText(this.problem);
  }

  async #join(event) {
    event.preventDefault();
    const form = event.target;
    try {
      this.homes = await api.join(form.elements.code.value);
      form.reset();
      this.errors = {};
    } catch (problem) {
      const wrong = problem.code === 'invalid';
      this.errors = { code: wrong ? t('shares.code.wrong') : problemText(problem) };
    }
  }

  #askLeave(homeId, name) {
    this.problem = undefined;
    this.question = {
      title: t('shares.leave.title', { name }),
      text: t('shares.leave.text'),
      action: t('shares.leave'),
      run: async () => {
        try {
          await api.leave(homeId);
          this.homes = this.homes.filter((home) => home.homeId !== homeId);
        } catch (problem) {
          this.problem = problem;
        }
      },
    };
  }
}

customElements.define('st-shares', Shares);
