// One device in the list.
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { t } from '../../i18n.js';
import { href } from '../../router.js';
import { ago } from '../parts/times.js';
import { stateBadge } from './state.js';

export function head() {
  return html`<div class="row top" role="row" aria-rowindex="1">
    <span role="columnheader"><span class="visually-hidden">${t('devices.choose')}</span></span>
    ${['name', 'state', 'product', 'seen', 'tags'].map(
      (name) => html`<span role="columnheader">${t(`devices.column.${name}`)}</span>`,
    )}
  </div>`;
}

export function row({ productId, name, state, enabled, lastSeenAt, tags }, index, { product, chosen, choose }) {
  return html`<div class="row" role="row" aria-rowindex=${index + 2}>
    <span role="cell"><input type="checkbox" aria-label="${t('devices.choose')}: ${name}" .checked=${live(chosen)}
      @change=${({ target }) => choose(target.checked)} /></span>
    <span role="cell">
      <a href=${href('console', 'devices', productId, name)} title=${name}>${name}</a>
      ${enabled ? nothing : html` <span class="off">${t('devices.disabled')}</span>`}
    </span>
    <span role="cell">${stateBadge(state)}</span>
    <span role="cell">${product}</span>
    <span role="cell" class="soft">${lastSeenAt ? ago(lastSeenAt) : '–'}</span>
    <span role="cell" class="soft">${tags.join(', ')}</span>
  </div>`;
}

// Not read yet.
export function waiting(index) {
  return html`<div class="row" role="row" aria-rowindex=${index + 2}>
    <span role="cell"></span><span role="cell" class="waiting" aria-label=${t('loading')}></span>
  </div>`;
}
