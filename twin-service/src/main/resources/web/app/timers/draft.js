// A timer while it is being edited: what the form holds, and what is sent.
import { SWITCH } from '../template.js';
import { DAYS, sentence, valuesOf } from './rule.js';

// Of a timer of the service, or of {} for a new one. A daily timer is weekly with all days.
export function begun(timer, device) {
  const rule = timer.rule ?? { kind: 'weekly', at: '07:00' };
  const values = timer.actions && valuesOf(timer, device);
  return {
    name: timer.name ?? '',
    kind: rule.kind === 'daily' ? 'weekly' : rule.kind,
    time: rule.kind === 'once' ? '07:00' : (rule.at ?? '07:00'),
    moment: rule.kind === 'once' ? rule.at : tomorrow(),
    days: rule.days?.length ? rule.days : DAYS,
    event: rule.event ?? 'sunset',
    offset: String(rule.offsetMinutes ?? 0),
    cron: rule.cron ?? '0 7 * * MON-FRI',
    latitude: String(timer.position?.latitude ?? ''),
    longitude: String(timer.position?.longitude ?? ''),
    // Undefined if the timer does something else, which this form leaves alone.
    on: values && !(SWITCH in values) ? undefined : Boolean(values?.[SWITCH] ?? 1),
  };
}

function tomorrow() {
  const at = new Date(Date.now() + 86_400_000);
  const two = (part) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T07:00`;
}

export function ruleOf(form) {
  switch (form.kind) {
    case 'once':
      return { kind: 'once', at: form.moment };
    case 'cron':
      return { kind: 'cron', cron: form.cron.trim() };
    case 'sun': {
      const some = form.days.length < DAYS.length ? { days: form.days } : {};
      return { kind: 'sun', event: form.event, offsetMinutes: Number(form.offset), ...some };
    }
    default:
      return form.days.length < DAYS.length
        ? { kind: 'weekly', at: form.time, days: form.days }
        : { kind: 'daily', at: form.time };
  }
}

// What is sent: of a timer for several sockets the others stay as they are.
export function bodyOf(form, timer, device) {
  const rule = ruleOf(form);
  const { productId, name } = device;
  const own = { productId, name, values: { [SWITCH]: form.on ? 1 : 0 } };
  const isOwn = (action) => action.productId === productId && action.name === name;
  const actions =
    form.on === undefined
      ? timer.actions
      : timer.actions?.map((action) => (isOwn(action) ? own : action)) ?? [own];
  const position =
    form.kind === 'sun' && form.latitude !== ''
      ? { latitude: Number(form.latitude), longitude: Number(form.longitude) }
      : undefined;
  const called = form.name.trim() || titleOf({ rule, actions }, device);
  return { name: called, rule, actions, ...(position ? { position } : {}) };
}

const LONGEST_NAME = 64;

function titleOf(timer, device) {
  return sentence(timer, device).slice(0, LONGEST_NAME);
}

// By the reader's clock where neither the socket nor its home has one.
export function placed(body, about) {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return about?.timeZone || about?.homeId ? body : { ...body, timeZone };
}
