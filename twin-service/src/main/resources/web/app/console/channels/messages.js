// What was sent, what waits, what was given up; the last can be tried again.
import { LitElement, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import { choice, segments } from '../parts/choices.js';
import { empty, failure } from '../parts/notes.js';
import { Poll } from '../parts/poll.js';
import { Question } from '../parts/question.js';
import { sheet, titles } from '../parts/sheet.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import * as api from './api.js';
import { row } from './message.js';

const EVERY_MILLIS = 3_000;
const STATES = ['dead', 'waiting', 'accepted', 'dropped'];

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
    const all = { value: '', label: t('parts.all') };
    return html`<a class="back" href=${href('console', 'channels')}>${icons.back}${t('channels.all')}</a>
      <div class="head"><h1>${t('channels.messages')}</h1>
        ${this.state === 'dead' && this.found?.total > 0
          ? html`<button @click=${this.#retryAll}>${t('channels.retry.all')}</button>` : nothing}</div>
      <div class="bar">
        ${segments({
          name: 'state',
          label: t('channels.column.state'),
          value: this.state,
          options: [all, ...STATES.map((each) => ({ value: each, label: t(`channels.message.${each}`) }))],
          pick: (state) => (this.state = state),
        })}
        ${field({
          name: 'channel',
          label: t('channels.channel'),
          control: choice(
            this.channelId,
            [all, ...this.channels.map(({ id, name }) => ({ value: id, label: name }))],
            (id) => (location.hash = href('console', 'channels', 'messages', ...(id ? [id] : []))),
          ),
        })}
      </div>
      ${failure(this.problem)}
      ${this.found ? this.#table() : nothing} ${this.#question.render()}`;
  }

  #table() {
    if (this.found.items.length === 0) {
      return empty(t('channels.message.none'));
    }
    const deeds = { retry: (id) => this.#do(() => api.retry(id)), drop: (id, name) => this.#drop(id, name) };
    return sheet({
      columns: titles('channels.column', 'when', 'channel', 'state', 'attempts', 'took'),
      deeds: t('channels.retry'),
      rows: this.found.items.map((message) => row(message, this.channels, deeds)),
      foot: this.found.total > this.found.size && this.#pages(),
    });
  }

  #pages() {
    const pages = Math.ceil(this.found.total / this.found.size);
    const turn = (step, end, text) => html`<button class="quiet" ?disabled=${this.page === end}
      @click=${() => (this.page += step)}>${t(text)}</button>`;
    return html`<p class="foot soft">
      ${t('channels.page', { page: this.page + 1, pages })}
      ${turn(-1, 0, 'channels.page.newer')} ${turn(1, pages - 1, 'channels.page.older')}
    </p>`;
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
