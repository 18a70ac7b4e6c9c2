// The times of charts in words, on the axis and at a point.
import { dated, t } from '../i18n.js';

const DAY = { day: 'numeric', month: 'short' };
const TIME = { hour: '2-digit', minute: '2-digit' };
const POINT = {
  live: { ...TIME, second: '2-digit' },
  day: TIME,
  week: { weekday: 'short', ...TIME },
  month: { ...DAY, ...TIME },
  year: { ...DAY, year: 'numeric' },
};
const TICK = {
  live: TIME,
  day: { hour: '2-digit', minute: '2-digit' },
  week: { weekday: 'short', day: 'numeric' },
  month: DAY,
  year: { month: 'short' },
};
const BAR = {
  day: TIME,
  week: { weekday: 'long', ...DAY },
  month: { weekday: 'short', ...DAY },
  year: { month: 'long', year: 'numeric' },
};
const BAR_TICK = {
  day: { hour: '2-digit' },
  week: { weekday: 'short' },
  month: { day: 'numeric' },
  year: { month: 'narrow' },
};

export const pointTime = (kind, at) => dated(at, POINT[kind]);
export const barTime = (kind, from) => dated(new Date(from), BAR[kind]);
export const pointTick = (kind, at) => dated(at, TICK[kind]);
export const barTick = (kind, from) => dated(new Date(from), BAR_TICK[kind]);

// What a stretch of time is called.
export function spanText(kind, { from, to }) {
  switch (kind) {
    case 'live':
      return t('history.now');
    case 'day':
      return dated(from, { weekday: 'short', ...DAY, year: 'numeric' });
    case 'week':
      return `${dated(from, DAY)} – ${dated(new Date(to - 1), { ...DAY, year: 'numeric' })}`;
    case 'month':
      return dated(from, { month: 'long', year: 'numeric' });
    default:
      return dated(from, { year: 'numeric' });
  }
}
