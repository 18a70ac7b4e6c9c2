// What was sent, what waits, what was given up; the last can be tried again.
import { LitElement, html, nothing } from 'lit';
import { problemText, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import { choice, segments } from '../parts/choices.js';
import { inWords } from '../parts/durations.js';
import { Poll } from '../parts/poll.js';
import { Question } from '../parts/question.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import { ago, exact } from '../parts/times.js';
import * as api from './api.js';

const EVERY_MILLIS = 3_000;
const STATES = ['dead', 'waiting', 'accepted', 'dropped'];
const TONES = { dead: 'critical', waiting: 'warning', accepted: 'good' };

class Messages extends LitElement {
  static properties = {
    channelId: { attribute: false },
    state: { state: true },
    page: { state: true },
    found: { state: true },
    channels: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, fields, partStyles, tableStyles];

  #question = new Question(this);
  #poll = new Poll(this, EVERY_MILLIS, () => this.#load());

  constructor() {
    super();
    new SettingsController(this);
    this.state = '';
    this.page = 0;
    this.channels = [];
  }

  async #load() {
    const { state, channelId, page } = this;
    try {
      if (this.channels.length === 0) {
        this.channels = await api.list();
      }
      const found = await api.messages(state, channelId, page);
      if (state === this.state && channelId === this.channelId && page === this.page) {
        this.found = found;
        this.problem = undefined;
      }
    } catch (problem) {
      this.problem = problem;
    }
  }

  willUpdate(changed) {
    if (changed.has('channelId') || changed.has('state')) {
      this.page = 0;
    }
    if (this.hasUpdated && ['channelId', 'state', 'page'].some((name) => changed.has(name))) {
      this.#poll.now();
    }
  }

  render() {
    return html`<a class="back" href=${href('console', 'channels')}>${icons.back}${t('channels.all')}</a>
      <div class="head"><h1>${t('channels.messages')}</h1>
        ${this.state === 'dead' && this.found?.total > 0
          ? html`<button @click=${this.#retryAll}>${t('channels.retry.all')}</button>` : nothing}</div>
      <div class="bar">
        ${segments({
          name: 'state',
          label: t('channels.column.state'),
          value: this.state,
          options: [{ value: '', label: t('parts.all') }, ...STATES.map((each) => ({ value: each, label: t(`channels.message.${each}`) }))],
          pick: (state) => (this.state = state),
        })}
        ${field({
          name: 'channel',
          label: t('channels.channel'),
          control: choice(
            this.channelId,
            [{ value: '', label: t('parts.all') }, ...this.channels.map(({ id, name }) => ({ value: id, label: name }))],
            (id) => (location.hash = href('console', 'channels', 'messages', ...(id ? [id] : []))),
          ),
        })}
      </div>
      ${this.problem ? html`<p class="error" role="alert">${problemText(this.problem)}</p>` : nothing}
      ${this.found ? this.#table() : nothing} ${this.#question.render()}`;
  }

  #table() {
    const { items, total, size } = this.found;
    if (items.length === 0) {
      return html`<p class="card empty soft">${t('channels.message.none')}</p>`;
    }
    return html`<div class="card sheet"><table>
        <thead><tr>
          ${['when', 'channel', 'state', 'attempts', 'took'].map((column) => html`<th scope="col">${t(`channels.column.${column}`)}</th>`)}
          <th scope="col"><span class="visually-hidden">${t('channels.retry')}</span></th>
        </tr></thead>
        <tbody>${items.map((message) => this.#row(message))}</tbody>
      </table>
      ${total > size
        ? html`<p class="foot soft">${t('channels.page', { page: this.page + 1, pages: Math.ceil(total / size) })}
            <button class="quiet" ?disabled=${this.page === 0} @click=${() => (this.page -= 1)}>${t('channels.page.newer')}</button>
            <button class="quiet" ?disabled=${(this.page + 1) * size >= total} @click=${() => (this.page += 1)}>${t('channels.page.older')}</button></p>`
        : nothing}
    </div>`;
  }

  #row({ id, channelId, state, notices, attempts, createdAt, nextAttemptAt, handedOverAt, settledAt, failure }) {
    const channel = this.channels.find((each) => each.id === channelId)?.name ?? channelId;
    const detail = state === 'waiting' && nextAttemptAt ? t('channels.next', { at: ago(nextAttemptAt) }) : '';
    return html`<tr>
      <td><span title=${exact(createdAt)}>${ago(createdAt)}</span>
        ${notices > 1 ? html`<span class="soft">${t('channels.notices', { n: notices })}</span>` : nothing}</td>
      <td data-label=${t('channels.column.channel')}>${channel}</td>
      <td data-label=${t('channels.column.state')}><span><span class="badge ${TONES[state] ?? ''}"><i></i>${t(`channels.message.${state}`)}</span>
        <span class="soft">${[detail, state === 'accepted' ? '' : failure].filter(Boolean).join(' · ')}</span></span></td>
      <td data-label=${t('channels.column.attempts')} class="numbers">${attempts}</td>
      <td data-label=${t('channels.column.took')} class="numbers">${state === 'accepted' && handedOverAt
        ? inWords(Date.parse(settledAt) - Date.parse(handedOverAt)) : '–'}</td>
      <td class="end">${state === 'dead'
        ? html`<button @click=${() => this.#do(() => api.retry(id))}>${t('channels.retry')}</button>
            <button class="danger" @click=${() => this.#drop(id, channel)}>${t('channels.drop')}</button>`
        : nothing}</td>
    </tr>`;
  }

  async #do(work) {
    try {
      await work();
      await this.#poll.now();
    } catch (problem) {
      this.problem = problem;
    }
  }

  #retryAll = () => this.#do(() => api.retryAll(this.channelId));

  async #drop(id, name) {
    const yes = await this.#question.ask({
      heading: t('channels.drop.ask', { name }),
      text: t('channels.drop.text'),
      yes: t('channels.drop'),
    });
    if (yes) {
      await this.#do(() => api.drop(id));
    }
  }
}

customElements.define('st-messages', Messages);
