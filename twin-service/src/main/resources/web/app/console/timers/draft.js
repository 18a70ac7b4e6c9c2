// A timer as it is edited, what is wrong with it, and what it says in words.
import { t } from '../../i18n.js';
import { DAYS } from '../parts/choices.js';
import { isWritable, wrongValue } from '../parts/values.js';
import { here, isZone } from '../parts/zones.js';
import { localText } from '../parts/times.js';

export const KINDS = ['once', 'daily', 'weekly', 'cron', 'sun'];
export const GRACE_SECONDS = 60;
export const EXPIRY_SECONDS = 300;

const WORKDAYS = DAYS.slice(0, 5);
const HOUR_MILLIS = 3_600_000;

export function begun(kind) {
  switch (kind) {
    case 'once':
      return { kind, at: localText(Date.now() + HOUR_MILLIS) };
    case 'daily':
      return { kind, at: '07:00' };
    case 'weekly':
      return { kind, at: '07:00', days: WORKDAYS };
    case 'cron':
      return { kind, cron: '' };
    default:
      return { kind, event: 'sunset', offsetMinutes: 0 };
  }
}

export function blank(product) {
  return {
    name: '',
    enabled: true,
    rule: begun('daily'),
    timeZone: here(),
    actions: [action(product)],
    graceSeconds: GRACE_SECONDS,
    expirySeconds: EXPIRY_SECONDS,
  };
}

export const action = (product) => ({ productId: product?.id, name: '', values: {} });

export function contentOf({ id, nextAt, createdAt, version, ...content }) {
  return content;
}

// A merge patch that makes the old what the new says: what is gone is null.
export function patchOf(before, after) {
  const gone = Object.keys(before).filter((key) => after[key] === undefined);
  return { ...after, ...Object.fromEntries(gone.map((key) => [key, null])) };
}

export function wrongs(draft, products) {
  const errors = {};
  const wrong = (name, message) => message && (errors[name] ??= message);
  wrong('name', draft.name.trim() ? '' : t('parts.missing'));
  wrong('timeZone', draft.timeZone && !isZone(draft.timeZone) ? t('parts.zone.wrong') : '');
  ruleWrongs(draft.rule, wrong);
  draft.actions.forEach(({ productId, name, values }, i) => {
    wrong(`actions[${i}].name`, name.trim() ? '' : t('timers.wrong.device'));
    const same = draft.actions.findIndex((each) => each.name === name && each.productId === productId);
    wrong(`actions[${i}].name`, same < i && name ? t('timers.wrong.twice') : '');
    wrong(`actions[${i}].values`, Object.keys(values).length > 0 ? '' : t('timers.wrong.values'));
    const properties = products.find(({ id }) => id === productId)?.template.properties ?? [];
    for (const property of properties.filter((each) => isWritable(each) && each.id in values)) {
      wrong(`actions[${i}].values.${property.id}`, wrongValue(property, values[property.id] ?? undefined));
    }
  });
  if (draft.position) {
    const { latitude, longitude } = draft.position;
    wrong('position.latitude', within(latitude, 90) ? '' : t('parts.range', { min: -90, max: 90 }));
    wrong('position.longitude', within(longitude, 180) ? '' : t('parts.range', { min: -180, max: 180 }));
  }
  return errors;
}

const within = (number, most) => typeof number === 'number' && Math.abs(number) <= most;

const FARTHEST_MINUTES = 720;
const CRON_FIELDS = 5;

function ruleWrongs({ kind, at, days, cron, offsetMinutes }, wrong) {
  if (['once', 'daily', 'weekly'].includes(kind)) {
    wrong('rule.at', at ? '' : t('parts.missing'));
  }
  wrong('rule.days', days?.length === 0 ? t('timers.wrong.days') : '');
  if (kind === 'cron') {
    wrong('rule.cron', cron.trim().split(/\s+/).length === CRON_FIELDS ? '' : t('timers.wrong.cron'));
  }
  if (kind === 'sun') {
    const good = Number.isInteger(offsetMinutes) && within(offsetMinutes, FARTHEST_MINUTES);
    wrong('rule.offsetMinutes', good ? '' : t('parts.range', { min: -FARTHEST_MINUTES, max: FARTHEST_MINUTES }));
  }
}

export function inWords({ kind, at, days, cron, event, offsetMinutes }) {
  const list = (days ?? []).map((day) => t(`parts.day.${day}`)).join(t('timers.and'));
  const on = !days || days.length === DAYS.length ? t('timers.say.daily') : list;
  switch (kind) {
    case 'once':
      return t('timers.say.once', { at: at.replace('T', ' ') });
    case 'daily':
      return t('timers.say.at', { days: t('timers.say.daily'), at });
    case 'weekly':
      return t('timers.say.at', { days: String(days) === String(WORKDAYS) ? t('timers.say.workdays') : on, at });
    case 'cron':
      return `cron ${cron}`;
    default: {
      const shift = offsetMinutes ?? 0;
      const way = shift === 0 ? 'exact' : shift > 0 ? 'after' : 'before';
      return t(`timers.say.sun.${way}`, { days: on, event: t(`timers.${event}`), n: Math.abs(shift) });
    }
  }
}
