// What a timer did and is about to do, and how late it was.
import { LitElement, html, nothing } from 'lit';
import { t, textOf } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import { badge } from '../parts/badge.js';
import { inWords } from '../parts/durations.js';
import { empty, failure } from '../parts/notes.js';
import { Poll } from '../parts/poll.js';
import { more, sheet, titles } from '../parts/sheet.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import { exact } from '../parts/times.js';
import * as api from './api.js';

const EVERY_MILLIS = 3_000;
const TONES = { fired: 'good', late: 'warning', skipped: 'critical' };

class Firings extends LitElement {
  static properties = {
    timerId: { attribute: false },
    // Of the timer: a change may take firings back.
    version: { attribute: false },
    items: { state: true },
    next: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, partStyles, tableStyles];

  #more = [];
  #poll = new Poll(this, EVERY_MILLIS, () => this.#read());

  constructor() {
    super();
    new SettingsController(this);
  }

  willUpdate(changed) {
    if (this.hasUpdated && changed.has('version')) {
      this.#poll.now();
    }
  }

  async #read() {
    try {
      const found = await api.firings(this.timerId);
      this.items = found.items;
      this.next = this.#more.length > 0 ? this.next : found.next;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    const rows = [...(this.items ?? []), ...this.#more];
    return html`<div class="head"><h2>${t('timers.firings')}</h2></div>
      ${failure(this.problem)}
      ${rows.length === 0
        ? empty(t('timers.firings.none'))
        : sheet({
            columns: titles('timers.column', 'due', 'device', 'became', 'late', 'control'),
            rows: rows.map(row),
            foot: this.next && more(this.#older),
          })}`;
  }

  #older = async () => {
    try {
      const found = await api.firings(this.timerId, this.next);
      this.#more = [...this.#more, ...found.items];
      this.next = found.next;
    } catch (problem) {
      this.problem = problem;
    }
  };
}

function row({ dueAt, name, state, decidedAt, reason, controlStage }) {
  const became = state.toLowerCase();
  const late = ['fired', 'late'].includes(became) && decidedAt;
  const stage = controlStage && (textOf(`timers.stage.${controlStage}`) ?? controlStage);
  return html`<tr>
    <td class="numbers">${exact(dueAt)}</td>
    <td data-label=${t('parts.device')}>${name}</td>
    <td data-label=${t('timers.column.became')}>
      <span>${badge(TONES[became], t(`timers.firing.${became}`))}
        ${reason ? html`<span class="soft">${reason}</span>` : nothing}</span>
    </td>
    <td data-label=${t('timers.column.late')} class="numbers">${late ? lateness(dueAt, decidedAt) : '–'}</td>
    <td data-label=${t('timers.column.control')}>${stage ?? '–'}</td>
  </tr>`;
}

const lateness = (due, decided) => inWords(Math.max(0, Date.parse(decided) - Date.parse(due)));

customElements.define('st-firings', Firings);
