// The stretches of time a chart shows, by the reader's calendar, and how finely.

// step: of readings; period: of energy.
export const SPANS = {
  live: { step: undefined },
  day: { step: '5m', period: 'hour' },
  week: { step: '1h', period: 'day' },
  month: { step: '1h', period: 'day' },
  year: { step: '1d', period: 'month' },
};

export const LIVE_MILLIS = 10 * 60_000;

const STEP_MILLIS = { '5m': 300_000, '1h': 3_600_000, '1d': 86_400_000 };

// Between points farther apart nothing was reported.
export function gapMillis(kind) {
  return kind === 'live' ? 60_000 : 2.5 * STEP_MILLIS[SPANS[kind].step];
}

// The stretch of this kind that holds the moment: { from, to }, to not included.
export function spanOf(kind, at) {
  if (kind === 'live') {
    return { from: new Date(at - LIVE_MILLIS), to: new Date(at) };
  }
  const from = startOf(kind, new Date(at));
  return { from, to: shifted(kind, from, 1) };
}

// So many stretches later, or earlier.
export function shifted(kind, from, count) {
  const [year, month, day] = [from.getFullYear(), from.getMonth(), from.getDate()];
  switch (kind) {
    case 'day':
      return new Date(year, month, day + count);
    case 'week':
      return new Date(year, month, day + 7 * count);
    case 'month':
      return new Date(year, month + count, 1);
    default:
      return new Date(year + count, 0, 1);
  }
}

function startOf(kind, at) {
  const [year, month, day] = [at.getFullYear(), at.getMonth(), at.getDate()];
  switch (kind) {
    case 'day':
      return new Date(year, month, day);
    case 'week':
      // Weeks begin on Monday (ISO 8601).
      return new Date(year, month, day - ((at.getDay() + 6) % 7));
    case 'month':
      return new Date(year, month, 1);
    default:
      return new Date(year, 0, 1);
  }
}

// 2026-01-31, by the reader's calendar.
export function dateOf(at) {
  const two = (part) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
