// The numbers of a chart, for those who want to read them or cannot see it.
import { html, nothing } from 'lit';
import { money, number, t } from '../i18n.js';
import { barTime, pointTime } from './times.js';

// data: { points } or { bill }.
export function table(kind, { points, bill }, unit) {
  return html`<details>
    <summary>${t('history.table')}</summary>
    <div class="table" tabindex="0" role="region" aria-label=${t('history.table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('history.time')}</th>
            ${bill ? energyHeads(bill) : readingHeads(unit)}
          </tr>
        </thead>
        <tbody>
          ${bill ? energyRows(kind, bill) : readingRows(kind, points, unit)}
        </tbody>
      </table>
    </div>
  </details>`;
}

function energyHeads({ currency }) {
  return html`<th scope="col">kWh</th>
    ${currency ? html`<th scope="col">${t('history.cost')}</th>` : nothing}`;
}

function energyRows(kind, { periods, currency }) {
  return periods.map(
    ({ from, kwh, cost }) => html`<tr>
      <th scope="row">${barTime(kind, from)}</th>
      <td>${number(kwh, 'kWh')}</td>
      ${currency ? html`<td>${money(cost, currency)}</td>` : nothing}
    </tr>`,
  );
}

function readingHeads(unit) {
  return ['mean', 'lowest', 'highest'].map(
    (key) => html`<th scope="col">${t(`history.${key}`)} (${unit})</th>`,
  );
}

function readingRows(kind, points, unit) {
  return points.map(
    ({ at, mean, low, high }) => html`<tr>
      <th scope="row">${pointTime(kind, at)}</th>
      ${[mean, low, high].map((value) => html`<td>${number(value, unit)}</td>`)}
    </tr>`,
  );
}
