// A list of rows in a card: see table.js for its looks.
import { html, nothing } from 'lit';
import { t } from '../../i18n.js';

// columns: what stands above each; deeds: what the last column is for, not seen
export function sheet({ columns, deeds, rows, foot }) {
  return html`<div class="card sheet">${table({ columns, deeds, rows })} ${foot ? foot : nothing}</div>`;
}

export function table({ columns, deeds, rows }) {
  return html`<table>
    <thead>
      <tr>
        ${columns.map((text) => html`<th scope="col">${text}</th>`)}
        ${deeds ? html`<th scope="col"><span class="visually-hidden">${deeds}</span></th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

// The texts of these keys.
export const titles = (prefix, ...names) => names.map((name) => t(`${prefix}.${name}`));

export const more = (read) =>
  html`<p class="foot"><button class="quiet" @click=${read}>${t('parts.more')}</button></p>`;
