// What the device told and what was asked of it, newest first.
import { LitElement, css, html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import { badge } from '../parts/badge.js';
import { empty, failure, loading } from '../parts/notes.js';
import { Poll } from '../parts/poll.js';
import { sheet, titles } from '../parts/sheet.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import { exact } from '../parts/times.js';
import * as api from './api.js';

const EVERY_MILLIS = 5_000;
const TONES = { ALERT: 'warning', FAULT: 'critical' };

class DeviceEvents extends LitElement {
  static properties = {
    device: { attribute: false },
    template: { attribute: false },
    events: { state: true },
    controls: { state: true },
    problem: { state: true },
  };

  static styles = [
    base,
    buttons,
    partStyles,
    tableStyles,
    css`
      h2 {
        margin: 20px 0 10px;
      }
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
    new Poll(this, EVERY_MILLIS, () => this.#load());
  }

  async #load() {
    try {
      const [events, controls] = await Promise.all([api.events(this.device), api.controls(this.device)]);
      this.events = events.items;
      this.controls = controls.items;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    if (!this.events) {
      return this.problem ? failure(this.problem) : loading();
    }
    return html`${failure(this.problem)}
      <h2>${t('devices.events')}</h2>
      ${this.events.length === 0 ? empty(t('devices.events.none')) : this.#events()}
      <h2>${t('devices.controls')}</h2>
      ${this.controls.length === 0 ? empty(t('devices.controls.none')) : this.#controls()}`;
  }

  #events() {
    return sheet({
      columns: titles('devices.event', 'what', 'kind', 'params', 'at'),
      rows: this.events.map(({ eventId, kind, params, at }) => {
        const event = (this.template.events ?? []).find(({ id }) => id === eventId);
        return html`<tr>
          <td>${localized(event?.names, event?.name ?? eventId)}</td>
          <td data-label=${t('devices.event.kind')}>${badge(TONES[kind], t(`devices.event.${kind}`))}</td>
          <td data-label=${t('devices.event.params')}><code>${JSON.stringify(params)}</code></td>
          <td data-label=${t('devices.event.at')} class="numbers">${exact(at)}</td>
        </tr>`;
      }),
    });
  }

  #controls() {
    return sheet({
      columns: titles('devices.control', 'values', 'stage', 'at', 'settled'),
      rows: this.controls.map(
        ({ values, stage, status, acceptedAt, settledAt }) => html`<tr>
          <td><code>${JSON.stringify(values)}</code></td>
          <td data-label=${t('devices.control.stage')}>
            ${t(`stage.${stage.toUpperCase()}`)} ${status ? html`<span class="soft">${status}</span>` : nothing}
          </td>
          <td data-label=${t('devices.control.at')} class="numbers">${exact(acceptedAt)}</td>
          <td data-label=${t('devices.control.settled')} class="numbers">${settledAt ? took(acceptedAt, settledAt) : '–'}</td>
        </tr>`,
      ),
    });
  }
}

const took = (from, until) => t('duration.ms', { n: Date.parse(until) - Date.parse(from) });

customElements.define('st-device-events', DeviceEvents);
