// How long each way takes, and which one takes longest.
import { html } from 'lit';
import { number, t } from '../../i18n.js';
import { inWords } from '../parts/durations.js';
import { table, titles } from '../parts/sheet.js';

// Made up of the others, so not compared with them.
const WHOLE = 'delivery';

export function slowestOf(hops) {
  const compared = hops.filter(({ hop, count }) => hop !== WHOLE && count > 0);
  return compared.sort((one, other) => other.meanMilliseconds - one.meanMilliseconds)[0];
}

export function hopTable(hops, slowest) {
  return html`<section class="card sheet">
    <div class="head"><h2>${t('fleet.hops')}</h2><span class="soft">${t('fleet.hops.hint')}</span></div>
    ${table({
      columns: titles('fleet.column', 'hop', 'count', 'mean', 'max'),
      rows: hops.map((each) => row(each, each === slowest)),
    })}
  </section>`;
}

function row({ hop, count, meanMilliseconds, maxMilliseconds }, slowest) {
  return html`<tr class=${slowest ? 'slowest' : ''}>
    <td>${t(`fleet.hop.${hop}`)}</td>
    <td data-label=${t('fleet.column.count')} class="numbers">${number(count, '', 0)}</td>
    <td data-label=${t('fleet.column.mean')} class="numbers">
      ${count > 0 ? inWords(meanMilliseconds) : '–'}
    </td>
    <td data-label=${t('fleet.column.max')} class="numbers">
      ${maxMilliseconds > 0 ? inWords(maxMilliseconds) : '–'}
    </td>
  </tr>`;
}
