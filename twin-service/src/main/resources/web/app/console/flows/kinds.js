// The kinds of conditions, and how each begins.
import { hasParts, isNumber } from '../parts/values.js';
import { here } from '../parts/zones.js';
import { eventOf } from './draft.js';

export function kindOf(condition) {
  if (condition.all || condition.any) {
    return 'group';
  }
  if ('property' in condition) {
    return ['changed', 'rate', 'gained'].find((kind) => kind in condition) ?? 'compare';
  }
  const kind = ['param', 'status', 'between', 'from', 'expression'].find((each) => each in condition);
  return kind ?? ('until' in condition ? 'from' : 'unknown');
}

// Those that a flow with this input can have, the usual one first.
export function kindsFor(draft) {
  const usual = { data: ['compare'], status: ['status', 'compare'] }[draft.input] ?? ['param', 'compare'];
  const others = ['changed', 'rate', 'gained', 'status', 'between', 'from', 'expression', 'group'];
  return [...usual, ...others.filter((kind) => !usual.includes(kind))];
}

export const comparable = (template) => template.properties.filter((property) => !hasParts(property));
export const numbers = (template) =>
  template.properties.filter(({ define }) => ['int', 'float'].includes(define.type));

export function paramsOf(draft, template) {
  const event = template.events.find(({ id }) => id === eventOf(draft));
  return (event?.params ?? []).filter((param) => !hasParts(param));
}

// A condition of this kind for a start, over what the one before was about.
export function begun(kind, draft, template, old = {}) {
  const known = (list) => (list.some(({ id }) => id === old.property) ? old.property : list[0]?.id);
  const number = known(numbers(template));
  const property = old.property ?? number ?? comparable(template)[0]?.id;
  switch (kind) {
    case 'compare':
      return compared({ property }, template.properties.find(({ id }) => id === property));
    case 'param': {
      const param = paramsOf(draft, template)[0];
      return compared({ param: param?.id }, param);
    }
    case 'changed':
      return { property, changed: true };
    case 'rate':
      return { property: number, rate: '>', per: 'PT1M' };
    case 'gained':
      return { property: number, gained: 'month', zone: here() };
    case 'status':
      return { status: 'offline', for: 'PT5M' };
    case 'between':
      return { between: ['22:00', '06:00'], zone: here() };
    case 'from':
      return { from: begun('compare', draft, template, old), until: begun('compare', draft, template, old) };
    case 'expression':
      return { expression: '' };
    default:
      return { all: [begun(kindsFor(draft)[0], draft, template, old)] };
  }
}

// A comparison with what its property can be compared by.
export function compared(condition, property) {
  const signs = signsOf(property);
  return { ...condition, is: signs.includes(condition.is) ? condition.is : signs[0] };
}

export function signsOf(property) {
  if (!property) {
    return ['='];
  }
  if (isNumber(property)) {
    return ['>', '>=', '<', '<=', '=', '!='];
  }
  return property.define.mapping || property.define.type === 'bool' ? ['=', '!='] : ['=', '!=', 'contains'];
}
