// What a data template says, for people: its properties, events and actions.
import { html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';

const PARTS = ['properties', 'events', 'actions'];

// text: the template's JSON; undefined while it is none. show: takes the path of what was pressed.
export function outline(text, show) {
  const template = parsed(text);
  if (!template) {
    return html`<p class="soft">${t('products.outline.none')}</p>`;
  }
  return PARTS.map((part) => {
    const items = Array.isArray(template[part]) ? template[part] : [];
    return html`<h3>${t(`products.${part}`)} <span class="soft">${items.length}</span></h3>
      ${items.length === 0
        ? nothing
        : html`<ul>${items.map((item, i) => line(part, item, () => show(`${part}[${i}]`)))}</ul>`}`;
  });
}

function line(part, item, show) {
  return html`<li>
    <button class="quiet" @click=${show}>
      <b>${localized(item?.names, item?.name) || item?.id || '?'}</b>
      <code>${item?.id}</code>
      <span class="soft">${part === 'properties' ? property(item) : others(part, item)}</span>
    </button>
  </li>`;
}

function property(item) {
  const { type, min, max, unit, mapping } = item?.define ?? {};
  const range = min === undefined || max === undefined ? '' : ` ${min}…${max}`;
  const choices = mapping ? ` ${Object.values(mapping).join(' / ')}` : '';
  const mode = t(item?.mode === 'rw' ? 'products.mode.rw' : 'products.mode.r');
  return `${type ?? '?'}${range}${unit ? ` ${unit}` : ''}${choices} · ${mode}`;
}

function others(part, item) {
  const names = (list) => (Array.isArray(list) ? list.map(({ id }) => id).join(', ') : '');
  return part === 'events'
    ? `${item?.type ?? ''} · ${names(item?.params)}`
    : `(${names(item?.input)}) → ${names(item?.output)}`;
}

export function parsed(text) {
  try {
    const value = JSON.parse(text);
    return value && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
