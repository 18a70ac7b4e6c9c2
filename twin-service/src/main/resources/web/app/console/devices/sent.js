// A control on its way: what it asks for, and how far it is.
import { LitElement, css, html, nothing } from 'lit';
import * as twins from '../../api.js';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base } from '../../ui/styles.js';
import { badge } from '../parts/badge.js';
import { Poll } from '../parts/poll.js';
import { partStyles } from '../parts/styles.js';
import { withMillis } from '../parts/times.js';

const EVERY_MILLIS = 500;
const TONES = { APPLIED: 'good', REFUSED: 'critical', EXPIRED: 'critical', OVERRULED: 'critical' };
const MARKS = ['acceptedAt', 'sentAt', 'deliveredAt', 'settledAt'];

class SentControl extends LitElement {
  static properties = { control: { attribute: false } };

  static styles = [
    base,
    partStyles,
    css`
      :host {
        padding-top: 12px;
        border-top: 1px solid var(--line);
      }
      code {
        overflow-wrap: anywhere;
      }
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 16px;
        margin: 6px 0 0;
        padding: 0;
        list-style: none;
        font-size: 0.8125rem;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
    new Poll(this, EVERY_MILLIS, () => this.#look());
  }

  // A page that is asked again in vain shows what it last knew.
  async #look() {
    if (this.control && !this.control.settledAt) {
      this.control = await twins.control(this.control.id).catch(() => this.control);
    }
  }

  render() {
    const { values, stage, status } = this.control;
    return html`<div class="row">
        <code>${JSON.stringify(values)}</code>
        <span role="status">${badge(TONES[stage] ?? 'warning', t(`stage.${stage}`))}</span>
      </div>
      ${status ? html`<p class="soft">${status}</p>` : nothing}
      <ol>
        ${MARKS.filter((mark) => this.control[mark]).map(
          (mark) => html`<li class="soft">${t(`devices.mark.${mark}`)}
            <span class="numbers">${withMillis(this.control[mark])}</span></li>`,
        )}
      </ol>`;
  }
}

customElements.define('st-sent-control', SentControl);
