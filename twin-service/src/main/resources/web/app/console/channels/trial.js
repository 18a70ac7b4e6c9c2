// Sends a test message, and shows what the channel said.
import { LitElement, css, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import { badge } from '../parts/badge.js';
import { failure } from '../parts/notes.js';
import { partStyles } from '../parts/styles.js';
import * as api from './api.js';

const TONES = { accepted: 'good', later: 'warning', never: 'critical', gone: 'critical' };

class ChannelTrial extends LitElement {
  static properties = {
    channelId: { attribute: false },
    name: { attribute: false },
    results: { state: true },
    busy: { state: true },
    problem: { state: true },
  };

  static styles = [
    base,
    buttons,
    partStyles,
    css`
      :host {
        text-align: start;
      }
      button {
        white-space: nowrap;
      }
      ul {
        display: grid;
        gap: 4px;
        max-width: 360px;
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
        overflow-wrap: anywhere;
      }
      .badge {
        white-space: normal;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    return html`<button type="button" ?disabled=${this.busy} aria-label="${t('channels.test')}: ${this.name}"
        @click=${this.#send}>${t(this.busy ? 'channels.testing' : 'channels.test')}</button>
      <div role="status">${this.problem ? failure(this.problem) : this.#said()}</div>`;
  }

  #said() {
    if (!this.results) {
      return nothing;
    }
    return this.results.length === 0
      ? html`<p class="soft">${t('channels.test.nobody')}</p>`
      : html`<ul>${this.results.map(
          ({ recipient, outcome, detail }) => html`<li>
            ${badge(TONES[outcome], t(`channels.outcome.${outcome}`))}
            <span class="soft">${[recipient, detail].filter(Boolean).join(' · ')}</span>
          </li>`,
        )}</ul>`;
  }

  #send = async () => {
    this.busy = true;
    this.results = undefined;
    this.problem = undefined;
    try {
      this.results = await api.test(this.channelId);
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('st-channel-trial', ChannelTrial);
