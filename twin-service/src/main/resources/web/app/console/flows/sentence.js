// A condition in words, and what it looks at.
import { localized, t } from '../../i18n.js';
import { display, label, unit } from '../../template.js';
import { isoInWords } from '../parts/durations.js';
import { kindOf } from './kinds.js';

function parts(condition) {
  return [...(condition.all ?? []), ...(condition.any ?? []), condition.from, condition.until].filter(
    (part) => typeof part === 'object' && part !== null,
  );
}

// Ids of the properties that a flow looks at; of an expression, all words in it.
export function used({ filter, clear }) {
  const ids = new Set();
  const look = (condition) => {
    condition.property && ids.add(condition.property);
    condition.expression?.match(/[A-Za-z_]\w*/g)?.forEach((word) => ids.add(word));
    parts(condition).forEach(look);
  };
  [filter, clear?.when].filter(Boolean).forEach(look);
  return ids;
}

export function inSentence(draft, template) {
  if (!draft.filter) {
    return t('flows.filter.every');
  }
  return said(draft.filter, { draft, template });
}

function said(condition, context) {
  if (!condition) {
    return '?';
  }
  const words = WORDS[kindOf(condition)]?.(condition, context) ?? JSON.stringify(condition);
  const lasting =
    condition.for && condition.status !== 'silent'
      ? [t('flows.say.for', { time: isoInWords(condition.for) })]
      : [];
  const often = condition.times
    ? [t('flows.say.times', { n: condition.times, time: isoInWords(condition.within) })]
    : [];
  return [words, ...lasting, ...often].join(' ');
}

const nameOf = (id, { template }) => {
  const property = template?.properties.find((each) => each.id === id);
  return property ? label(property) : id;
};

const joined = (list, word, context) =>
  list.map((part) => (part.all || part.any ? `(${said(part, context)})` : said(part, context))).join(t(word));

const WORDS = {
  group: ({ all, any }, context) => joined(all ?? any, all ? 'flows.say.and' : 'flows.say.or', context),
  compare: ({ property, is, value }, context) => compared(
    context.template?.properties.find(({ id }) => id === property), property, is, value,
  ),
  param: ({ param, is, value }, { draft, template }) => {
    const event = template?.events.find(({ id }) => id === draft.input.event);
    return compared(event?.params.find(({ id }) => id === param), param, is, value);
  },
  changed: ({ property }, context) => t('flows.say.changed', { what: nameOf(property, context) }),
  rate: ({ property, rate, value, per }, context) =>
    t('flows.say.rate', {
      what: nameOf(property, context),
      sign: t(`flows.sign.${rate}`),
      value,
      time: isoInWords(per),
    }),
  gained: ({ property, gained, value }, context) =>
    t('flows.say.gained', { what: nameOf(property, context), span: t(`flows.gained.${gained}`), value }),
  status: ({ status, for: time }) =>
    status === 'silent' ? t('flows.say.silent', { time: isoInWords(time) }) : t(`presence.${status}`),
  between: ({ between }) => t('flows.say.between', { from: between[0], until: between[1] }),
  from: ({ from, until }, context) =>
    t('flows.say.latch', { from: said(from, context), until: said(until, context) }),
  expression: ({ expression }) => expression,
};

function compared(thing, id, is, value) {
  const name = thing ? localized(thing.names, thing.name ?? id) : id;
  const mapped = thing?.define.mapping ? display(thing, value) : value;
  const its = thing && !thing.define.mapping && unit(thing) ? ` ${unit(thing)}` : '';
  return `${name} ${t(`flows.sign.${is}`)} ${mapped ?? '?'}${its}`;
}
