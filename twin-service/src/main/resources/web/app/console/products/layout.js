// The layout of a product's panel while it is edited: a row for each property, those shown first.
import { readings } from '../../template.js';

// [{ property, shown, style, icon }]; panel as the product has it.
export function rowsOf(template, panel) {
  const shown = readings(template, panel);
  const others = readings(template).filter(({ id }) => shown.every((tile) => tile.id !== id));
  const row = (isShown) => (property) => ({
    property,
    shown: isShown,
    style: property.style ?? '',
    icon: property.icon ?? '',
  });
  return [...shown.map(row(true)), ...others.map(row(false))];
}

// As the product is to have it.
export function panelOf(rows) {
  const tiles = rows
    .filter(({ shown }) => shown)
    .map(({ property, style, icon }) => ({
      property: property.id,
      ...(style ? { style } : {}),
      ...(icon ? { icon } : {}),
    }));
  return { tiles };
}

export function moved(rows, from, to) {
  const others = rows.toSpliced(from, 1);
  return others.toSpliced(to, 0, rows[from]);
}

// A twin that reports something of each property, to look at.
export function sampleTwin({ properties }) {
  const at = new Date().toISOString();
  return {
    version: 0,
    presence: { online: true, since: at },
    controls: [],
    reported: Object.fromEntries(properties.map(({ id, define }) => [id, { value: sample(id, define), at }])),
  };
}

// What a socket with a lamp says.
const LAMP = {
  power_switch: 1,
  active_power: 60,
  voltage: 230,
  current: 0.26,
  power_factor: 1,
  total_kwh: 12.5,
  count_down: 0,
};

function sample(id, { type, min, max, mapping }) {
  if (id in LAMP) {
    return LAMP[id];
  }
  if (mapping) {
    const last = Object.keys(mapping).at(-1);
    return type === 'stringenum' ? last : Number(last);
  }
  if (type === 'int' || type === 'float') {
    const middle = (Number(min ?? 0) + Number(max ?? 100)) / 2;
    return type === 'int' ? Math.round(middle) : middle;
  }
  return type === 'string' ? 'abc' : undefined;
}
