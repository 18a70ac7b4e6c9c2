// Two lists of episodes compared as the service does: matched where they overlap.
const CLOSE_MILLIS = 1_000;

export const flat = (alarms) => alarms.map(({ device, alarm }) => ({ device, ...alarm }));

const startsBeforeEndOf = (one, other) =>
  !other.clearedAt || Date.parse(one.raisedAt) <= Date.parse(other.clearedAt) + CLOSE_MILLIS;

const overlaps = (one, other) =>
  one.device === other.device && startsBeforeEndOf(one, other) && startsBeforeEndOf(other, one);

export function compared(reference, other) {
  const left = [...other];
  const missed = [];
  for (const wanted of reference) {
    const match = left.findIndex((each) => overlaps(wanted, each));
    if (match < 0) {
      missed.push(difference(wanted));
    } else {
      left.splice(match, 1);
    }
  }
  return { same: reference.length - missed.length, missed, added: left.map(difference) };
}

function difference({ device, ...alarm }) {
  return { device, alarm, why: alarm.reason };
}
