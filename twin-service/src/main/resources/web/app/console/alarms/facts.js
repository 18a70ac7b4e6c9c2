// What is known of an alarm.
import { html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { href, socketHref } from '../../router.js';
import { inWords } from '../parts/durations.js';
import { severityBadge } from '../parts/severity.js';
import { exact } from '../parts/times.js';
import { stateBadge } from './state.js';

export function facts(alarm, flow) {
  return html`<p class="badges">
      ${severityBadge(alarm.severity)} ${stateBadge(alarm)}
      ${alarm.shadow ? html`<span class="chip">${t('alarms.silent')}</span>` : nothing}
    </p>
    <p class="text">${localized(alarm.text)}</p>
    <dl>
      ${rows(alarm, flow)
        .filter(Boolean)
        .map(([name, value]) => html`<div><dt>${t(`alarms.fact.${name}`)}</dt><dd>${value}</dd></div>`)}
    </dl>`;
}

function rows(alarm, flow) {
  const { productId, device, reason, hits, eventAt, lastHitAt } = alarm;
  const { clearedAt, clearReason, acknowledgedAt, acknowledgedBy, escalatedAt } = alarm;
  return [
    ['device', html`<a href=${socketHref({ productId, name: device })}>${device}</a>`],
    [
      'flow',
      flow
        ? html`<a href=${href('console', 'flows', flow.id)}>${localized(flow.name)}</a>`
        : t('alarms.flow.gone'),
    ],
    ['reason', html`<code>${reason}</code>`],
    ['began', exact(eventAt)],
    ['hits', hits > 1 ? t('alarms.hits', { n: hits, at: exact(lastHitAt) }) : hits],
    acknowledgedAt && ['acknowledged', t('alarms.by', { who: acknowledgedBy, at: exact(acknowledgedAt) })],
    escalatedAt && ['escalated', exact(escalatedAt)],
    clearedAt && [
      'cleared',
      html`${exact(clearedAt)} · ${clearReason}
        <span class="soft">${t('alarms.lasted', { time: lasted(eventAt, clearedAt) })}</span>`,
    ],
  ];
}

const lasted = (from, until) => inWords(Date.parse(until) - Date.parse(from));
