// The operator's side of the app: loaded when somebody goes there, each section when it is opened.
import { LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { html, unsafeStatic } from 'lit/static-html.js';
import { addWords, t } from '../i18n.js';
import { href } from '../router.js';
import { SettingsController } from '../settings.js';
import { base, buttons } from '../ui/styles.js';
import { consoleStyles } from './console-styles.js';
import en from './words/en.js';
import zh from './words/zh.js';

addWords({ en, zh });

// In the order of the navigation. Each defines the element st-console-{name}, which is told what
// follows its name in the address.
const SECTIONS = {
  fleet: () => import('./fleet/fleet.js'),
  devices: () => import('./devices/devices.js'),
  products: () => import('./products/products.js'),
  production: () => import('./production/production.js'),
  alarms: () => import('./alarms/alarms.js'),
  flows: () => import('./flows/flows.js'),
  channels: () => import('./channels/channels.js'),
  timers: () => import('./timers/timers.js'),
  access: () => import('./access/access.js'),
};
const FIRST = 'fleet';

class Console extends LitElement {
  static properties = { path: { attribute: false }, failed: { state: true } };

  static styles = [base, buttons, consoleStyles];

  constructor() {
    super();
    new SettingsController(this);
  }

  get #section() {
    return Object.hasOwn(SECTIONS, this.path?.[0]) ? this.path[0] : FIRST;
  }

  willUpdate(changed) {
    if (changed.has('path')) {
      this.#load();
    }
  }

  #load = async () => {
    try {
      await SECTIONS[this.#section]();
      this.failed = false;
    } catch {
      this.failed = true;
    }
  };

  render() {
    const section = this.#section;
    const [, ...rest] = this.path ?? [];
    const tag = unsafeStatic(`st-console-${section}`);
    return html`<nav aria-label=${t('console.title')}>
        ${Object.keys(SECTIONS).map(
          (name) => html`<a href=${href('console', name)} aria-current=${name === section ? 'page' : nothing}
            >${t(`console.${name}`)}</a>`,
        )}
      </nav>
      <div>${this.failed ? this.#failure() : keyed(section, html`<${tag} .path=${rest}></${tag}>`)}</div>`;
  }

  #failure() {
    return html`<p class="error" role="alert">${t('problem.unreachable')}</p>
      <button @click=${this.#load}>${t('retry')}</button>`;
  }

  // The chosen one is seen where the navigation is wider than a phone.
  updated(changed) {
    if (changed.has('path')) {
      this.renderRoot.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
    }
  }
}

customElements.define('st-console', Console);
