// One alarm in a list.
import { html, nothing } from 'lit';
import { localized, moment, t } from '../i18n.js';
import { socketHref } from '../router.js';
import { icons } from '../ui/icons.js';

// linked: whether it leads to its socket; acknowledge: what to do then, if the reader may.
export function alarmItem(alarm, { linked, acknowledge }) {
  const { severity, productId, device: name } = alarm;
  const title = localized(alarm.title);
  return html`<li class="card ${alarm.clearedAt ? 'cleared' : severity}">
    <span class="mark" title=${t(`alarm.severity.${severity}`)}>
      ${alarm.clearedAt ? icons.check : icons.alarm}
    </span>
    <div>
      <h2>${title}</h2>
      <p class="soft">${facts(alarm).join(' · ')}</p>
      <p>${localized(alarm.text)}</p>
      <p class="actions">
        ${acknowledge && alarm.state === 'open'
          ? html`<button
              aria-label=${t('alarm.acknowledgeOf', { title })}
              @click=${acknowledge}
            >
              ${t('alarm.acknowledge')}
            </button>`
          : nothing}
        ${linked
          ? html`<a href=${socketHref({ productId, name })}>${t('alarm.socket')}</a>`
          : nothing}
      </p>
    </div>
  </li>`;
}

function facts({ severity, eventAt, clearedAt, hits, acknowledgedAt }) {
  const from = moment(eventAt);
  return [
    t(`alarm.severity.${severity}`),
    clearedAt
      ? t('alarm.span', { from, to: moment(clearedAt) })
      : t('alarm.since', { time: from }),
    ...(hits > 1 ? [t('alarm.hits', { count: hits })] : []),
    ...(clearedAt ? [t('alarm.cleared')] : []),
    ...(acknowledgedAt && !clearedAt
      ? [t('alarm.acknowledged', { time: moment(acknowledgedAt) })]
      : []),
  ];
}
