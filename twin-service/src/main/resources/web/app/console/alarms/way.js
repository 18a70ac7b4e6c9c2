// The hops of an alarm drawn to scale: each a bar that begins where the one before ends.
import { LitElement, css, html } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base } from '../../ui/styles.js';
import { inWords } from '../parts/durations.js';
import { exact, withMillis } from '../parts/times.js';

// A hop of microseconds is still to be seen.
const THINNEST = 0.6;

class AlarmWay extends LitElement {
  static properties = { hops: { attribute: false }, label: {} };

  static styles = [
    base,
    css`
      ol {
        display: grid;
        gap: 6px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 8.5em minmax(60px, 1fr) 5.5em 7.5em;
        align-items: center;
        gap: 12px;
        font-size: 0.875rem;
      }
      svg {
        display: block;
        width: 100%;
        height: 18px;
        border-radius: 5px;
        background: var(--raised);
      }
      rect {
        fill: var(--accent);
      }
      .slowest rect {
        fill: var(--notice);
      }
      .slowest b {
        color: var(--notice);
      }
      b,
      time {
        font-variant-numeric: tabular-nums;
        text-align: end;
        white-space: nowrap;
      }
      time {
        color: var(--ink-soft);
      }
      @media (max-width: 559px) {
        li {
          grid-template-columns: 1fr auto;
          gap: 2px 12px;
        }
        svg {
          grid-column: 1 / -1;
          grid-row: 2;
        }
        time {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    const whole = Math.max(1, ...this.hops.map(({ since }) => since));
    const slowest = this.hops.reduce((one, other) => (other.after > one.after ? other : one));
    const share = (millis) => (100 * Math.min(Math.max(millis, 0), whole)) / whole;
    return html`<ol aria-label=${this.label}>
      ${this.hops.map(
        (hop, i) => html`<li class=${hop === slowest && hop.after > 0 ? 'slowest' : ''}>
          <span>${t(`alarms.hop.${hop.hop}`)}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect x=${Math.min(share(hop.since - Math.max(hop.after, 0)), 100 - THINNEST)} height="10"
              width=${Math.max(share(hop.after), THINNEST)} />
          </svg>
          <b>${i === 0 ? '' : hop.after < 0 ? t('alarms.hop.clock') : `+${inWords(hop.after)}`}</b>
          <time datetime=${hop.at} title=${exact(hop.at)}>${withMillis(hop.at)}</time>
        </li>`,
      )}
    </ol>`;
  }
}

customElements.define('st-alarm-way', AlarmWay);
