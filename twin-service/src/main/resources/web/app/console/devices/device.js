// One device: its twin, what it says and hears, its settings. The twin is followed live for all of them.
import { LitElement, html, nothing } from 'lit';
import { localized, moment, t } from '../../i18n.js';
import { Live } from '../../live.js';
import { href, socketHref } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import { failure, loading } from '../parts/notes.js';
import { partStyles } from '../parts/styles.js';
import { tabStyles } from '../parts/tab-styles.js';
import * as api from './api.js';
import { deviceStyles } from './device-styles.js';
import { stateBadge } from './state.js';
import './debugging.js';
import './events.js';
import './messages.js';
import './settings.js';
import './twin.js';

const TABS = ['twin', 'debugging', 'messages', 'events', 'settings'];

class Device extends LitElement {
  static properties = {
    // { productId, name }
    device: { attribute: false },
    tab: { attribute: false },
    entry: { state: true },
    product: { state: true },
    twin: { state: true },
    connected: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, partStyles, tabStyles, deviceStyles];

  #live;

  constructor() {
    super();
    new SettingsController(this);
    this.connected = true;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.#live = new Live(this.device, {
      twin: (twin) => (this.twin = twin),
      connected: (connected) => (this.connected = connected),
      problem: (problem) => (this.problem = problem),
    });
    this.#live.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#live.stop();
  }

  async #load() {
    try {
      [this.entry, this.product] = await Promise.all([
        api.get(this.device),
        api.product(this.device.productId),
      ]);
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    const ready = this.entry && this.product && this.twin;
    return html`<a class="back" href=${href('console', 'devices')}>${icons.back}${t('devices.all')}</a>
      ${failure(this.problem)} ${ready ? this.#page() : this.problem ? nothing : loading()}`;
  }

  #page() {
    const { productId, name } = this.device;
    const chosen = TABS.includes(this.tab) ? this.tab : TABS[0];
    return html`<div class="head">
        <h1>${name}</h1>
        ${this.entry.enabled ? this.#presence() : html`<span class="off">${t('devices.disabled')}</span>`}
        <a href=${socketHref(this.device)}>${t('devices.panel')}</a>
      </div>
      <p class="soft">${localized(this.product.name, productId)} · ${productId}</p>
      <nav class="tabs" aria-label=${name}>
        ${TABS.map(
          (tab) => html`<a href=${href('console', 'devices', productId, name, tab)}
            aria-current=${tab === chosen ? 'page' : nothing}>${t(`devices.tab.${tab}`)}</a>`,
        )}
      </nav>
      ${this.connected ? nothing : html`<p class="error" role="status">${t('parts.lost')}</p>`}
      ${this.#tab(chosen)}`;
  }

  #presence() {
    const { state, since, reason, contested } = this.twin.presence;
    const never = reason === 'never connected';
    return html`${stateBadge(never ? 'never' : state.toLowerCase())}
      ${never
        ? nothing
        : html`<span class="soft" title=${t(`reason.${reason}`)}>
            ${t('presence.since', { time: moment(since) })}
          </span>`}
      ${contested ? html`<span class="off">${t('presence.contested')}</span>` : nothing}`;
  }

  #tab(chosen) {
    const { device, product, twin, entry } = this;
    switch (chosen) {
      case 'debugging':
        return html`<st-device-debugging .device=${device} .template=${product.template} .twin=${twin}>
        </st-device-debugging>`;
      case 'messages':
        return html`<st-device-messages .device=${device}></st-device-messages>`;
      case 'events':
        return html`<st-device-events .device=${device} .template=${product.template}></st-device-events>`;
      case 'settings':
        return html`<st-device-entry .entry=${entry} @changed=${({ detail }) => (this.entry = detail)}>
        </st-device-entry>`;
      default:
        return html`<st-device-twin .template=${product.template} .twin=${twin}></st-device-twin>`;
    }
  }
}

customElements.define('st-device', Device);
