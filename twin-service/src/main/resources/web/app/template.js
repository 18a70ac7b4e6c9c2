// What a product's data template says of its properties, in the words of the reader.
import { localized, number } from './i18n.js';

export const SWITCH = 'power_switch';
export const POWER = 'active_power';
export const COUNTDOWN = 'count_down';
// The order in which people look at them; others follow as the template has them.
const FIRST = [POWER, 'voltage', 'current', 'power_factor', 'apparent_power', 'total_kwh'];

// Properties to show as tiles, each with its style and icon: as the product's panel says, else all.
export function readings(template, panel) {
  const properties = template?.properties ?? [];
  if (Array.isArray(panel?.tiles)) {
    return panel.tiles.flatMap(({ property, style, icon }) =>
      properties.filter(({ id }) => id === property).map((it) => ({ ...it, style, icon })),
    );
  }
  return properties
    .filter(({ id }) => id !== SWITCH && id !== COUNTDOWN)
    .sort((a, b) => order(a) - order(b));
}

function order({ id }) {
  const index = FIRST.indexOf(id);
  return index < 0 ? FIRST.length : index;
}

export function has(template, id) {
  return (template?.properties ?? []).some((property) => property.id === id);
}

export function label(property) {
  return localized(property.names, property.name);
}

export function unit(property) {
  return property.define.unit ?? '';
}

// As people read it: numbers with their digits, truth values and enumerations by name.
export function display(property, value) {
  const { type, labels, mapping, unit: its } = property.define;
  if (value === undefined || value === null) {
    return undefined;
  }
  if (mapping) {
    const key = String(Number(value));
    return localized(labels?.[key], mapping[key] ?? String(value));
  }
  if (typeof value === 'number') {
    return number(value, its, type === 'int' ? 0 : undefined);
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
