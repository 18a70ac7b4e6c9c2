// What an alarm does besides being there: who is told, who is told later, what the device is asked for.
import { html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { href } from '../../router.js';
import { label } from '../../template.js';
import { field } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { numberInput } from '../parts/inputs.js';
import { choice, tick } from '../parts/choices.js';
import { isWritable, valueField } from '../parts/values.js';

const USUAL_MINUTES = 15;

// Members that say nothing are left out, as the service does.
function changed({ draft, set }, change) {
  const outputs = Object.fromEntries(
    Object.entries({ ...draft.outputs, ...change }).filter(
      ([, value]) => value && (!Array.isArray(value) || value.length > 0),
    ),
  );
  set(['outputs'], Object.keys(outputs).length > 0 ? outputs : undefined);
}

function channelTicks({ channels }, chosen, pick) {
  const gone = chosen.filter((id) => !channels.some((channel) => channel.id === id));
  const all = [...channels, ...gone.map((id) => ({ id, name: t('flows.channel.gone', { id }) }))];
  return all.map(({ id, name, kind, enabled }) =>
    tick({
      label: name,
      hint: kind && `${t(`channel.kind.${kind}`)}${enabled === false ? ` · ${t('flows.channel.off')}` : ''}`,
      checked: chosen.includes(id),
      pick: (on) => pick(on ? [...chosen, id] : chosen.filter((each) => each !== id)),
    }),
  );
}

// What is wrong with a list, or with one of its items.
export const wrongOf = (errors, name) =>
  Object.entries(errors).find(([field]) => field === name || field.startsWith(`${name}[`))?.[1];

export function told(context) {
  const { draft, channels, errors } = context;
  const push = draft.outputs?.push ?? [];
  const wrong = wrongOf(errors, 'outputs.push');
  return html`<h3>${t('flows.told')}</h3>
    ${channels.length === 0 && push.length === 0
      ? html`<p class="soft">${t('flows.told.none')}
          <a href=${href('console', 'channels', 'new')}>${t('flows.told.make')}</a></p>`
      : channelTicks(context, push, (chosen) => changed(context, { push: chosen }))}
    <p class="wrong" role="alert">${wrong ?? nothing}</p>
    ${push.length > 0
      ? tick({
          label: t('flows.told.cleared'),
          checked: draft.outputs?.whenCleared ?? false,
          pick: (whenCleared) => changed(context, { whenCleared }),
        })
      : nothing}`;
}

export function escalation(context) {
  const { draft, channels, errors, set } = context;
  const chosen = draft.outputs?.escalation;
  const wrong = wrongOf(errors, 'outputs.escalation.push');
  return html`<h3>${t('flows.escalation')}</h3>
    ${tick({
      label: t('flows.escalation.on'),
      checked: Boolean(chosen),
      disabled: channels.length === 0 && !chosen,
      pick: (on) =>
        changed(context, { escalation: on ? { afterMinutes: USUAL_MINUTES, push: [] } : undefined }),
    })}
    ${chosen
      ? html`${field({
            name: 'outputs.escalation.afterMinutes',
            label: t('flows.escalation.minutes'),
            errors,
            control: numberInput(
              chosen.afterMinutes,
              (minutes) => set(['outputs', 'escalation', 'afterMinutes'], minutes ?? 0),
            ),
          })}
          ${channelTicks(context, chosen.push, (push) => set(['outputs', 'escalation', 'push'], push))}
          <p class="wrong" role="alert">${wrong ?? nothing}</p>`
      : nothing}`;
}

const named = (properties) => properties.map((each) => ({ value: each.id, label: label(each) }));

export function settings(context) {
  const { draft, template, errors, set } = context;
  const wanted = draft.outputs?.set ?? {};
  const writable = template.properties.filter(isWritable);
  const left = writable.filter(({ id }) => !(id in wanted));
  const without = (id) => {
    const { [id]: _, ...rest } = wanted;
    changed(context, { set: Object.keys(rest).length > 0 ? rest : undefined });
  };
  return html`<h3>${t('flows.set')}</h3>
    <p class="soft">${t('flows.set.hint')}</p>
    ${writable
      .filter(({ id }) => id in wanted)
      .map(
        (property) => html`<div class="row">
          ${valueField({
            name: `outputs.set.${property.id}`,
            property,
            value: wanted[property.id] ?? undefined,
            errors,
            change: (value) => set(['outputs', 'set', property.id], value ?? null),
          })}
          <button type="button" class="icon drop" aria-label="${t('parts.remove')}: ${label(property)}"
            @click=${() => without(property.id)}>${icons.close}</button>
        </div>`,
      )}
    ${left.length > 0
      ? field({
          name: 'outputs.set',
          label: t('flows.set.add'),
          errors,
          control: choice(
            '',
            [{ value: '', label: t('parts.choose') }, ...named(left)],
            (id) => id && changed(context, { set: { ...wanted, [id]: null } }),
          ),
        })
      : nothing}`;
}
