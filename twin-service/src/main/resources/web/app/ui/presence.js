// Whether a socket is there, since when, and if not, why.
import { LitElement, css, html } from 'lit';
import { clock, moment, t, textOf } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { base } from './styles.js';
import { Ticker } from './ticker.js';

class Presence extends LitElement {
  static properties = { presence: { attribute: false }, brief: { type: Boolean, reflect: true } };

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
      .silent i {
        border-color: var(--warn, var(--edge));
        background: linear-gradient(90deg, var(--edge) 50%, transparent 50%);
      }
      strong {
        color: var(--ink);
        font-weight: 600;
      }
      :host([brief]) strong {
        color: inherit;
        font-weight: 400;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
    new Ticker(this);
  }

  render() {
    if (!this.presence) {
      return html`<p>&nbsp;</p>`;
    }
    const state = this.presence.state.toLowerCase();
    return html`<p class=${state}>
      <i></i><span><strong>${t(`presence.${state}`)}</strong
      >${this.brief ? '' : this.#details(state)}</span>
    </p>`;
  }

  #details(state) {
    const { contested, reason, since } = this.presence;
    const why = state === 'offline' ? [textOf(`reason.${reason}`) ?? reason] : [];
    const rival = contested ? [t('presence.contested')] : [];
    return [...why, ...rival, ...this.#when(state, since)].map((part) => ` · ${part}`).join('');
  }

  #when(state, since) {
    const began = Date.parse(since);
    if (state === 'silent') {
      const seconds = Math.max(0, Math.floor((Date.now() - began) / 1_000));
      return [t('presence.silentFor', { time: clock(seconds) })];
    }
    // A device that never came has been away since the epoch.
    return began > 0 ? [t('presence.since', { time: moment(since) })] : [];
  }
}

customElements.define('st-presence', Presence);
