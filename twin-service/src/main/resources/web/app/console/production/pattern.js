// Names that are counted up: socket-### is socket-001, socket-002 …
const PATTERN = /^([A-Za-z0-9_.:-]*)(#{1,9})([A-Za-z0-9_.:-]*)$/;
const LONGEST_NAME = 48;

export const MOST_DEVICES = 100_000;
// One request makes so many.
export const MOST_LABELS = 2_000;

function nameOf([, before, digits, after], number) {
  return `${before}${String(number).padStart(digits.length, '0')}${after}`;
}

// The first and the last name of a batch; undefined if the pattern makes none.
export function namesOf({ pattern, first, count }) {
  const parts = PATTERN.exec(pattern ?? '');
  const from = first ?? 1;
  return parts && count > 0 ? [nameOf(parts, from), nameOf(parts, from + count - 1)] : undefined;
}

// What is wrong with a draft, as keys of words by field.
export function wrongsOf({ productId, pattern, first, count }) {
  const parts = PATTERN.exec(pattern ?? '');
  const from = first ?? 1;
  const wrongs = {};
  if (!productId) {
    wrongs.productId = 'parts.missing';
  }
  if (!parts || pattern.length > LONGEST_NAME) {
    wrongs.pattern = 'production.wrong.pattern';
  }
  if (!Number.isInteger(from) || from < 0) {
    wrongs.first = 'production.wrong.first';
  }
  if (!Number.isInteger(count) || count < 1 || count > MOST_DEVICES) {
    wrongs.count = 'production.wrong.count';
  } else if (parts && from + count - 1 >= 10 ** parts[2].length) {
    wrongs.count = 'production.wrong.digits';
  }
  return wrongs;
}
