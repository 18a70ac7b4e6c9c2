// What a data template says, in a few words.
import { t } from '../../i18n.js';

// Of an item of this list of the template.
export function facts(list, item) {
  switch (list) {
    case 'properties':
      return property(item);
    case 'events':
      return `${item.type ?? ''} · ${names(item.params)}`;
    default:
      return `(${names(item.input)}) → ${names(item.output)}`;
  }
}

function property({ define, mode }) {
  const { type, min, max, unit, mapping } = define ?? {};
  const range = min === undefined || max === undefined ? '' : ` ${min}…${max}`;
  const choices = mapping ? ` ${Object.values(mapping).join(' / ')}` : '';
  return `${type ?? '?'}${range}${unit ? ` ${unit}` : ''}${choices} · ${t(mode === 'rw' ? 'products.mode.rw' : 'products.mode.r')}`;
}

const names = (list) => (Array.isArray(list) ? list.map((each) => each?.id).join(', ') : '');

// undefined unless the text is the JSON of an object
export function parsed(text) {
  try {
    const value = JSON.parse(text);
    return value && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
