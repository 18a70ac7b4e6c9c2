// Whether the overload protection of a socket holds the relay open.
import { call, path, query } from '../rest.js';
import { SWITCH } from '../template.js';

const EVENT = 'status_report';
const OVERLOAD = 'overcurrent';
// So much later the report that came with the trip is past, too.
const BEGUN_MILLIS = 1_000;
// Enough to tell whether it has been on; not how often.
const POINTS = 10;

// When it tripped, if it has not been on since; of a socket that is off.
export async function latchedSince({ productId, name }) {
  const { items } = await call(
    'GET',
    `/api/history/events${query({ productId, name, eventId: EVENT, limit: 1 })}`,
  );
  const [last] = items;
  if (last?.params.message !== OVERLOAD) {
    return undefined;
  }
  const from = new Date(Date.parse(last.at) + BEGUN_MILLIS).toISOString();
  const { points } = await call(
    'GET',
    path`/api/history/devices/${productId}/${name}/reports` +
      query({ properties: SWITCH, aggregate: 'max', points: POINTS, from }),
  );
  // The first point may reach back to before the trip.
  const onSince = points.some(
    (point) => point[`${SWITCH}_max`] > 0 && Date.parse(point.at) >= Date.parse(from),
  );
  return onSince ? undefined : last.at;
}
