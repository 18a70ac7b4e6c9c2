// What an imagined device says, step by step.
import { html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { label } from '../../template.js';
import { field } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { choice } from '../parts/choices.js';
import { durationInput, isoOf, secondsOf } from '../parts/durations.js';
import { valueField, wrongValue } from '../parts/values.js';
import { eventOf } from './draft.js';
import { comparable, paramsOf } from './kinds.js';
import { used } from './sentence.js';

const isGiven = (value) => value !== undefined && value !== '';

export const LATER_SECONDS = 60;

// A device that comes and goes, else a single report or event.
export function begun(draft) {
  return draft.input === 'status'
    ? [begunStep(draft, 0), begunStep(draft, LATER_SECONDS)]
    : [begunStep(draft, 0)];
}

export function begunStep(draft, afterSeconds) {
  if (draft.input === 'status') {
    return { afterSeconds, online: afterSeconds === 0 };
  }
  const event = eventOf(draft);
  return event ? { afterSeconds, event, params: {} } : { afterSeconds, values: {} };
}

// As the service takes it: without properties that were chosen and not yet given a value.
export function said({ values, ...step }) {
  const given = Object.entries(values ?? {}).filter(([, value]) => isGiven(value));
  return values ? { ...step, values: Object.fromEntries(given) } : step;
}

// Those the flow looks at, so that nobody has to look for them, and those that were chosen.
function shown(step, draft, template) {
  const names = used(draft);
  return comparable(template).filter(({ id }) => names.has(id) || id in (step.values ?? {}));
}

// Whether there is something to try.
export function isComplete(step, draft, template) {
  if (step.event) {
    return paramsOf(draft, template).every((param) => !wrongValue(param, step.params[param.id]));
  }
  const given = shown(step, draft, template).filter(({ id }) => isGiven(step.values?.[id]));
  const good = given.every((property) => !wrongValue(property, step.values[property.id]));
  return step.online !== undefined || (given.length > 0 && good);
}

// context: { draft, template, set }
export function stepForm(step, i, context) {
  const { set } = context;
  return html`<div class="row">
    ${i === 0
      ? nothing
      : field({
          name: `after-${i}`,
          label: t('flows.try.after'),
          control: durationInput(isoOf(step.afterSeconds, 's'), (iso) =>
            set([i, 'afterSeconds'], secondsOf(iso) ?? 0),
          ),
        })}
    ${what(step, i, context)}
    ${i === 0
      ? nothing
      : html`<button type="button" class="icon drop" aria-label=${t('parts.remove')}
          @click=${() => set([i], undefined)}>${icons.close}</button>`}
  </div>`;
}

function what(step, i, { draft, template, set }) {
  const value = (property, path, optional) => {
    const name = `try-${path.join('-')}`;
    const now = step[path[1]][property.id];
    const errors = { [name]: isGiven(now) ? wrongValue(property, now) : undefined };
    return valueField({ name, property, value: now, optional, errors, change: (next) => set(path, next) });
  };
  if (step.event) {
    return paramsOf(draft, template).map((param) => value(param, [i, 'params', param.id]));
  }
  if (step.online !== undefined) {
    const options = ['online', 'offline'].map((state) => ({
      value: state === 'online',
      label: t(`presence.${state}`),
    }));
    return field({
      name: `online-${i}`,
      label: t('flows.status'),
      control: choice(step.online, options, (text) => set([i, 'online'], text === 'true')),
    });
  }
  const these = shown(step, draft, template);
  const others = comparable(template).filter((property) => !these.includes(property));
  const options = others.map((property) => ({ value: property.id, label: label(property) }));
  return html`${these.map((property) => value(property, [i, 'values', property.id], true))}
    ${field({
      name: `more-${i}`,
      label: t('flows.try.more'),
      control: choice(
        '',
        [{ value: '', label: t('parts.choose') }, ...options],
        (id) => id && set([i, 'values', id], ''),
      ),
    })}`;
}
