// Alarms as they come.
import { LitElement, html } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { Feed } from '../parts/feed.js';
import { empty, failure, loading } from '../parts/notes.js';
import { sheet, titles } from '../parts/sheet.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import * as api from './api.js';
import { filters } from './filters.js';
import { listStyles } from './list-styles.js';
import { row } from './row.js';

// In a storm the list is read anew once for many alarms.
const AT_MOST_EVERY_MILLIS = 700;

class AlarmList extends LitElement {
  static properties = {
    flowId: { attribute: false },
    // Whether what was found in silence is wanted.
    shadow: { type: Boolean },
    filter: { state: true },
    items: { state: true },
    total: { state: true },
    flows: { state: true },
    products: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, fields, partStyles, tableStyles, listStyles];

  #feed = new Feed(this, api.LIVE, {
    read: () => this.#read(),
    heard: () => this.#soon(AT_MOST_EVERY_MILLIS),
  });
  #timer;
  #page = 0;
  #readAt = 0;
  // What the list shows.
  #shown = {};
  // Those that came while somebody was looking.
  #fresh = new Set();

  constructor() {
    super();
    new SettingsController(this);
    this.filter = { state: 'open' };
    this.flows = [];
    this.products = [];
  }

  async connectedCallback() {
    super.connectedCallback();
    const none = () => [];
    [this.flows, this.products] = await Promise.all([api.flows().catch(none), api.products().catch(none)]);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  willUpdate(changed) {
    if (changed.has('flowId') || changed.has('shadow')) {
      this.filter = { ...this.filter, flowId: this.flowId, shadow: this.shadow || undefined };
      this.#soon(0);
    }
  }

  #soon(millis) {
    clearTimeout(this.#timer);
    const rest = Math.max(0, this.#readAt + millis - Date.now());
    this.#timer = setTimeout(() => this.#read(), rest);
  }

  // Whether it was answered.
  async #read() {
    this.#readAt = Date.now();
    const { filter } = this;
    try {
      const pages = await Promise.all(
        Array.from({ length: this.#page + 1 }, (_, page) => api.list(filter, page)),
      );
      if (filter !== this.filter) {
        return true;
      }
      const items = pages.flatMap((page) => page.items);
      const known = new Set(this.items?.map(({ id }) => id));
      const more = this.#shown.filter === filter && this.#shown.page === this.#page;
      this.#fresh = new Set(more ? items.filter(({ id }) => !known.has(id)).map(({ id }) => id) : []);
      this.#shown = { filter, page: this.#page };
      this.items = items;
      this.total = pages[0].total;
      this.problem = undefined;
      return true;
    } catch (problem) {
      this.problem = problem;
      return false;
    }
  }

  #narrow(change, millis = 0) {
    this.filter = { ...this.filter, ...change };
    this.#page = 0;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#read(), millis);
  }

  render() {
    return html`<div class="head">
        <h1>${t('alarms.heading')}</h1>
        <span class="live ${this.#feed.connected ? 'good' : 'bad'}" role="status">
          <i></i>${t(this.#feed.connected ? 'parts.live' : 'parts.lost')}
        </span>
        <a href=${api.csv(this.filter)} download="alarms.csv">CSV</a>
      </div>
      ${filters(this.filter, this, (change, millis) => this.#narrow(change, millis))}
      ${failure(this.problem)} ${this.items ? this.#table() : loading()}`;
  }

  #table() {
    if (this.items.length === 0) {
      return empty(t(this.filter.state === 'open' ? 'alarms.quiet' : 'alarms.none'));
    }
    const shown = this.items.length;
    return sheet({
      columns: titles('alarms.column', 'what', 'severity', 'device', 'when', 'hits', 'state'),
      deeds: t('alarms.acknowledge'),
      rows: this.items.map((alarm) => row(alarm, this.#fresh.has(alarm.id), this.#acknowledge)),
      foot:
        this.total > shown &&
        html`<p class="foot soft">
          ${t('alarms.shown', { shown, total: this.total })}
          <button class="quiet" @click=${this.#more}>${t('parts.more')}</button>
        </p>`,
    });
  }

  #more = () => {
    this.#page += 1;
    this.#read();
  };

  #acknowledge = async (id) => {
    try {
      await api.acknowledge(id);
      await this.#read();
    } catch (problem) {
      this.problem = problem;
    }
  };
}

customElements.define('st-alarm-list', AlarmList);
