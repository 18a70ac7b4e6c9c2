// The fields of each kind of condition.
import { html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { label } from '../../template.js';
import { field } from '../../ui/field.js';
import { choice, days, DAYS } from '../parts/choices.js';
import { durationInput } from '../parts/durations.js';
import { numberInput, textInput } from '../parts/inputs.js';
import { isNumber, valueField } from '../parts/values.js';
import { zoneInput } from '../parts/zones.js';
import { conditions } from './condition.js';
import { at, pathText } from './draft.js';
import { comparable, compared, numbers, paramsOf, signsOf } from './kinds.js';

const named = (things) => things.map((thing) => ({ value: thing.id, label: label(thing) }));
const signs = (list) => list.map((sign) => ({ value: sign, label: t(`flows.sign.${sign}`) }));

export function leafFields(kind, path, context) {
  const condition = at(context.draft, path);
  const set = (member, value) => context.set([...path, member], value);
  const name = (member) => pathText([...path, member]);
  const part = (member, caption, control, hint) =>
    field({ name: name(member), label: t(caption), hint, errors: context.errors, control });
  const picked = (member, caption, options, pick = (value) => set(member, value)) =>
    part(member, caption, choice(condition[member], options, pick));
  const decimal = (member) => numberInput(condition[member], (value) => set(member, value), { step: 'any' });
  const duration = (member) => durationInput(condition[member], (value) => set(member, value));
  const tools = { condition, context, path, set, name, part, picked, decimal, duration };
  return FIELDS[kind]?.(tools) ?? html`<p class="soft">${t('flows.kind.unknown')}</p>`;
}

const spans = () => ['day', 'month'].map((span) => ({ value: span, label: t(`flows.gained.${span}`) }));

const FIELDS = {
  compare: (tools) => comparison(tools, 'property', comparable(tools.context.template)),
  param: (tools) => comparison(tools, 'param', paramsOf(tools.context.draft, tools.context.template)),

  changed: ({ picked, context }) =>
    html`<div class="row">${picked('property', 'flows.property', named(comparable(context.template)))}</div>`,

  rate: ({ context, part, picked, decimal, duration }) => html`<div class="row">
    ${picked('property', 'flows.property', named(numbers(context.template)))}
    ${picked('rate', 'flows.is', signs(['>', '>=', '<', '<=']))}
    ${part('value', 'flows.rate.value', decimal('value'))}
    ${part('per', 'flows.rate.per', duration('per'))}
  </div>`,

  gained: ({ condition, context, part, picked, decimal, set }) => html`<div class="row">
      ${picked('property', 'flows.property', named(numbers(context.template)))}
      ${picked('gained', 'flows.gained.span', spans())}
    </div>
    <div class="row">
      ${part('value', 'flows.gained.value', decimal('value'))}
      ${part('price', 'flows.gained.price', decimal('price'), t('flows.gained.price.hint'))}
      ${part('zone', 'parts.zone', zoneInput(condition.zone, (value) => set('zone', value)))}
    </div>`,

  status: ({ condition, context, path, part, duration }) => html`<div class="row">
    ${part('status', 'flows.status', choice(
      condition.status,
      ['offline', 'silent', 'online'].map((status) => ({ value: status, label: t(`presence.${status}`) })),
      // Silence is nothing without its length.
      (status) => {
        const lasting = status === 'silent' ? { for: condition.for ?? 'PT1M' } : {};
        context.set(path, { ...condition, status, ...lasting });
      },
    ))}
    ${part('for', 'flows.for', duration('for'))}
  </div>`,

  between: ({ condition, context, name, part, set }) => {
    const time = (i) =>
      textInput(condition.between[i], (text) => set('between', condition.between.with(i, text)), {
        type: 'time',
        settled: true,
      });
    // All days is what it means without days.
    const pick = (chosen) => set('days', chosen.length === DAYS.length ? undefined : chosen);
    return html`<div class="row">
        ${part('between', 'flows.hours.from', time(0))}
        ${field({ name: `${name('between')}-until`, label: t('flows.hours.until'), control: time(1) })}
        ${part('zone', 'parts.zone', zoneInput(condition.zone, (value) => set('zone', value)))}
      </div>
      ${days(name('days'), condition.days ?? DAYS, pick, context.errors[name('days')])}`;
  },

  from: ({ context, path }) => html`<div class="latch">
    <h3>${t('flows.latch.from')}</h3>
    ${conditions([...path, 'from'], context)}
    <h3>${t('flows.latch.until')}</h3>
    ${conditions([...path, 'until'], context)}
  </div>`,

  expression: ({ condition, context, part, set }) => {
    const known = [
      ...context.template.properties.map(({ id }) => id),
      ...paramsOf(context.draft, context.template).map(({ id }) => `event.${id}`),
      'device.online',
    ];
    return part(
      'expression',
      'flows.expression',
      ({ id, invalid, describedBy }) => html`<textarea id=${id} rows="3" maxlength="1000" spellcheck="false"
        class="code" .value=${condition.expression} aria-invalid=${invalid} aria-describedby=${describedBy}
        @input=${({ target }) => set('expression', target.value)}></textarea>`,
      t('flows.expression.hint', { names: known.join(', ') }),
    );
  },
};

function comparison({ condition, context, path, set, name, part, picked, decimal }, member, things) {
  const thing = things.find(({ id }) => id === condition[member]);
  const other = (id) => {
    const next = things.find((each) => each.id === id);
    const { value, until, ...rest } = condition;
    // What was right for a switch is seldom right for a number.
    const { is, ...bare } = rest;
    const alike = String(signsOf(thing)) === String(signsOf(next));
    context.set(path, compared({ ...(alike ? rest : bare), [member]: id }, next));
  };
  const ordered = member === 'property' && thing && isNumber(thing) && !['=', '!='].includes(condition.is);
  const sign = (is) => {
    const { until, ...rest } = condition;
    context.set(path, ['=', '!=', 'contains'].includes(is) ? { ...rest, is } : { ...condition, is });
  };
  return html`<div class="row">
    ${picked(member, `flows.${member}`, named(things), other)}
    ${part('is', 'flows.is', choice(condition.is, signs(signsOf(thing)), sign))}
    ${thing
      ? valueField({
          name: name('value'),
          property: thing,
          caption: thing.define.unit ? `${t('flows.value')} (${thing.define.unit})` : t('flows.value'),
          value: condition.value,
          errors: context.errors,
          change: (value) => set('value', value),
        })
      : nothing}
    ${ordered
      ? part('until', 'flows.until', decimal('until'), t('flows.until.hint'))
      : nothing}
  </div>`;
}
