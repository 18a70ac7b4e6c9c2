// Alarms, open ones or all, of one socket or of all of them; live.
import { LitElement, html, nothing } from 'lit';
import { problemText, t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { icons } from '../ui/icons.js';
import { base, buttons } from '../ui/styles.js';
import { alarmItem } from './alarm.js';
import { alarmsStyles } from './alarms-styles.js';
import * as api from './api.js';
import { AlarmFeed } from './feed.js';
import './words.js';
import '../ui/choice.js';

class Alarms extends LitElement {
  static properties = {
    // Whose; all if there is none.
    device: { attribute: false },
    control: { type: Boolean },
    // Whether it is a page of its own.
    heading: { type: Boolean },
    which: { state: true },
    // The alarms that are shown, from the newest on, and how many there are.
    items: { state: true },
    total: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, alarmsStyles];

  #pages = 1;

  constructor() {
    super();
    new SettingsController(this);
    new AlarmFeed(this, () => this.#load());
    this.which = 'open';
  }

  async #load() {
    const filter = {
      state: this.which === 'open' ? 'open' : undefined,
      productId: this.device?.productId,
      device: this.device?.name,
    };
    try {
      const pages = await Promise.all(
        Array.from({ length: this.#pages }, (_, page) => api.alarms({ ...filter, page })),
      );
      this.items = pages.flatMap(({ items }) => items);
      this.total = pages[0].total;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`
      ${this.heading ? html`<h1>${t('alarm.title')}</h1>` : nothing}
      <st-choice
        .label=${t('alarm.which')}
        .value=${this.which}
        .options=${['open', 'all'].map((value) => ({ value, text: t(`alarm.${value}`) }))}
        @chosen=${({ detail }) => this.#choose(detail)}
      ></st-choice>
      ${this.problem
        ? html`<p class="error" role="alert">${problemText(this.problem)}</p>`
        : nothing}
      ${this.items ? this.#list() : html`<p class="soft" role="status">${t('loading')}</p>`}
    `;
  }

  #choose(which) {
    this.which = which;
    this.items = undefined;
    this.#pages = 1;
    this.#load();
  }

  #list() {
    if (this.items.length === 0) {
      return html`<div class="card empty">
        ${icons.check}
        <p>${t(`alarm.none.${this.which}`)}</p>
      </div>`;
    }
    return html`<ul>
        ${this.items.map((alarm) =>
          alarmItem(alarm, {
            linked: !this.device,
            acknowledge: this.control && (() => this.#acknowledge(alarm)),
          }),
        )}
      </ul>
      ${this.total > this.items.length
        ? html`<button class="wide" @click=${this.#more}>${t('alarm.more')}</button>`
        : nothing}`;
  }

  #more() {
    this.#pages += 1;
    this.#load();
  }

  async #acknowledge({ id }) {
    try {
      await api.acknowledge(id);
      await this.#load();
    } catch (problem) {
      this.problem = problem;
    }
  }
}

customElements.define('st-alarms', Alarms);
