// What a flow would have made of what an imagined device said.
import { html } from 'lit';
import { localized, problemText, t } from '../../i18n.js';
import { inWords } from '../parts/durations.js';

export function outcome({ sound, problem, result, draft }) {
  if (!sound) {
    return html`<p class="soft">${t('flows.try.unsound')}</p>`;
  }
  if (problem?.errors.length === 0) {
    return html`<p class="error">${problemText(problem)}</p>`;
  }
  if (!result) {
    return html`<p class="soft">${t('flows.try.waiting')}</p>`;
  }
  const { episodes, explanation, from } = result;
  return episodes.length === 0
    ? html`<p class="verdict none"><b>${t('flows.try.none')}</b></p>
        <p class="soft">${t('flows.try.seen')} <code>${explanation}</code></p>`
    : episodes.map((each) => episode(each, from, draft.severity));
}

function episode({ raisedAt, clearedAt, reason, hits, title, text }, from, severity) {
  const since = (instant) => inWords(Date.parse(instant) - Date.parse(from));
  const when = raisedAt === from ? t('flows.try.once') : t('flows.try.raised', { time: since(raisedAt) });
  return html`<article class="verdict raised ${severity}">
    <b>${when}</b>
    <p class="message">${localized(title)}<br /><span class="soft">${localized(text)}</span></p>
    <p class="soft"><code>${reason}</code>${hits > 1 ? ` · ${t('flows.hits', { n: hits })}` : ''}</p>
    <p class="soft">
      ${clearedAt ? t('flows.try.cleared', { time: since(clearedAt) }) : t('flows.try.open')}
    </p>
  </article>`;
}
