// What a page says while it has nothing to show.
import { html, nothing } from 'lit';
import { problemText, t } from '../../i18n.js';

export const loading = () => html`<p class="soft" role="status">${t('loading')}</p>`;

export const empty = (text) => html`<p class="card empty soft">${text}</p>`;

// What went wrong as a whole; what is said of a field stands there.
export function failure(problem) {
  if (!problem) {
    return nothing;
  }
  const text = problem.code === 'not-found' ? t('parts.gone') : problemText(problem);
  return html`<p class="error" role="alert">${text}</p>`;
}
