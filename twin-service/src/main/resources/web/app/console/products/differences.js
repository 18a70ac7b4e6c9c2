// What a data template changes, told by the service.
import { html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { badge } from '../parts/badge.js';
import { sheet, titles } from '../parts/sheet.js';

const TONES = { ADDED: 'good', REMOVED: 'critical', CHANGED: 'warning' };

export function differences(found) {
  if (found.length === 0) {
    return html`<p class="soft">${t('products.same')}</p>`;
  }
  return sheet({
    columns: titles('products.difference', 'path', 'kind', 'detail'),
    rows: found.map(
      ({ path, kind, breaking, detail, losingTwins }) => html`<tr>
        <td><code>${path}</code></td>
        <td data-label=${t('products.difference.kind')}>
          ${badge(TONES[kind], t(`products.difference.${kind}`))}
          ${breaking ? html`<span class="soft">${t('products.breaking')}</span>` : nothing}
        </td>
        <td data-label=${t('products.difference.detail')}>
          ${detail}
          ${losingTwins > 0 ? html`<span class="soft">${t('products.losing', { n: losingTwins })}</span>` : nothing}
        </td>
      </tr>`,
    ),
  });
}
