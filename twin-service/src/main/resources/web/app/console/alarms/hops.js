// The way of an alarm from the device to a person, hop by hop.

// [{ hop, at, since, after }] in order: since the beginning and since the hop before, in milliseconds.
// A device's clock may be ahead of the service's: then its hop comes later than the next.
export function hops({ eventAt, receivedAt, decidedAt }, receipt) {
  const known = [
    ['detected', eventAt],
    ['received', receivedAt],
    ['decided', decidedAt],
    ['committed', receipt?.committedAt],
    ['handedOver', receipt?.handedOverAt],
    ['delivered', receipt?.acceptedAt],
  ].filter(([, at]) => at);
  const begin = Date.parse(known[0][1]);
  return known.map(([hop, at], i) => ({
    hop,
    at,
    since: Date.parse(at) - begin,
    after: i === 0 ? 0 : Date.parse(at) - Date.parse(known[i - 1][1]),
  }));
}

// Whether its later hops are still to come.
export const underWay = ({ state }) => ['enqueued', 'waiting'].includes(state);
