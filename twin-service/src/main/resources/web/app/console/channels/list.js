// All channels, each to be tried by a press.
import { LitElement, css, html, nothing } from 'lit';
import { problemText, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import * as api from './api.js';
import './trial.js';

class ChannelList extends LitElement {
  static properties = {
    channels: { state: true },
    dead: { state: true },
    problem: { state: true },
  };

  static styles = [
    base,
    buttons,
    partStyles,
    tableStyles,
    css`
      .dead {
        color: var(--bad);
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      const [channels, dead] = await Promise.all([api.list(), api.messages('dead')]);
      this.channels = channels;
      this.dead = dead.total;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<div class="head">
        <h1>${t('channels.heading')}</h1>
        <a class=${this.dead > 0 ? 'dead' : ''} href=${href('console', 'channels', 'messages')}>
          ${this.dead > 0 ? t('channels.messages.dead', { n: this.dead }) : t('channels.messages')}</a>
        <a class="button" href=${href('console', 'channels', 'new')}>${t('channels.create')}</a>
      </div>
      ${this.problem ? html`<p class="error" role="alert">${problemText(this.problem)}</p>` : nothing}
      ${this.channels ? this.#table() : this.problem ? nothing : html`<p class="soft" role="status">${t('loading')}</p>`}`;
  }

  #table() {
    if (this.channels.length === 0) {
      return html`<p class="card empty soft">${t('channels.empty')}</p>`;
    }
    return html`<div class="card sheet"><table>
      <thead><tr>
        ${['name', 'kind', 'readers', 'state'].map((column) => html`<th scope="col">${t(`channels.column.${column}`)}</th>`)}
        <th scope="col"><span class="visually-hidden">${t('channels.test')}</span></th>
      </tr></thead>
      <tbody>${this.channels.map((channel) => this.#row(channel))}</tbody>
    </table></div>`;
  }

  #row({ id, name, kind, enabled, recipients, policy }) {
    return html`<tr>
      <td><a href=${href('console', 'channels', id)}>${name}</a>
        ${policy.quietHours
          ? html`<span class="soft">${t('channels.quiet.short', { from: policy.quietHours.from.slice(0, 5), to: policy.quietHours.to.slice(0, 5) })}</span>` : nothing}</td>
      <td data-label=${t('channels.column.kind')}>${t(`channel.kind.${kind}`)}</td>
      <td data-label=${t('channels.column.readers')} class="numbers">${recipients ? recipients.length : '–'}</td>
      <td data-label=${t('channels.column.state')}><span class="badge ${enabled ? 'on' : ''}"><i></i>
        ${t(enabled ? 'channels.on' : 'channels.off')}</span></td>
      <td class="end"><st-channel-trial .channelId=${id} .name=${name}></st-channel-trial></td>
    </tr>`;
  }
}

customElements.define('st-channel-list', ChannelList);
