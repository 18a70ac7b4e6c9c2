// Durations in the form of ISO 8601 as the service writes them (PT90S, PT5M, PT2H, P1D), and in words.
import { html } from 'lit';
import { t } from '../../i18n.js';

const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const SECONDS = { d: 86_400, h: 3_600, m: 60, s: 1 };
const UNITS = Object.keys(SECONDS);

// undefined if it is none.
export function secondsOf(iso) {
  const parts = ISO.exec(iso ?? '');
  return parts && iso.length > 2 && !iso.endsWith('T')
    ? UNITS.reduce((sum, unit, i) => sum + Number(parts[i + 1] ?? 0) * SECONDS[unit], 0)
    : undefined;
}

// In the one unit it is written in, else the largest that fits.
export function partsOf(iso) {
  const seconds = secondsOf(iso);
  if (seconds === undefined) {
    return { amount: '', unit: 'm' };
  }
  const written = ISO.exec(iso).slice(1);
  const single = written.filter(Boolean).length === 1;
  const unit = single
    ? UNITS[written.findIndex(Boolean)]
    : UNITS.find((candidate) => seconds % SECONDS[candidate] === 0) ?? 's';
  return { amount: seconds / SECONDS[unit], unit };
}

export function isoOf(amount, unit) {
  return unit === 'd' ? `P${amount}D` : `PT${amount}${unit.toUpperCase()}`;
}

// 12 ms, 1.4 s, 3 min 20 s, 2 h 5 min, 3 d 4 h
export function inWords(milliseconds) {
  const millis = Math.round(milliseconds);
  if (millis < 1_000) {
    return t('duration.ms', { n: millis });
  }
  if (millis < 60_000) {
    return t('duration.s', { n: Number((millis / 1_000).toFixed(millis < 10_000 ? 1 : 0)) });
  }
  let rest = Math.round(millis / 1_000);
  const words = [];
  for (const unit of UNITS) {
    const amount = Math.floor(rest / SECONDS[unit]);
    rest %= SECONDS[unit];
    if (amount > 0 && words.length < 2) {
      words.push(t(`duration.${unit}`, { n: amount }));
    } else if (words.length > 0) {
      break;
    }
  }
  return words.join(' ');
}

export function isoInWords(iso) {
  const seconds = secondsOf(iso);
  return seconds === undefined ? iso : inWords(seconds * 1_000);
}

// An amount and its unit, as the control of a field. change: takes the new text, undefined if emptied.
export function durationInput(value, change) {
  const { amount, unit } = partsOf(value);
  const pick = (event) => {
    const [number, select] = event.target.closest('.duration').children;
    const count = Math.floor(number.valueAsNumber);
    change(count > 0 ? isoOf(count, select.value) : undefined);
  };
  return ({ id, invalid, describedBy }) => html`<span class="duration">
    <input id=${id} type="number" min="1" step="1" inputmode="numeric" .value=${String(amount)}
      aria-invalid=${invalid} aria-describedby=${describedBy} @change=${pick} />
    <select aria-label=${t('duration.unit')} .value=${unit} @change=${pick}>
      ${[...UNITS].reverse().map(
        (each) => html`<option value=${each} ?selected=${each === unit}>${t(`duration.unit.${each}`)}</option>`,
      )}
    </select>
  </span>`;
}
