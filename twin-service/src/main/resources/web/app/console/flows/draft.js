// A flow as it is edited: plain JSON, changed by paths such as ['filter', 'all', 0, 'value'].
import { settings } from '../../settings.js';

export const MODES = ['off', 'shadow', 'live'];

export function blank(productId) {
  return {
    productId,
    name: { en: '', zh: '' },
    severity: 'warning',
    input: 'data',
    title: { en: '', zh: '', [settings.language]: '$device' },
    text: { en: '', zh: '', [settings.language]: '$reason' },
    mode: 'off',
  };
}

// Without what the service adds, and without members that say nothing.
export function contentOf({ id, flaws, createdAt, version, scope, ...content }) {
  const some = scope?.devices?.length > 0 ? { scope } : {};
  return { mode: 'off', ...withoutNothing(content), ...some };
}

function withoutNothing(value) {
  if (Array.isArray(value)) {
    return value.map(withoutNothing);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([key, member]) => [key, withoutNothing(member)]),
  );
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

// Whether the form can show it; whether it is right is another question.
export function isCondition(value) {
  if (!isObject(value)) {
    return false;
  }
  const parts = value.all ?? value.any ?? [];
  const isLatch = !('property' in value || 'param' in value);
  const latch = isLatch ? [value.from, value.until].filter((part) => part !== undefined) : [];
  const hours = !('between' in value) || (Array.isArray(value.between) && value.between.length === 2);
  const text = !('expression' in value) || typeof value.expression === 'string';
  return Array.isArray(parts) && [...parts, ...latch].every(isCondition) && hours && text;
}

// Whether it has the shape of a flow.
export function isDraft(value) {
  const texts = ['name', 'title', 'text'].every(
    (member) => typeof value?.[member]?.en === 'string' && typeof value[member].zh === 'string',
  );
  const input = ['data', 'status'].includes(value?.input) || typeof value?.input?.event === 'string';
  const lists = [value?.scope?.devices, value?.outputs?.push, value?.outputs?.escalation?.push];
  return (
    texts &&
    input &&
    typeof value.productId === 'string' &&
    [value.filter, value.clear?.when].every((part) => part === undefined || isCondition(part)) &&
    lists.every((list) => list === undefined || Array.isArray(list)) &&
    (!value.scope || Array.isArray(value.scope.devices)) &&
    (!value.outputs?.escalation || Array.isArray(value.outputs.escalation.push))
  );
}

export const at = (object, path) => path.reduce((part, key) => part?.[key], object);

// A copy with another value there; undefined takes the member away.
export function withValue(object, [key, ...rest], value) {
  const copy = Array.isArray(object) ? [...object] : { ...object };
  const next = rest.length > 0 ? withValue(copy[key] ?? {}, rest, value) : value;
  if (next !== undefined) {
    copy[key] = next;
  } else if (Array.isArray(copy)) {
    copy.splice(key, 1);
  } else {
    delete copy[key];
  }
  return copy;
}

// As the service names fields: filter.all[0].value
export function pathText(path) {
  return path.reduce(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key),
    '',
  );
}

export const eventOf = ({ input }) => input?.event;

export const groupOf = (condition) => (condition?.all ? 'all' : condition?.any ? 'any' : undefined);

// What was written in one language only counts in both.
export function completed(draft) {
  const both = ({ en, zh }) => ({ en: en.trim() || zh.trim(), zh: zh.trim() || en.trim() });
  return { ...draft, name: both(draft.name), title: both(draft.title), text: both(draft.text) };
}

// Paths at which two drafts differ: [{ path, before, after }]
export function differences(before, after, path = '') {
  if (!isObject(before ?? after) || !isObject(after ?? before)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
  }
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return keys.flatMap((key) => differences(before?.[key], after?.[key], path ? `${path}.${key}` : key));
}
