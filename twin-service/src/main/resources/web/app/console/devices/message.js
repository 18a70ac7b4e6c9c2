// One message: when, which way, what it means, and its text on demand.
import { html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { withMillis } from '../parts/times.js';

const ARROWS = { up: '↑', down: '↓', session: '•' };

export function line({ at, direction, method, meaning, topic, bytes, payload, raw, refused }) {
  const body = payload ? JSON.stringify(payload, null, 2) : raw;
  const top = html`<span class="numbers">${withMillis(at)}</span>
    <b class="arrow" aria-label=${t(`devices.direction.${direction}`)}>${ARROWS[direction]}</b>
    <span class="method">${method}</span> <span class="meaning">${meaning}</span>
    ${refused ? html`<span class="refused">${refused}</span>` : nothing}`;
  return html`<li class=${direction}>
    ${body
      ? html`<details><summary>${top}</summary>
          <p class="soft">${topic} · ${t('devices.bytes', { n: bytes })}</p><pre>${body}</pre></details>`
      : html`<div class="plain">${top}</div>`}
  </li>`;
}
