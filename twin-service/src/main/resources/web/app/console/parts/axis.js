// Where a time axis is marked: at round local times, five to ten of them.
import { settings } from '../../settings.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  ...[1, 5, 10, 30].map((n) => n * MINUTE),
  ...[1, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 7].map((n) => n * DAY),
];
const MOST = 9;

export function ticks(from, until) {
  const step = STEPS.find((each) => (until - from) / each <= MOST) ?? STEPS.at(-1);
  const offset = new Date(from).getTimezoneOffset() * MINUTE;
  const format = new Intl.DateTimeFormat(
    settings.language === 'zh' ? 'zh-CN' : 'en-GB',
    step >= DAY / 2
      ? { month: 'short', day: 'numeric', ...(step < DAY ? { hour: '2-digit', hourCycle: 'h23' } : {}) }
      : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  );
  const marks = [];
  for (let at = Math.ceil((from - offset) / step) * step + offset; at <= until; at += step) {
    marks.push({ at, label: format.format(at) });
  }
  return marks;
}
