// Says that the overload protection opened the relay, and how to get out of that.
import { LitElement, css, html, nothing } from 'lit';
import { ofDevice } from '../alarms/api.js';
import { AlarmFeed } from '../alarms/feed.js';
import { moment, t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { SWITCH } from '../template.js';
import { icons } from '../ui/icons.js';
import { base } from '../ui/styles.js';

// The ready-made flow; its alarm is over when the socket is switched on again.
const FLOW = 'socket-overload';

class Tripped extends LitElement {
  static properties = {
    device: { attribute: false },
    twin: { attribute: false },
    alarm: { state: true },
  };

  static styles = [
    base,
    css`
      div {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 2px 14px;
        margin-bottom: 16px;
        padding: 14px 16px;
        border-radius: var(--radius);
        background: var(--bad-ground);
        color: var(--bad);
      }
      svg {
        grid-row: span 2;
        margin-top: 2px;
      }
      strong {
        font-weight: 650;
      }
      p {
        color: var(--ink);
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
    new AlarmFeed(this, () => this.#look());
  }

  async #look() {
    try {
      const { items } = await ofDevice(this.device, { flowId: FLOW, size: 1 });
      this.alarm = items.find(({ clearedAt }) => !clearedAt);
    } catch {
      // The page itself tells when the service does not answer.
    }
  }

  render() {
    const latched = this.alarm && this.twin && !this.twin.reported[SWITCH]?.value;
    return latched
      ? html`<div role="alert">
          ${icons.alarm}
          <strong>${t('tripped.title', { time: moment(this.alarm.eventAt) })}</strong>
          <p>${t('tripped.way')}</p>
        </div>`
      : nothing;
  }
}

customElements.define('st-tripped', Tripped);
