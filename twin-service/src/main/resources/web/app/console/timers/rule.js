// When a timer is due, and how late it may be.
import { html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { field } from '../../ui/field.js';
import { choice, days, DAYS, segments, tick } from '../parts/choices.js';
import { durationInput, isoOf, secondsOf } from '../parts/durations.js';
import { numberInput, textInput } from '../parts/inputs.js';
import { zoneInput } from '../parts/zones.js';
import { EXPIRY_SECONDS, GRACE_SECONDS, KINDS, begun } from './draft.js';

export function ruleForm({ draft, errors, set }) {
  const { rule } = draft;
  const change = (part) => set({ rule: { ...rule, ...part } });
  return html`${segments({
      name: 'kind',
      label: t('timers.when'),
      value: rule.kind,
      options: KINDS.map((kind) => ({ value: kind, label: t(`timers.kind.${kind}`) })),
      pick: (kind) => set({ rule: begun(kind) }),
    })}
    ${PARTS[rule.kind]({ rule, errors, change })}
    ${field({
      name: 'timeZone',
      label: t('parts.zone'),
      hint: t('timers.zone.hint'),
      errors,
      control: zoneInput(draft.timeZone, (timeZone) => set({ timeZone })),
    })}
    ${rule.kind === 'sun' ? positionForm({ draft, errors, set }) : nothing}`;
}

const at = (type) => ({ rule, errors, change }) =>
  field({
    name: 'rule.at',
    label: t('timers.at'),
    errors,
    control: textInput(rule.at, (value) => change({ at: value }), { type, settled: true }),
  });

const chosenDays = ({ rule, errors, change }) =>
  days('rule.days', rule.days ?? DAYS, (chosen) => change({ days: chosen }), errors['rule.days']);

const PARTS = {
  once: at('datetime-local'),
  daily: at('time'),
  weekly: (tools) => html`${at('time')(tools)}${chosenDays(tools)}`,
  cron: ({ rule, errors, change }) =>
    field({
      name: 'rule.cron',
      label: t('timers.cron'),
      hint: t('timers.cron.hint'),
      errors,
      control: textInput(rule.cron, (cron) => change({ cron }), {
        maxlength: 200,
        placeholder: '0 7 * * MON-FRI',
      }),
    }),
  sun: (tools) => {
    const { rule, errors, change } = tools;
    return html`<div class="row">
        ${field({
          name: 'rule.event',
          label: t('timers.sun'),
          errors,
          control: choice(
            rule.event,
            ['sunrise', 'sunset'].map((each) => ({ value: each, label: t(`timers.${each}`) })),
            (event) => change({ event }),
          ),
        })}
        ${field({
          name: 'rule.offsetMinutes',
          label: t('timers.offset'),
          hint: t('timers.offset.hint'),
          errors,
          control: numberInput(rule.offsetMinutes ?? 0, (minutes) => change({ offsetMinutes: minutes ?? 0 })),
        })}
      </div>
      ${chosenDays(tools)}`;
  },
};

function positionForm({ draft, errors, set }) {
  const { position } = draft;
  const part = (member) =>
    field({
      name: `position.${member}`,
      label: t(`timers.${member}`),
      errors,
      control: numberInput(position[member], (number) => set({ position: { ...position, [member]: number } }), {
        step: 'any',
      }),
    });
  return html`${tick({
      label: t('timers.position'),
      hint: t('timers.position.hint'),
      checked: Boolean(position),
      pick: (on) => set({ position: on ? { latitude: undefined, longitude: undefined } : undefined }),
    })}
    ${position ? html`<div class="row">${part('latitude')}${part('longitude')}</div>` : nothing}`;
}

export function limitsForm({ draft, errors, set }) {
  const limit = (member, usual) =>
    field({
      name: member,
      label: t(`timers.${member}`),
      hint: t(`timers.${member}.hint`),
      errors,
      control: durationInput(isoOf(draft[member] ?? usual, 's'), (iso) =>
        set({ [member]: secondsOf(iso) ?? usual }),
      ),
    });
  const never = draft.graceSeconds === 0;
  return html`<h2>${t('timers.limits')}</h2>
    ${tick({
      label: t('timers.late'),
      checked: !never,
      pick: (on) => set({ graceSeconds: on ? GRACE_SECONDS : 0 }),
    })}
    ${never ? nothing : limit('graceSeconds', GRACE_SECONDS)}
    ${limit('expirySeconds', EXPIRY_SECONDS)}`;
}
