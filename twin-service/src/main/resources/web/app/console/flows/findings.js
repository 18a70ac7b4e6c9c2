// What a back-test found: drawn over time, and listed; compared, only what is different.
import { LitElement, css, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base } from '../../ui/styles.js';
import { inWords } from '../parts/durations.js';
import { table, titles } from '../parts/sheet.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import { exact } from '../parts/times.js';
import { flat } from './comparing.js';
import './episodes.js';

const LISTED = 200;

class FlowFindings extends LitElement {
  // { alarms, from, until, comparison if there is one }
  static properties = { result: { attribute: false } };

  static styles = [
    base,
    partStyles,
    tableStyles,
    css`
      .card {
        display: grid;
        gap: 16px;
        margin-top: 16px;
      }
      table {
        margin: 0 -16px;
        width: calc(100% + 32px);
      }
      td small {
        display: block;
      }
      code {
        font-family: ui-monospace, Menlo, Consolas, monospace;
        font-size: 0.8125rem;
        overflow-wrap: anywhere;
      }
      .chip.missed {
        background: var(--bad-ground);
        color: var(--bad);
      }
      .chip.added {
        background: var(--notice-ground);
        color: var(--notice);
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    const { comparison, from, until } = this.result;
    const alarms = flat(this.result.alarms);
    const rows = comparison ? different(comparison) : alarms;
    rows.sort((one, other) => Date.parse(one.raisedAt) - Date.parse(other.raisedAt));
    const marks = comparison ? [...alarms.filter((alarm) => !isAmong(alarm, rows)), ...rows] : alarms;
    return html`<section class="card">
      ${comparison ? this.#counts(comparison) : nothing}
      ${marks.length === 0
        ? html`<p class="empty">${t('flows.test.none')}</p>`
        : html`<st-episodes .episodes=${marks} .from=${from} .until=${until}></st-episodes>`}
      ${rows.length > 0 ? this.#table(rows) : nothing}
    </section>`;
  }

  #counts({ same, missed, added }) {
    const counts = { same, missed: missed.length, added: added.length };
    return html`<ul class="chips">
      ${Object.entries(counts).map(
        ([kind, n]) => html`<li class="chip ${kind}">${t(`flows.test.${kind}`, { n })}</li>`,
      )}
    </ul>`;
  }

  #table(rows) {
    return html`${table({
        columns: titles('flows.test', 'when', 'device', 'reason', 'lasted', 'hits'),
        rows: rows.slice(0, LISTED).map(row),
      })}
      ${rows.length > LISTED
        ? html`<p class="soft">${t('flows.test.more', { shown: LISTED, total: rows.length })}</p>`
        : nothing}`;
  }
}

function different({ missed, added }) {
  const rows = (differences, kind) =>
    differences.map(({ device, alarm, why }) => ({ device, ...alarm, kind, why }));
  return [...rows(missed, 'missed'), ...rows(added, 'added')];
}

const isAmong = ({ device, raisedAt }, rows) =>
  rows.some((row) => row.kind === 'added' && row.device === device && row.raisedAt === raisedAt);

function row({ device, raisedAt, clearedAt, reason, hits, kind, why }) {
  return html`<tr>
    <td class="numbers">
      ${exact(raisedAt)}
      ${kind ? html`<span class="chip ${kind}">${t(`flows.test.kind.${kind}`)}</span>` : nothing}
    </td>
    <td data-label=${t('flows.test.device')}>${device}</td>
    <td data-label=${t('flows.test.reason')}>
      <span><code>${reason}</code>
        ${(why ?? reason) === reason
          ? nothing
          : html`<small class="soft">${t('flows.test.why', { why })}</small>`}</span>
    </td>
    <td data-label=${t('flows.test.lasted')} class="numbers">
      ${clearedAt ? inWords(Date.parse(clearedAt) - Date.parse(raisedAt)) : t('flows.test.open')}
    </td>
    <td data-label=${t('flows.test.hits')} class="numbers">${hits}</td>
  </tr>`;
}

customElements.define('st-flow-findings', FlowFindings);
