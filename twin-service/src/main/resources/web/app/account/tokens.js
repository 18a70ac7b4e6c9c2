// The programs that act for somebody.
import { LitElement, html, nothing } from 'lit';
import { moment, problemText, t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { confirmation } from '../ui/confirm.js';
import { base, buttons } from '../ui/styles.js';
import * as api from './api.js';
import { sections } from './styles.js';
import './token-form.js';

class Tokens extends LitElement {
  static properties = {
    // What the user may do: a token for more would be of no use.
    rights: { attribute: false },
    list: { state: true },
    problem: { state: true },
    drawing: { state: true },
    question: { state: true },
  };

  static styles = [base, buttons, sections];

  constructor() {
    super();
    new SettingsController(this);
    this.list = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      this.list = await api.tokens();
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<section class="card">
      <h2>${t('tokens.title')}</h2>
      <p class="soft">${t('tokens.hint')}</p>
      ${this.problem
        ? html`<p class="error" role="alert">${problemText(this.problem)}</p>`
        : nothing}
      <ul>
        ${this.list.map((token) => this.#token(token))}
      </ul>
      ${this.list.length === 0 ? html`<p class="soft">${t('tokens.none')}</p>` : nothing}
      <div class="actions">
        <button @click=${() => (this.drawing = true)}>${t('tokens.draw')}</button>
      </div>
      ${this.drawing
        ? html`<st-token-form .rights=${this.rights} @drawn=${this.#load}
            @closed=${() => (this.drawing = false)}></st-token-form>`
        : nothing}
      ${this.question
        ? confirmation(this.question, () => (this.question = undefined))
        : nothing}
    </section>`;
  }

  #token(token) {
    return html`<li>
      <div>
        ${token.name}
        ${token.scopes.map((scope) => html`<span class="tag">${t(`tokens.scope.${scope}`)}</span> `)}
        <p class="soft">${life(token)}</p>
      </div>
      <button aria-label="${t('tokens.revoke')}: ${token.name}" @click=${() => this.#ask(token)}>
        ${t('tokens.revoke')}
      </button>
    </li>`;
  }

  #ask({ id, name }) {
    this.question = {
      title: t('tokens.revoke.title', { name }),
      text: t('tokens.revoke.text'),
      action: t('tokens.revoke'),
      run: async () => {
        try {
          await api.revokeToken(id);
        } catch (problem) {
          this.problem = problem;
        }
        await this.#load();
      },
    };
  }
}

// When it was used and how long it is good.
export function life({ usedAt, expiresAt }) {
  const used = usedAt ? t('tokens.used', { time: moment(usedAt) }) : t('tokens.never');
  if (!expiresAt) {
    return used;
  }
  const over = new Date(expiresAt) < new Date();
  return `${used} · ${over ? t('tokens.expired') : t('tokens.until', { time: moment(expiresAt) })}`;
}

customElements.define('st-tokens', Tokens);
