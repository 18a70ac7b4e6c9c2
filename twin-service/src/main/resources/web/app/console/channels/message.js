// One message in the log.
import { html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { badge } from '../parts/badge.js';
import { inWords } from '../parts/durations.js';
import { ago, exact } from '../parts/times.js';

const TONES = { dead: 'critical', waiting: 'warning', accepted: 'good' };

export function row(message, channels, deeds) {
  const { id, channelId, state, notices, attempts, createdAt } = message;
  const name = channels.find((channel) => channel.id === channelId)?.name ?? channelId;
  return html`<tr>
    <td>
      <span title=${exact(createdAt)}>${ago(createdAt)}</span>
      ${notices > 1 ? html`<span class="soft">${t('channels.notices', { n: notices })}</span>` : nothing}
    </td>
    <td data-label=${t('channels.column.channel')}>${name}</td>
    <td data-label=${t('channels.column.state')}>
      <span>${badge(TONES[state], t(`channels.message.${state}`))}
        <span class="soft">${detail(message)}</span></span>
    </td>
    <td data-label=${t('channels.column.attempts')} class="numbers">${attempts}</td>
    <td data-label=${t('channels.column.took')} class="numbers">${took(message)}</td>
    <td class="end">${state === 'dead'
      ? html`<button @click=${() => deeds.retry(id)}>${t('channels.retry')}</button>
          <button class="danger" @click=${() => deeds.drop(id, name)}>${t('channels.drop')}</button>`
      : nothing}</td>
  </tr>`;
}

function detail({ state, nextAttemptAt, failure }) {
  const next = state === 'waiting' && nextAttemptAt ? t('channels.next', { at: ago(nextAttemptAt) }) : '';
  return [next, state === 'accepted' ? '' : failure].filter(Boolean).join(' · ');
}

function took({ state, handedOverAt, settledAt }) {
  return state === 'accepted' && handedOverAt
    ? inWords(Date.parse(settledAt) - Date.parse(handedOverAt))
    : '–';
}
