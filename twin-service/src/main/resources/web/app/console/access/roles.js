// What each role may do.
import { LitElement, html, nothing } from 'lit';
import { problemText, t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base } from '../../ui/styles.js';
import * as api from './api.js';
import { lists } from './styles.js';

// From what everybody does to what few do.
const RIGHTS = [
  'look',
  'control',
  'arrange',
  'oversee',
  'install',
  'manage',
  'administer',
  'account',
];
// Those that meet devices: whoever does not see all has them for some.
const OF_DEVICES = ['look', 'control', 'arrange'];

class Roles extends LitElement {
  static properties = { roles: { state: true }, problem: { state: true } };

  static styles = [base, lists];

  constructor() {
    super();
    new SettingsController(this);
    this.roles = [];
  }

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.roles = await api.roles();
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`${this.problem
        ? html`<p class="error" role="alert">${problemText(this.problem)}</p>`
        : nothing}
      <div class="card scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">${t('roles.right')}</th>
              ${this.roles.map(({ role }) => html`<th scope="col">${t(`role.${role}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${RIGHTS.map(
              (right) => html`<tr>
                <td>${t(`right.${right}`)}</td>
                ${this.roles.map((role) => html`<td>${extent(role, right)}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="soft">${t('roles.hint')}</p>`;
  }
}

function extent({ rights, seesAll }, right) {
  if (!rights.includes(right)) {
    return html`<span class="soft">${t('roles.no')}</span>`;
  }
  return t(OF_DEVICES.includes(right) && !seesAll ? 'roles.own' : 'roles.yes');
}

customElements.define('st-access-roles', Roles);
