// The operator's side of the app: loaded when somebody goes there, each section when it is opened.
import { LitElement, css, html, nothing } from 'lit';
import { addWords, t } from '../i18n.js';
import { href } from '../router.js';
import { SettingsController } from '../settings.js';
import { base, buttons } from '../ui/styles.js';
import en from './words/en.js';
import zh from './words/zh.js';

addWords({ en, zh });

// Each defines the element st-console-<its name>.
const SECTIONS = {
  fleet: {
    load: () => import('./fleet/fleet.js'),
    show: (path) => html`<st-console-fleet .path=${path}></st-console-fleet>`,
  },
  alarms: {
    load: () => import('./alarms/alarms.js'),
    show: (path) => html`<st-console-alarms .path=${path}></st-console-alarms>`,
  },
  flows: {
    load: () => import('./flows/flows.js'),
    show: (path) => html`<st-console-flows .path=${path}></st-console-flows>`,
  },
  channels: {
    load: () => import('./channels/channels.js'),
    show: (path) => html`<st-console-channels .path=${path}></st-console-channels>`,
  },
  timers: {
    load: () => import('./timers/timers.js'),
    show: (path) => html`<st-console-timers .path=${path}></st-console-timers>`,
  },
};
const FIRST = 'fleet';

class Console extends LitElement {
  static properties = { path: { attribute: false }, failed: { state: true } };

  static styles = [
    base,
    buttons,
    css`
      nav {
        display: flex;
        gap: 4px;
        margin: 0 -8px 16px;
        overflow-x: auto;
      }
      nav a {
        flex: none;
        padding: 10px 14px;
        border-radius: 999px;
        color: var(--ink-soft);
        font-size: 0.9375rem;
        font-weight: 600;
        text-decoration: none;
      }
      nav a:hover {
        background: var(--raised);
      }
      nav [aria-current] {
        background: var(--card);
        color: var(--ink);
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
  }

  get #section() {
    return this.path?.[0] in SECTIONS ? this.path[0] : FIRST;
  }

  willUpdate() {
    SECTIONS[this.#section].load().catch(() => (this.failed = true));
  }

  render() {
    const [, ...rest] = this.path ?? [];
    return html`<nav aria-label=${t('console.title')}>
        ${Object.keys(SECTIONS).map(
          (name) => html`<a href=${href('console', name)} aria-current=${name === this.#section ? 'page' : nothing}
            >${t(`console.${name}`)}</a>`,
        )}
      </nav>
      ${this.failed
        ? html`<p class="error" role="alert">${t('problem.unreachable')}</p>`
        : SECTIONS[this.#section].show(rest)}`;
  }
}

customElements.define('st-console', Console);
