// The only socket at once, or the list of all by room.
import { LitElement, html, nothing } from 'lit';
import { number, problemText, t } from '../i18n.js';
import { ADD } from '../router.js';
import { SettingsController } from '../settings.js';
import { POWER } from '../template.js';
import { icons } from '../ui/icons.js';
import { base, buttons } from '../ui/styles.js';
import { toggles } from '../ui/toggle.js';
import { homeStyles } from './home-styles.js';
import { socketItem } from './item.js';
import { SocketList } from './list.js';
import { grouped, matches } from './places.js';
import { Reached } from './reached.js';
import '../pages/socket.js';

// Fewer are found by eye.
const SEARCHED = 9;

class Home extends LitElement {
  static properties = {
    // What the reader may do: { control, arrange }.
    rights: { attribute: false },
    search: { state: true },
  };

  static styles = [base, buttons, toggles, homeStyles];

  #list = new SocketList(this);

  constructor() {
    super();
    new SettingsController(this);
    new Reached(this, '.more', () => this.#list.more());
    this.search = '';
  }

  render() {
    const { items, total, problem } = this.#list;
    if (!items) {
      return problem ? this.#failed() : html`<p class="soft" role="status">${t('loading')}</p>`;
    }
    if (items.length === 1) {
      return html`<st-socket .device=${items[0]} .rights=${this.rights}></st-socket>`;
    }
    return html`
      <div class="title">
        <h1>${t('home.title')}</h1>
        ${items.length > 0 && items.length === total ? this.#power(items) : nothing}
        ${this.rights.arrange
          ? html`<a class="icon" href=${ADD} aria-label=${t('home.add')} title=${t('home.add')}>
              ${icons.add}
            </a>`
          : nothing}
      </div>
      ${problem ? this.#failed() : nothing}
      ${items.length === 0 ? this.#none() : this.#groups(items)}
      ${total > items.length
        ? html`<p class="soft more" role="status">${t('home.more', { shown: items.length, total })}</p>`
        : nothing}
    `;
  }

  // What an absent socket last said is not what it uses.
  #power(items) {
    const watts = items
      .filter(({ state }) => state === 'online')
      .reduce((sum, { reported }) => sum + (reported?.[POWER] ?? 0), 0);
    return html`<p class="total">
      <strong>${number(watts, 'W')}</strong> W <span class="soft">${t('home.now')}</span>
    </p>`;
  }

  #none() {
    return html`<div class="card empty">
      ${icons.socket}
      <p>${t('home.empty')}</p>
      <p class="soft">${t(this.rights.arrange ? 'home.empty.add' : 'home.empty.ask')}</p>
      ${this.rights.arrange
        ? html`<p><a class="button" href=${ADD}>${t('home.add')}</a></p>`
        : nothing}
    </div>`;
  }

  #groups(items) {
    const { places } = this.#list;
    const found = items.filter((device) => matches(device, places, this.search));
    const groups = grouped(found, places, t('home.elsewhere'));
    return html`
      ${items.length >= SEARCHED ? this.#search() : nothing}
      ${found.length === 0 ? html`<p class="soft" role="status">${t('home.nothing')}</p>` : nothing}
      ${groups.map(
        ({ title, devices }) => html`<section>
          ${groups.length > 1 || places.size > 0 ? html`<h2>${title}</h2>` : nothing}
          <ul>
            ${devices.map((device) => html`<li>${this.#item(device)}</li>`)}
          </ul>
        </section>`,
      )}
    `;
  }

  #item(device) {
    return socketItem(device, {
      pending: this.#list.pending(device),
      switched: this.rights.control && ((on) => this.#list.ask(device, on ? 1 : 0)),
    });
  }

  #search() {
    return html`<label class="search">
      ${icons.search}
      <input
        type="search"
        aria-label=${t('home.search')}
        placeholder=${t('home.search')}
        @input=${({ target }) => (this.search = target.value)}
      />
    </label>`;
  }

  #failed() {
    return html`<p class="error" role="alert">${problemText(this.#list.problem)}</p>`;
  }
}

customElements.define('st-home', Home);
