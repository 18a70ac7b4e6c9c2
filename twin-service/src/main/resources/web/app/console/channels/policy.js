// How much a channel tells, and when.
import { html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { field } from '../../ui/field.js';
import { tick } from '../parts/choices.js';
import { numberInput, textInput } from '../parts/inputs.js';
import { here, zoneInput } from '../parts/zones.js';

const USUAL_PER_MINUTE = 10;

export function policyForm({ draft, errors, set }) {
  const { policy } = draft;
  const change = (part) => set({ policy: { ...policy, ...part } });
  const limited = (policy.messagesPerMinute ?? undefined) !== undefined;
  return html`<h2>${t('channels.policy')}</h2>
    ${tick({
      label: t('channels.policy.limit'),
      checked: limited,
      pick: (on) => change({ messagesPerMinute: on ? USUAL_PER_MINUTE : undefined, digest: on }),
    })}
    ${limited
      ? html`${field({
            name: 'policy.messagesPerMinute',
            label: t('channels.policy.most'),
            errors,
            control: numberInput(policy.messagesPerMinute, (most) => change({ messagesPerMinute: most ?? 0 })),
          })}
          ${tick({
            label: t('channels.policy.digest'),
            hint: t('channels.policy.digest.hint'),
            checked: policy.digest ?? false,
            pick: (digest) => change({ digest }),
          })}`
      : nothing}
    ${tick({
      label: t('channels.quiet'),
      hint: t('channels.quiet.hint'),
      checked: Boolean(policy.quietHours),
      pick: (on) => change({ quietHours: on ? { from: '22:00', to: '07:00', zone: here() } : undefined }),
    })}
    ${policy.quietHours
      ? quietForm(policy.quietHours, errors, (quietHours) => change({ quietHours }))
      : nothing}`;
}

function quietForm(quiet, errors, change) {
  const time = (member) =>
    field({
      name: `policy.quietHours.${member}`,
      label: t(`channels.quiet.${member}`),
      errors,
      control: textInput(quiet[member].slice(0, 5), (time) => change({ ...quiet, [member]: time }), {
        type: 'time',
        settled: true,
      }),
    });
  return html`<div class="row">
    ${time('from')} ${time('to')}
    ${field({
      name: 'policy.quietHours.zone',
      label: t('parts.zone'),
      errors,
      control: zoneInput(quiet.zone, (zone) => change({ ...quiet, zone })),
    })}
  </div>`;
}
