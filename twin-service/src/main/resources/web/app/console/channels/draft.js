// A channel as it is edited, and what can be known to be wrong with it.
import { t } from '../../i18n.js';
import { isZone } from '../parts/zones.js';
import { SPECS, hasLanguage } from './kinds.js';

export function blank(kind) {
  return {
    name: '',
    kind,
    enabled: true,
    settings: {},
    secrets: {},
    ...(hasLanguage(kind) ? { language: 'zh' } : {}),
    ...(SPECS[kind].readers ? { recipients: [] } : {}),
    policy: kind === 'webhook' ? { digest: false } : { messagesPerMinute: 10, digest: true },
  };
}

// What the service shows, without what it adds; secrets are not among it.
export function contentOf({ id, createdAt, version, secrets, ...content }) {
  return { ...content, secrets: {} };
}

export function wrongs(draft, set) {
  const { settings, secrets } = SPECS[draft.kind];
  const errors = {};
  const wrong = (name, message) => (errors[name] ??= message);
  if (!draft.name.trim()) {
    wrong('name', t('parts.missing'));
  }
  for (const spec of settings) {
    const value = draft.settings[spec.key];
    if (spec.contents) {
      const rows = Object.entries(value ?? {});
      if (rows.length === 0 || rows.some(([field]) => !field.trim())) {
        wrong(`settings.${spec.key}`, t('channels.wrong.fields'));
      }
    } else if (!value) {
      spec.optional || wrong(`settings.${spec.key}`, t('parts.missing'));
    } else if ((spec.pattern && !spec.pattern.test(value)) || (spec.zone && !isZone(value))) {
      wrong(`settings.${spec.key}`, spec.zone ? t('parts.zone.wrong') : t(`channels.wrong.${spec.key}`));
    }
  }
  for (const spec of secrets) {
    const value = draft.secrets[spec.key];
    if (!value) {
      spec.optional || set.includes(spec.key) || wrong(`secrets.${spec.key}`, t('parts.missing'));
    } else if (spec.pattern && !spec.pattern.test(value)) {
      wrong(`secrets.${spec.key}`, t(`channels.wrong.${spec.key}`));
    }
  }
  for (const [i, { address }] of (draft.recipients ?? []).entries()) {
    const good = draft.kind === 'mail' ? /^[^@\s]+@[^@\s]+$/.test(address) : address.trim() !== '';
    good || wrong(`recipients[${i}].address`, t('channels.wrong.address'));
  }
  if (SPECS[draft.kind].readers && draft.recipients.length === 0) {
    wrong('recipients', t('channels.wrong.readers'));
  }
  policyWrongs(draft.policy, wrong);
  return errors;
}

const MOST_PER_MINUTE = 600;

function policyWrongs({ messagesPerMinute: most, quietHours }, wrong) {
  const fits = Number.isInteger(most) && most >= 1 && most <= MOST_PER_MINUTE;
  if ((most ?? undefined) !== undefined && !fits) {
    wrong('policy.messagesPerMinute', t('parts.range', { min: 1, max: MOST_PER_MINUTE }));
  }
  if (quietHours) {
    const { from, to, zone } = quietHours;
    if (!from || !to || from === to) {
      wrong('policy.quietHours.to', t('channels.wrong.quiet'));
    }
    if (!zone || !isZone(zone)) {
      wrong('policy.quietHours.zone', t('parts.zone.wrong'));
    }
  }
}
