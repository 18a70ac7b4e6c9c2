// Who changed what, the newest first.
import { LitElement, html } from 'lit';
import { moment, t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import * as api from './api.js';
import { ListController } from './list.js';
import { lists } from './styles.js';

const REFUSED = 400;

class Audit extends LitElement {
  static styles = [base, buttons, fields, lists];

  #filter = {};
  #list = new ListController(this, (after) => api.audit({ ...this.#filter, after }));

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    return html`<form class="bar" @change=${this.#search} @submit=${this.#search}>
        ${field({ name: 'who', label: t('audit.filter.who'), maxlength: 64 })}
        ${field({ name: 'route', label: t('audit.filter.route'), maxlength: 100,
          placeholder: '/timers' })}
        ${field({ name: 'name', label: t('audit.filter.device'), maxlength: 48 })}
        ${field({ name: 'refused', label: t('audit.filter.outcome'), control: outcomes })}
      </form>
      ${this.#list.render(
        ['at', 'who', 'what', 'on', 'outcome'].map((key) => t(`audit.${key}`)),
        row,
      )}`;
  }

  #search(event) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    this.#filter = Object.fromEntries([...form].map(([name, value]) => [name, value.trim()]));
    this.#list.load();
  }
}

function outcomes({ id, describedBy }) {
  return html`<select id=${id} name="refused" aria-describedby=${describedBy}>
    <option value="">${t('audit.filter.all')}</option>
    <option value="false">${t('audit.done')}</option>
    <option value="true">${t('audit.refused', { status: '4xx' })}</option>
  </select>`;
}

// What stood in the path, in its order.
function named(route, parameters) {
  return [...route.matchAll(/\{(\w+)/g)].map(([, name]) => parameters[name]).join(' / ');
}

function row({ at, who, way, address, method, route, parameters, status }) {
  const refused = status >= REFUSED;
  return html`<tr>
    <td class="when">${moment(at, true)}</td>
    <td>
      ${who || t('audit.stranger')}
      <p class="soft">${way ? `${t(`audit.way.${way}`)}, ` : ''}${address}</p>
    </td>
    <td><code>${method} ${route}</code></td>
    <td>${named(route, parameters)}</td>
    <td>
      <span class="tag ${refused ? 'bad' : ''}">
        ${refused ? t('audit.refused', { status }) : t('audit.done')}
      </span>
    </td>
  </tr>`;
}

customElements.define('st-access-audit', Audit);
