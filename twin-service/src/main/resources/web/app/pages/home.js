// The only socket at once, or the list of all.
import { LitElement, css, html, nothing } from 'lit';
import * as api from '../api.js';
import { number, problemText, t } from '../i18n.js';
import { socketHref } from '../router.js';
import { SettingsController } from '../settings.js';
import { SWITCH } from '../template.js';
import { icons } from '../ui/icons.js';
import { base, buttons } from '../ui/styles.js';
import '../ui/presence.js';
import './socket.js';

const MOST = 48;
const REFRESH_MILLIS = 5_000;

class Home extends LitElement {
  static properties = {
    // What the reader may do: { control, arrange }.
    rights: { attribute: false },
    page: { state: true },
    twins: { state: true },
    problem: { state: true },
  };

  static styles = [
    base,
    buttons,
    css`
      h1 {
        margin-bottom: 16px;
        font-size: 1.5rem;
        font-weight: 700;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
        gap: 12px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      a {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto auto;
        align-items: center;
        gap: 4px 14px;
        min-height: 84px;
        padding: 14px 12px 14px 16px;
        color: var(--ink);
        text-decoration: none;
      }
      a:hover {
        border-color: var(--edge);
      }
      .mark {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        border-radius: 50%;
        background: var(--raised);
        color: var(--ink-soft);
      }
      .on {
        background: var(--power);
        color: #fff;
      }
      .name {
        display: block;
        overflow: hidden;
        font-weight: 600;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .power {
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      .empty {
        padding: 40px 24px;
        text-align: center;
      }
      .more {
        margin-top: 12px;
      }
    `,
  ];

  #timer;

  constructor() {
    super();
    new SettingsController(this);
    this.twins = new Map();
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #load() {
    clearTimeout(this.#timer);
    try {
      this.page = await api.devices(MOST);
      this.problem = undefined;
      if (this.page.items.length > 1 && !document.hidden) {
        await this.#look();
      }
    } catch (problem) {
      this.problem = problem;
    }
    if (this.isConnected && this.page?.items.length !== 1) {
      this.#timer = setTimeout(() => this.#load(), REFRESH_MILLIS);
    }
  }

  // One after the other: a list is not worth a storm.
  async #look() {
    for (const { productId, name } of this.page.items) {
      const twin = await api.twin({ productId, name });
      this.twins = new Map(this.twins).set(`${productId}/${name}`, twin);
    }
  }

  render() {
    const items = this.page?.items;
    if (!items) {
      return this.problem ? this.#failed() : html`<p class="soft" role="status">${t('loading')}</p>`;
    }
    if (items.length === 1) {
      return html`<st-socket .device=${items[0]} .rights=${this.rights}></st-socket>`;
    }
    return html`
      <h1>${t('home.title')}</h1>
      ${this.problem ? this.#failed() : nothing}
      ${items.length === 0
        ? html`<div class="card empty">
            <p>${t('home.empty')}</p>
            <p class="soft">${t('home.empty.hint')}</p>
          </div>`
        : html`<ul>
            ${items.map((item) => html`<li>${this.#item(item)}</li>`)}
          </ul>`}
      ${this.page.total > items.length
        ? html`<p class="soft more">
            ${t('home.more', { shown: items.length, total: this.page.total })}
          </p>`
        : nothing}
    `;
  }

  #item(device) {
    const twin = this.twins.get(`${device.productId}/${device.name}`);
    // What an absent socket last said is not what it is.
    const reported = twin?.presence.online ? twin.reported : undefined;
    const on = reported?.[SWITCH]?.value;
    const watts = reported?.active_power?.value;
    return html`<a class="card" href=${socketHref(device)}>
      <span class="mark ${on ? 'on' : ''}">${icons.power}</span>
      <span>
        <span class="name">${device.name}</span>
        <st-presence brief .presence=${twin?.presence}></st-presence>
        ${on === undefined
          ? nothing
          : html`<span class="visually-hidden">${t(on ? 'switch.on' : 'switch.off')}</span>`}
      </span>
      <span class="power">${watts === undefined ? '' : `${number(watts, 'W')} W`}</span>
      ${icons.forward}
    </a>`;
  }

  #failed() {
    return html`<p class="error" role="alert">${problemText(this.problem)}</p>`;
  }
}

customElements.define('st-home', Home);
