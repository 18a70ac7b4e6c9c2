// Everybody's tokens.
import { LitElement, html, nothing } from 'lit';
import { life } from '../../account/tokens.js';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { confirmation } from '../../ui/confirm.js';
import { base, buttons } from '../../ui/styles.js';
import * as api from './api.js';
import { ListController } from './list.js';
import { lists } from './styles.js';

class Tokens extends LitElement {
  static properties = { question: { state: true } };

  static styles = [base, buttons, lists];

  #list = new ListController(this, api.tokens);

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    return html`${this.#list.render(
        [t('tokens.user'), t('tokens.name'), t('tokens.scopes'), t('tokens.life'), ''],
        (token) => this.#row(token),
      )}
      ${this.question
        ? confirmation(this.question, () => (this.question = undefined))
        : nothing}`;
  }

  #row(token) {
    return html`<tr>
      <td>${token.user}</td>
      <td>${token.name}</td>
      <td>
        ${token.scopes.map((scope) => html`<span class="tag">${t(`tokens.scope.${scope}`)}</span> `)}
      </td>
      <td>${life(token)}</td>
      <td>
        <button aria-label="${t('tokens.revoke')}: ${token.name}" @click=${() => this.#ask(token)}>
          ${t('tokens.revoke')}
        </button>
      </td>
    </tr>`;
  }

  #ask({ id, name }) {
    this.question = {
      title: t('tokens.revoke.title', { name }),
      text: t('tokens.revoke.text'),
      action: t('tokens.revoke'),
      run: () =>
        this.#list.attempt(async () => {
          await api.revokeToken(id);
          await this.#list.load();
        }),
    };
  }
}

customElements.define('st-access-tokens', Tokens);
