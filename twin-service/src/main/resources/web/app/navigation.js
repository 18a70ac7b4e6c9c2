// The ways to the parts of the app: a bar at the bottom of a phone, links in the header elsewhere.
import { LitElement, css, html, nothing } from 'lit';
import { openCount } from './alarms/api.js';
import { AlarmFeed } from './alarms/feed.js';
import { t } from './i18n.js';
import { ALARMS, CONSOLE, HOME, MORE } from './router.js';
import { SettingsController } from './settings.js';
import { icons } from './ui/icons.js';
import { base } from './ui/styles.js';

const MOST_SHOWN = 99;
// The page each link leads to, and those that belong to it.
const LINKS = [
  { to: HOME, key: 'nav.sockets', icon: 'socket', pages: ['home', 'socket', 'add'] },
  { to: ALARMS, key: 'nav.alarms', icon: 'bell', pages: ['alarms'] },
  { to: CONSOLE, key: 'nav.console', icon: 'console', pages: ['console'], operator: true },
  { to: MORE, key: 'nav.more', icon: 'more', pages: ['more', 'account'] },
];

class Navigation extends LitElement {
  static properties = {
    page: { attribute: false },
    operator: { type: Boolean },
    // Of open alarms.
    open: { state: true },
  };

  static styles = [
    base,
    css`
      nav {
        display: flex;
        gap: 4px;
      }
      a {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: var(--touch);
        padding: 0 14px;
        border-radius: 999px;
        color: var(--ink-soft);
        font-weight: 500;
        text-decoration: none;
      }
      a[aria-current] {
        color: var(--accent);
        font-weight: 650;
      }
      .icon {
        position: relative;
        display: grid;
      }
      b {
        position: absolute;
        inset: -6px auto auto 13px;
        min-width: 20px;
        padding: 0 5px;
        border-radius: 999px;
        background: var(--bad);
        color: var(--card);
        font-size: 0.75rem;
        font-weight: 650;
        line-height: 20px;
        text-align: center;
      }
      @media (hover: hover) {
        a:hover {
          background: var(--raised);
        }
      }
      @media (max-width: 719px) {
        nav {
          position: fixed;
          z-index: 3;
          inset: auto 0 0;
          padding: 4px 8px max(4px, env(safe-area-inset-bottom));
          border-top: 1px solid var(--line);
          background: var(--card);
        }
        a {
          flex: 1;
          flex-direction: column;
          gap: 2px;
          min-height: 56px;
          padding: 6px 2px;
          border-radius: var(--radius-small);
          font-size: 0.75rem;
          justify-content: center;
        }
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
    new AlarmFeed(this, () => this.#count());
  }

  async #count() {
    try {
      this.open = await openCount();
    } catch {
      // The page itself tells when the service does not answer.
    }
  }

  render() {
    return html`<nav aria-label=${t('nav')}>
      ${LINKS.filter(({ operator }) => this.operator || !operator).map((link) => this.#link(link))}
    </nav>`;
  }

  #link({ to, key, icon, pages }) {
    return html`<a href=${to} aria-current=${pages.includes(this.page) ? 'page' : nothing}>
      <span class="icon">${icons[icon]}${to === ALARMS && this.open ? this.#badge() : nothing}</span>
      <span>${t(key)}</span>
    </a>`;
  }

  #badge() {
    const shown = this.open > MOST_SHOWN ? `${MOST_SHOWN}+` : this.open;
    return html`<b aria-label=${t('nav.open', { count: this.open })}>${shown}</b>`;
  }
}

customElements.define('st-navigation', Navigation);
