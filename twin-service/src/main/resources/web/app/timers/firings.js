// What a timer did, the newest first.
import { html } from 'lit';
import { moment, t, textOf } from '../i18n.js';

export function firings(list) {
  return html`<section class="firings">
    <h3>${t('schedule.firings')}</h3>
    ${list.length === 0
      ? html`<p class="soft">${t('schedule.firings.none')}</p>`
      : html`<ol>
          ${list.map((firing) => html`<li>
            <span>${moment(firing.dueAt)}</span>
            <span>${outcome(firing)}</span>
          </li>`)}
        </ol>`}
  </section>`;
}

function outcome({ state, reason, controlStage }) {
  const stage = controlStage && (textOf(`schedule.stage.${controlStage}`) ?? controlStage);
  return [t(`schedule.state.${state}`), stage, reason].filter(Boolean).join(' · ');
}
