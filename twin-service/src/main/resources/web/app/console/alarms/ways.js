// The way of an alarm to each of those who were told.
import { html } from 'lit';
import { t } from '../../i18n.js';
import { badge } from '../parts/badge.js';
import { hops } from './hops.js';
import './way.js';

const TONES = { accepted: 'good', dead: 'critical', dropped: 'critical' };

export function ways(alarm) {
  const receipts = alarm.receipts ?? [];
  return html`<h2>${t('alarms.way')}</h2>
    <p class="soft">${t('alarms.way.hint')}</p>
    ${receipts.length === 0
      ? html`<st-alarm-way .hops=${hops(alarm)} .label=${t('alarms.way')}></st-alarm-way>
          <p class="soft">${t(alarm.shadow ? 'alarms.way.shadow' : 'alarms.way.nobody')}</p>`
      : receipts.map((receipt) => way(alarm, receipt))}`;
}

function way(alarm, receipt) {
  const { channelName, recipient, state, attempts, failure, providerId } = receipt;
  const to = recipient ? `${channelName} · ${recipient}` : channelName;
  const details = [
    attempts > 1 ? t('alarms.attempts', { n: attempts }) : '',
    state === 'accepted' ? '' : failure,
    providerId ? t('alarms.provider', { id: providerId }) : '',
  ];
  return html`<div class="way">
    <h3>${to} ${badge(TONES[state] ?? 'warning', t(`alarms.receipt.${state}`))}</h3>
    <st-alarm-way .hops=${hops(alarm, receipt)} .label=${to}></st-alarm-way>
    <p class="soft">${details.filter(Boolean).join(' · ')}</p>
  </div>`;
}
