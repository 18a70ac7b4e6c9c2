// The users: who they are, what they may do, whether they have been here.
import { LitElement, html, nothing } from 'lit';
import { moment, t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import * as api from './api.js';
import { ListController } from './list.js';
import { lists } from './styles.js';
import './user-dialog.js';

class Users extends LitElement {
  // The user whose dialogue is open; {} for a new one.
  static properties = { open: { state: true } };

  static styles = [base, buttons, lists];

  #list = new ListController(this, api.users);

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    return html`<div class="bar">
        <button class="primary" @click=${() => (this.open = {})}>${t('users.new')}</button>
      </div>
      ${this.#list.render(
        [t('users.name'), t('users.role'), t('users.state'), t('users.seen'), ''],
        (user) => this.#row(user),
      )}
      ${this.open
        ? html`<st-user-dialog .user=${this.open} @changed=${() => this.#list.load()}
            @closed=${() => (this.open = undefined)}></st-user-dialog>`
        : nothing}`;
  }

  #row(user) {
    return html`<tr>
      <td>${user.name}</td>
      <td>${t(`role.${user.role}`)}</td>
      <td>
        ${user.disabled
          ? html`<span class="tag bad">${t('users.disabled')}</span>`
          : html`<span class="tag">${t(user.mustChangePassword ? 'users.mustChange' : 'users.active')}</span>`}
      </td>
      <td class="when">${user.signedInAt ? moment(user.signedInAt) : t('users.never')}</td>
      <td>
        <button aria-label="${t('users.edit')}: ${user.name}" @click=${() => (this.open = user)}>
          ${t('users.edit')}
        </button>
      </td>
    </tr>`;
  }
}

customElements.define('st-access-users', Users);
