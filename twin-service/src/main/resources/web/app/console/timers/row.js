// One timer in the list.
import { html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { href } from '../../router.js';
import { segments } from '../parts/choices.js';
import { ago, exact } from '../parts/times.js';
import { inWords } from './draft.js';

// pick: takes whether it is to be on
export function row({ id, name, rule, actions, nextAt, enabled, timeZone }, pick) {
  const [first, ...others] = actions;
  const more = others.length > 0 ? t('timers.others', { n: others.length }) : '';
  return html`<tr>
    <td><a href=${href('console', 'timers', id)}>${name}</a></td>
    <td data-label=${t('timers.column.when')}>
      <span>${inWords(rule)} ${timeZone ? html`<span class="soft">${timeZone}</span>` : nothing}</span>
    </td>
    <td data-label=${t('timers.column.devices')}>${first?.name}${more}</td>
    <td data-label=${t('timers.column.next')}>
      ${nextAt ? html`<span title=${exact(nextAt)}>${ago(nextAt)}</span>` : '–'}
    </td>
    <td data-label=${t('timers.column.state')}>${segments({
      name: `enabled-${id}`,
      label: t('timers.state.of', { name }),
      hidden: true,
      value: enabled,
      options: [
        { value: false, label: t('timers.off') },
        { value: true, label: t('timers.on'), tone: 'on' },
      ],
      pick,
    })}</td>
  </tr>`;
}
