// Rules and actions of timers in words.
import { dated, t } from '../i18n.js';
import { SWITCH } from '../template.js';

export const DAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
const WORKDAYS = DAYS.slice(0, 5).join();
const WEEKEND = DAYS.slice(5).join();
// Some Monday.
const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MILLIS = 86_400_000;

export function dayName(day, weekday = 'short') {
  return dated(MONDAY + DAYS.indexOf(day) * DAY_MILLIS, { weekday, timeZone: 'UTC' });
}

function ruleText(rule) {
  switch (rule.kind) {
    case 'once':
      return t('schedule.once', { time: momentText(rule.at) });
    case 'daily':
      return t('schedule.daily', { time: rule.at });
    case 'weekly':
      return t('schedule.weekly', { days: daysText(rule.days), time: rule.at });
    case 'cron':
      return t('schedule.cron', { cron: rule.cron });
    default:
      return sunText(rule);
  }
}

// With the day of the week, by which people know the near future.
export function momentText(at) {
  return dated(new Date(at), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}

function sunText({ event, offsetMinutes = 0, days }) {
  const minutes = Math.abs(offsetMinutes);
  const text =
    minutes === 0
      ? t(`schedule.${event}`)
      : t(`schedule.${offsetMinutes < 0 ? 'before' : 'after'}`, {
          minutes,
          event: t(`schedule.event.${event}`),
        });
  return days?.length ? t('schedule.weekly', { days: daysText(days), time: text }) : text;
}

function daysText(days) {
  const sorted = DAYS.filter((day) => days.includes(day));
  switch (sorted.join()) {
    case WORKDAYS:
      return t('schedule.workdays');
    case WEEKEND:
      return t('schedule.weekend');
    default:
      return sorted.map((day) => dayName(day)).join(', ');
  }
}

// What a timer does to this socket.
function actionText(timer, device) {
  const values = valuesOf(timer, device);
  return values && SWITCH in values
    ? t(`schedule.do.${Number(values[SWITCH])}`)
    : t('schedule.do.other', { names: Object.keys(values ?? {}).join(', ') });
}

// What it does to this socket, and when.
export function sentence(timer, device) {
  return t('schedule.does', { action: actionText(timer, device), rule: ruleText(timer.rule) });
}

export function valuesOf({ actions }, { productId, name }) {
  return actions.find((action) => action.productId === productId && action.name === name)?.values;
}
