// What is wrong in a timer's form, by field, in the reader's language.
import { t } from '../i18n.js';

const LONGEST_OFFSET_MINUTES = 720;
const PLACE = { latitude: 90, longitude: 180 };

export function flaws(form) {
  const found = {};
  if (form.kind === 'once' && !form.moment) {
    found.moment = t('schedule.missing');
  }
  if (form.kind === 'weekly' && !form.time) {
    found.time = t('schedule.missing');
  }
  if (['weekly', 'sun'].includes(form.kind) && form.days.length === 0) {
    found.days = t('schedule.noDays');
  }
  if (form.kind === 'cron' && form.cron.trim() === '') {
    found.cron = t('schedule.missing');
  }
  return form.kind === 'sun' ? { ...found, ...sunFlaws(form) } : found;
}

function sunFlaws(form) {
  const found = {};
  const offset = Number(form.offset);
  if (!Number.isInteger(offset) || Math.abs(offset) > LONGEST_OFFSET_MINUTES) {
    found.offset = t('schedule.minutes');
  }
  const given = form.latitude !== '' || form.longitude !== '';
  for (const [name, most] of Object.entries(PLACE)) {
    const degrees = Number(form[name]);
    if (given && (form[name] === '' || !(Math.abs(degrees) <= most))) {
      found[name] = t('schedule.place', { most });
    }
  }
  return found;
}

// What the service calls the fields of the form.
const NAMES = {
  'rule.at': 'time',
  'rule.days': 'days',
  'rule.cron': 'cron',
  'rule.offsetMinutes': 'offset',
  position: 'position',
  name: 'name',
};
export const FIELDS = Object.keys(NAMES);

// What the service said of its fields, by those of the form.
export function named(errors, form) {
  return Object.fromEntries(
    Object.entries(errors).map(([name, text]) => {
      const field = NAMES[name] ?? '';
      switch (field) {
        case 'time':
          return [form.kind === 'once' ? 'moment' : 'time', text];
        case 'position':
          return [field, t('schedule.position')];
        default:
          return [field, text];
      }
    }),
  );
}
