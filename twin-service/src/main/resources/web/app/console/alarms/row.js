// One alarm in the list.
import { html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { href } from '../../router.js';
import { severityBadge } from '../parts/severity.js';
import { ago, exact } from '../parts/times.js';
import { stateBadge } from './state.js';

// fresh: whether it came while somebody was looking
export function row(alarm, fresh, acknowledge) {
  const { id, device, eventAt, hits, severity, title, reason } = alarm;
  const state = alarm.state.toLowerCase();
  return html`<tr class="${state} ${fresh ? 'fresh' : ''}">
    <td>
      <a href=${href('console', 'alarms', id)}>${localized(title)}</a>
      <span class="soft">${reason}</span>
    </td>
    <td data-label=${t('alarms.column.severity')}>${severityBadge(severity)}</td>
    <td data-label=${t('parts.device')}>${device}</td>
    <td data-label=${t('alarms.column.when')}><span title=${exact(eventAt)}>${ago(eventAt)}</span></td>
    <td data-label=${t('alarms.column.hits')} class="numbers">${hits}</td>
    <td data-label=${t('alarms.column.state')}>${stateBadge(alarm)}</td>
    <td class="end">${state === 'open' && !alarm.shadow
      ? html`<button aria-label="${t('alarms.acknowledge')}: ${localized(title)}"
          @click=${() => acknowledge(id)}>${t('alarms.acknowledge')}</button>`
      : nothing}</td>
  </tr>`;
}
