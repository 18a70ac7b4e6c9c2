// Changes of a data template by the path of what is changed, as properties[0].define.max.

const stepsOf = (path) => path.match(/[^.[\]]+/g) ?? [];

// The thing with this value at this path; without what stood there if it is undefined.
export function put(thing, path, value) {
  return replaced(thing, stepsOf(path), value);
}

function replaced(thing, [step, ...rest], value) {
  if (step === undefined) {
    return value;
  }
  const copy = Array.isArray(thing) ? [...thing] : { ...thing };
  const inner = replaced(copy[step], rest, value);
  if (inner !== undefined) {
    copy[step] = inner;
  } else if (Array.isArray(copy)) {
    copy.splice(Number(step), 1);
  } else {
    delete copy[step];
  }
  return copy;
}

export function at(thing, path) {
  return stepsOf(path).reduce((inner, step) => inner?.[step], thing);
}

// An id that none of these has.
export function freeId(items, word) {
  const taken = new Set(items.map(({ id }) => id));
  let n = items.length + 1;
  while (taken.has(`${word}_${n}`)) {
    n += 1;
  }
  return `${word}_${n}`;
}

const RANGE = { min: '0', max: '100', start: '0', step: '1', unit: '' };
const DEFINES = {
  bool: () => ({ mapping: { 0: 'off', 1: 'on' } }),
  int: () => RANGE,
  float: () => RANGE,
  string: () => ({ min: '0', max: '64' }),
  enum: () => ({ mapping: { 0: 'zero' } }),
  stringenum: () => ({ mapping: { a: 'a' } }),
  timestamp: () => ({}),
  struct: () => ({ specs: [{ id: 'member_1', name: 'Member', dataType: defineOf('int') }] }),
  array: () => ({ arrayInfo: defineOf('int') }),
};

export const TYPES = Object.keys(DEFINES);
// Of members of a struct, and of items of an array.
export const SCALARS = TYPES.filter((type) => type !== 'struct' && type !== 'array');
export const ITEMS = ['int', 'float', 'string', 'struct'];

export function defineOf(type) {
  return { type, ...DEFINES[type]() };
}

// What a new one begins as. list: the name of the list it goes to.
export function blank(list, items) {
  const common = (word) => ({ id: freeId(items, word), name: word, desc: '' });
  switch (list) {
    case 'properties':
      return { ...common('property'), mode: 'r', required: false, define: defineOf('float') };
    case 'events':
      return { ...common('event'), type: 'info', required: false, params: [] };
    case 'actions':
      return { ...common('action'), required: false, input: [], output: [] };
    case 'specs':
      return { id: freeId(items, 'member'), name: 'member', dataType: defineOf('int') };
    default:
      return { ...common('parameter'), define: defineOf('int') };
  }
}
