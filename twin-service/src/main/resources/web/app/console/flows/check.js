// What can be known to be wrong in a flow without asking the service: errors by the path of their field.
import { t } from '../../i18n.js';
import { settings } from '../../settings.js';
import { secondsOf } from '../parts/durations.js';
import { wrongValue } from '../parts/values.js';
import { isZone } from '../parts/zones.js';
import { groupOf, pathText } from './draft.js';
import { kindOf, paramsOf } from './kinds.js';

const MOST_TIMES = 100;
const LONGEST_SECONDS = 31 * 86_400;

export function wrongs(draft, template) {
  const errors = {};
  const wrong = (path, message) => (errors[pathText(path)] ??= message);
  for (const member of ['name', 'title', 'text']) {
    const { en, zh } = draft[member];
    if (!en.trim() && !zh.trim()) {
      wrong([member, settings.language], t('parts.missing'));
    }
  }
  if (draft.filter) {
    judge(draft.filter, ['filter'], { draft, template, wrong });
  } else if (typeof draft.input === 'string') {
    wrong(['filter'], t('flows.wrong.filter'));
  }
  if (draft.clear?.when) {
    judge(draft.clear.when, ['clear', 'when'], { draft, template, wrong });
  }
  if (draft.outputs?.escalation && draft.outputs.escalation.push.length === 0) {
    wrong(['outputs', 'escalation', 'push'], t('flows.wrong.channel'));
  }
  for (const [id, value] of Object.entries(draft.outputs?.set ?? {})) {
    const property = template.properties.find((each) => each.id === id);
    const message = property && wrongValue(property, value ?? undefined);
    message && wrong(['outputs', 'set', id], message);
  }
  return errors;
}

function judge(condition, path, context) {
  const { template, draft, wrong } = context;
  if (!condition) {
    wrong(path, t('flows.wrong.filter'));
    return;
  }
  const within = (member, message) => message && wrong([...path, member], message);
  const duration = (member) => {
    const seconds = secondsOf(condition[member]);
    within(member, seconds > 0 && seconds <= LONGEST_SECONDS ? undefined : t('flows.wrong.duration'));
  };
  const number = (member) =>
    within(member, condition[member] === undefined ? t('parts.missing')
      : typeof condition[member] === 'number' ? undefined : t('parts.number'));
  const zone = () => {
    const known = condition.zone && isZone(condition.zone);
    within('zone', known ? undefined : t('parts.zone.wrong'));
  };
  const group = groupOf(condition);
  switch (kindOf(condition)) {
    case 'group':
      condition[group].forEach((part, i) => judge(part, [...path, group, i], context));
      within(group, condition[group].length === 0 ? t('flows.wrong.filter') : undefined);
      break;
    case 'compare':
    case 'param': {
      const list = condition.property ? template.properties : paramsOf(draft, template);
      const thing = list.find(({ id }) => id === (condition.property ?? condition.param));
      const anyText = condition.is === 'contains' && condition.value;
      within('value', thing && !anyText ? wrongValue(thing, condition.value) : undefined);
      within('until', 'until' in condition && thing ? wrongValue(thing, condition.until) : undefined);
      break;
    }
    case 'rate':
      number('value');
      duration('per');
      break;
    case 'gained':
      number('value');
      zone();
      break;
    case 'status':
      condition.status === 'silent' && duration('for');
      break;
    case 'between':
      within('between', condition.between[0] === condition.between[1] || !condition.between.every(Boolean)
        ? t('flows.wrong.hours') : undefined);
      within('days', condition.days?.length === 0 ? t('flows.wrong.days') : undefined);
      zone();
      break;
    case 'from':
      judge(condition.from, [...path, 'from'], context);
      judge(condition.until, [...path, 'until'], context);
      break;
    case 'expression':
      within('expression', condition.expression.trim() ? undefined : t('parts.missing'));
      break;
    default:
      break;
  }
  'for' in condition && duration('for');
  if ('times' in condition || 'within' in condition) {
    const { times } = condition;
    const often = Number.isInteger(times) && times >= 2 && times <= MOST_TIMES;
    within('times', often ? undefined : t('parts.range', { min: 2, max: MOST_TIMES }));
    duration('within');
  }
}
