// All channels, each to be tried by a press.
import { LitElement, css, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import { badge } from '../parts/badge.js';
import { empty, failure, loading } from '../parts/notes.js';
import { sheet, titles } from '../parts/sheet.js';
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
      ${failure(this.problem)}
      ${this.channels ? this.#table() : this.problem ? nothing : loading()}`;
  }

  #table() {
    if (this.channels.length === 0) {
      return empty(t('channels.empty'));
    }
    return sheet({
      columns: titles('channels.column', 'name', 'kind', 'readers', 'state'),
      deeds: t('channels.test'),
      rows: this.channels.map(row),
    });
  }
}

function row({ id, name, kind, enabled, recipients, policy }) {
  return html`<tr>
    <td>
      <a href=${href('console', 'channels', id)}>${name}</a>
      ${policy.quietHours ? html`<span class="soft">${quiet(policy.quietHours)}</span>` : nothing}
    </td>
    <td data-label=${t('channels.column.kind')}>${t(`channel.kind.${kind}`)}</td>
    <td data-label=${t('channels.column.readers')} class="numbers">${recipients?.length ?? '–'}</td>
    <td data-label=${t('channels.column.state')}>
      ${badge(enabled ? 'good' : '', t(enabled ? 'channels.on' : 'channels.off'))}
    </td>
    <td class="end"><st-channel-trial .channelId=${id} .name=${name}></st-channel-trial></td>
  </tr>`;
}

// Without the seconds.
const quiet = ({ from, to }) => t('channels.quiet.short', { from: from.slice(0, 5), to: to.slice(0, 5) });

customElements.define('st-channel-list', ChannelList);
