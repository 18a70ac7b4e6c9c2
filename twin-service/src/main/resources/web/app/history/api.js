// What the history asks of the service.
import { call, path, query } from '../rest.js';
import { SPANS, dateOf } from './spans.js';

// Points of a live chart; a socket reports every few seconds.
const MOST_REPORTS = 2_000;
// A year of days, a month of hours.
const MOST_STEPS = 1_000;

// [{ at, mean, low, high }] in the order of time; without a step each report, mean only.
export async function readings({ productId, name }, property, kind, { from, to }) {
  const { step } = SPANS[kind];
  const { points } = await call(
    'GET',
    path`/api/history/devices/${productId}/${name}/reports` +
      query({
        properties: property,
        from: from.toISOString(),
        to: to.toISOString(),
        step,
        aggregate: step && 'avg,min,max',
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        limit: step ? MOST_STEPS : MOST_REPORTS,
      }),
  );
  return points
    .map((point) => ({
      at: Date.parse(point.at),
      mean: point[step ? `${property}_avg` : property],
      low: point[`${property}_min`],
      high: point[`${property}_max`],
    }))
    .filter(({ mean }) => mean !== undefined);
}

// The energy of a stretch, period by period, by the clocks of the device.
export async function energy({ productId, name }, kind, { from, to }) {
  const last = dateOf(new Date(to - 1));
  const bill = await call(
    'GET',
    path`/api/energy/${productId}/${name}` +
      // Hours are asked for to the first one of the next day, which is then left out.
      query({
        from: dateOf(from),
        to: kind === 'day' ? dateOf(to) : last,
        period: SPANS[kind].period,
      }),
  );
  const periods = bill.periods.filter((period) => period.from.slice(0, 10) <= last);
  const sum = (key) => periods.reduce((total, period) => total + (period[key] ?? 0), 0);
  return {
    periods,
    currency: bill.currency,
    kwh: sum('kwh'),
    cost: bill.currency ? sum('cost') : undefined,
  };
}
