// One property in the layout of a panel: whether it is shown, how, and where.
import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { t } from '../../i18n.js';
import { label } from '../../template.js';
import { icons } from '../../ui/icons.js';
import { tileIcons } from '../../ui/tile-icons.js';

const STYLES = ['', 'wide', 'large'];
const ICONS = ['', ...Object.keys(tileIcons)];

// set: takes what changes of the row; move: takes -1 for up, 1 for down
export function panelRow({ property, shown, style, icon }, { first, last, set, move }) {
  const name = label(property);
  const select = (what, value, options) => html`<select aria-label="${t(`products.${what}`)}: ${name}"
    ?disabled=${!shown} @change=${({ target }) => set({ [what]: target.value })}>
    ${options.map(
      (option) => html`<option value=${option} .selected=${live(option === value)}>
        ${t(`products.${what}.${option || 'none'}`)}
      </option>`,
    )}
  </select>`;
  const arrow = (by, end, shape) => html`<button class="icon" data-by=${by} ?disabled=${end}
    aria-label=${t(`products.move.${by}`, { name })} @click=${() => move(by)}>${shape}</button>`;
  return html`<li data-property=${property.id} class=${shown ? '' : 'off'}>
    <label class="tick">
      <input type="checkbox" .checked=${live(shown)} @change=${({ target }) => set({ shown: target.checked })} />
      <span>${name} <code>${property.id}</code></span>
    </label>
    ${select('style', style, STYLES)} ${select('icon', icon, ICONS)}
    <span class="moves">${arrow(-1, first, icons.up)}${arrow(1, last, icons.down)}</span>
  </li>`;
}
