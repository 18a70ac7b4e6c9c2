// What the meter says, and how near that is to the trip point.
import { number, t } from './words.js';

// What a reading is worth showing of; the meter's noise is in the digits beyond.
const READINGS = [
  ['volts', 'V', 1],
  ['amperes', 'A', 3],
  ['watts', 'W', 1],
  ['voltAmperes', 'VA', 1],
  ['powerFactor', '', 2],
  ['kilowattHours', 'kWh', 4],
];
// The bar goes a little beyond the trip point, which stands at this part of it.
const TRIP_AT = 0.8;

const list = document.getElementById('readings');
const load = document.getElementById('load');

for (const [name, unit] of READINGS) {
  const item = document.createElement('div');
  const label = document.createElement('dt');
  label.dataset.text = `meter.${name}`;
  const value = document.createElement('dd');
  const digits = document.createElement('span');
  digits.id = name;
  const units = document.createElement('small');
  units.textContent = unit;
  value.append(digits, units);
  item.append(label, value);
  list.append(item);
}

export function showMeter(view) {
  for (const [name, , decimals] of READINGS) {
    const value = name === 'kilowattHours' ? view.kilowattHours : view.reading[name];
    document.getElementById(name).textContent = number(value, decimals);
  }
  const part = (view.reading.amperes / view.tripAmperes) * TRIP_AT;
  load.querySelector('.fill').style.width = `${Math.min(1, part) * 100}%`;
  load.classList.toggle('over', view.reading.amperes > view.tripAmperes);
  const mark = load.querySelector('.mark');
  mark.style.left = `${TRIP_AT * 100}%`;
  mark.firstElementChild.textContent = t('meter.trip', { amperes: number(view.tripAmperes, 1) });
  load.setAttribute('aria-label', t('meter.amperes'));
  load.setAttribute('aria-valuemax', view.tripAmperes / TRIP_AT);
  load.setAttribute('aria-valuenow', view.reading.amperes);
}
