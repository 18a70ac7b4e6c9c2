// Runs of load-sim that somebody attached, each with its report.
import { LitElement, css, html, nothing } from 'lit';
import { number, t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base, buttons } from '../../ui/styles.js';
import { badge } from '../parts/badge.js';
import { inWords } from '../parts/durations.js';
import { failure } from '../parts/notes.js';
import { Question } from '../parts/question.js';
import { table, titles } from '../parts/sheet.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import { exact } from '../parts/times.js';
import * as api from './api.js';
import './attach.js';

const TONES = { PASSED: 'good', FAILED: 'critical', NOT_VALID: 'warning' };

class LoadRuns extends LitElement {
  static properties = {
    runs: { state: true },
    attaching: { state: true },
    problem: { state: true },
  };

  static styles = [
    base,
    buttons,
    partStyles,
    tableStyles,
    css`
      .head {
        margin: 0;
        padding: 14px 14px 4px;
      }
      h2 {
        margin-right: auto;
      }
    `,
  ];

  #question = new Question(this);

  constructor() {
    super();
    new SettingsController(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#do(() => {});
  }

  // Afterwards the list shows what came of it.
  async #do(work) {
    try {
      await work();
      this.runs = await api.runs();
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<section class="card sheet">
      <div class="head">
        <h2>${t('fleet.runs')}</h2>
        <button @click=${() => (this.attaching = true)}>${t('fleet.runs.attach')}</button>
      </div>
      ${failure(this.problem)}
      ${this.runs?.length > 0 ? this.#table() : html`<p class="empty soft">${t('fleet.runs.none')}</p>`}
      ${this.attaching
        ? html`<st-attach-run @closed=${() => (this.attaching = false)}
            @attached=${() => this.#do(() => {})}></st-attach-run>`
        : nothing}
      ${this.#question.render()}
    </section>`;
  }

  #table() {
    return table({
      columns: titles('fleet.runs', 'scenario', 'verdict', 'sockets', 'lasted', 'attached'),
      deeds: t('parts.delete'),
      rows: this.runs.map((run) => this.#row(run)),
    });
  }

  #row(run) {
    const { id, scenario, verdict, sockets, seconds, startedAt, attachedBy } = run;
    return html`<tr>
      <td>
        <a href=${api.reportOf(id)} download>${scenario}</a>
        <span class="soft">${exact(startedAt)}</span>
      </td>
      <td data-label=${t('fleet.runs.verdict')}>
        ${badge(TONES[verdict], t(`fleet.verdict.${verdict}`))}
      </td>
      <td data-label=${t('fleet.runs.sockets')} class="numbers">${number(sockets, '', 0)}</td>
      <td data-label=${t('fleet.runs.lasted')} class="numbers">${inWords(seconds * 1_000)}</td>
      <td data-label=${t('fleet.runs.attached')}>${attachedBy}</td>
      <td class="end">
        <button class="danger" aria-label="${t('parts.delete')}: ${scenario}"
          @click=${() => this.#remove(run)}>${t('parts.delete')}</button>
      </td>
    </tr>`;
  }

  async #remove({ id, scenario, startedAt }) {
    const yes = await this.#question.ask({
      heading: t('fleet.runs.delete', { scenario }),
      text: t('fleet.runs.delete.text', { at: exact(startedAt) }),
      yes: t('parts.delete'),
    });
    if (yes) {
      await this.#do(() => api.removeRun(id));
    }
  }
}

customElements.define('st-load-runs', LoadRuns);
