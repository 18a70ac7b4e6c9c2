// Whether a socket is connected, since when, and if not, why.
import { LitElement, css, html } from 'lit';
import { moment, t, textOf } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { base } from './styles.js';

class Presence extends LitElement {
  static properties = { presence: { attribute: false }, brief: { type: Boolean } };

  static styles = [
    base,
    css`
      p {
        display: flex;
        align-items: baseline;
        gap: 8px;
        color: var(--ink-soft);
        font-size: 0.9375rem;
        line-height: 1.4;
      }
      i {
        flex: none;
        width: 10px;
        height: 10px;
        border: 2px solid var(--edge);
        border-radius: 50%;
      }
      .online i {
        border-color: var(--good);
        background: var(--good);
      }
      strong {
        color: var(--ink);
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    if (!this.presence) {
      return html`<p>&nbsp;</p>`;
    }
    const { online } = this.presence;
    return html`<p class=${online ? 'online' : 'offline'}>
      <i></i><span><strong>${t(online ? 'presence.online' : 'presence.offline')}</strong
      >${this.brief ? '' : this.#details()}</span>
    </p>`;
  }

  #details() {
    const { online, reason, since } = this.presence;
    const why = online ? [] : [textOf(`reason.${reason}`) ?? reason];
    // A device that never came has been away since the epoch.
    const when = Date.parse(since) > 0 ? [t('presence.since', { time: moment(since) })] : [];
    return [...why, ...when].map((part) => ` · ${part}`).join('');
  }
}

customElements.define('st-presence', Presence);
