// A condition as a card, groups with the cards they hold. context: { draft, template, errors, set }
import { html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { choice, segments } from '../parts/choices.js';
import { durationInput } from '../parts/durations.js';
import { numberInput } from '../parts/inputs.js';
import { field } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { at, groupOf, pathText, withValue } from './draft.js';
import { begun, kindOf, kindsFor } from './kinds.js';
import { leafFields } from './leaves.js';

const DEEPEST = 4;

// What stands at this path; a single condition is shown as a group of one.
export function conditions(path, context) {
  const root = at(context.draft, path);
  const group = groupOf(root);
  const items = group ? root[group].map((_, i) => [...path, group, i]) : root ? [path] : [];
  const add = () => {
    const kind = kindsFor(context.draft)[0];
    const fresh = begun(kind, context.draft, context.template);
    if (group) {
      context.set([...path, group], [...root[group], fresh]);
    } else {
      context.set(path, root ? { all: [root, fresh] } : fresh);
    }
  };
  return html`<div class="group">
    ${items.length > 1 || group
      ? segments({
          name: `${pathText(path)}-kind`,
          label: t('flows.group'),
          hidden: true,
          value: group ?? 'all',
          options: ['all', 'any'].map((kind) => ({ value: kind, label: t(`flows.group.${kind}`) })),
          pick: (kind) => context.set(path, renamed(root, group, kind)),
        })
      : nothing}
    <ol class=${group ?? 'all'}>
      ${items.map((item) => html`<li>${card(item, context, path)}</li>`)}
    </ol>
    ${group && (items.length > 1 || 'for' in root || 'times' in root)
      ? html`<p class="soft together">${t('flows.together')}</p>${modifiers(path, root, context)}`
      : nothing}
    <button type="button" class="quiet add" @click=${add}>+ ${t('flows.condition.add')}</button>
    ${error(group ? [...path, group] : path, context)}
  </div>`;
}

function renamed(root, old, kind) {
  const { [old]: parts, ...others } = root;
  return { [kind]: parts, ...others };
}

function card(path, context, root) {
  const condition = at(context.draft, path);
  const kind = kindOf(condition);
  const nested = path.filter((key) => key === 'all' || key === 'any').length;
  const room = kind === 'group' || nested < DEEPEST;
  const kinds = kindsFor(context.draft).filter((each) => each !== 'group' || room);
  return html`<div class="condition">
    <div class="kind">
      ${field({
        name: `${pathText(path)}-kind`,
        label: t('flows.condition'),
        control: choice(
          kind,
          kinds.map((each) => ({ value: each, label: t(`flows.kind.${each}`) })),
          (each) => context.set(path, begun(each, context.draft, context.template, condition)),
        ),
      })}
      <button type="button" class="icon" aria-label="${t('parts.remove')}: ${t(`flows.kind.${kind}`)}"
        title=${t('parts.remove')} @click=${() => removed(path, context, root)}>${icons.close}</button>
    </div>
    ${kind === 'group'
      ? conditions(path, context)
      : html`${leafFields(kind, path, context)}${modifiers(path, condition, context)}${error(path, context)}`}
  </div>`;
}

// The last one of a group takes the group along.
function removed(path, context, root) {
  const holder = path.slice(0, -1);
  const last = Array.isArray(at(context.draft, holder)) && at(context.draft, holder).length === 1;
  context.set(last ? root : path, undefined);
}

// How long it must have held, how often it must have come true.
function modifiers(path, condition, context) {
  const kind = kindOf(condition);
  const momentary = ['changed', 'param'].includes(kind);
  const lasting = !momentary && !('times' in condition) && condition.status !== 'silent';
  const repeated = !('for' in condition) || 'times' in condition;
  const member = (name, caption, control) =>
    field({ name: pathText([...path, name]), label: t(caption), errors: context.errors, control });
  const set = (name, value) => context.set([...path, name], value);
  const duration = (name) => durationInput(condition[name], (value) => set(name, value ?? ''));
  const without = (...names) =>
    context.set(path, names.reduce((rest, name) => withValue(rest, [name], undefined), condition));
  return html`<div class="modifiers">
    ${'for' in condition && kind !== 'status'
      ? html`<div class="row">${member('for', 'flows.for', duration('for'))}
          ${dropped('flows.for', () => without('for'))}</div>`
      : lasting && kind !== 'status'
        ? html`<button type="button" class="quiet" @click=${() => set('for', 'PT1M')}>
            + ${t('flows.for.add')}</button>`
        : nothing}
    ${'times' in condition
      ? html`<div class="row">
          ${member('times', 'flows.times', numberInput(condition.times, (value) => set('times', value ?? 0)))}
          ${member('within', 'flows.within', duration('within'))}
          ${dropped('flows.times', () => without('times', 'within'))}
        </div>`
      : repeated
        ? html`<button type="button" class="quiet"
            @click=${() => context.set(path, { ...condition, times: 3, within: 'PT10M' })}>
            + ${t('flows.times.add')}</button>`
        : nothing}
  </div>`;
}

const dropped = (caption, drop) => html`<button type="button" class="icon drop"
  aria-label="${t('parts.remove')}: ${t(caption)}" @click=${drop}>${icons.close}</button>`;

function error(path, { errors }) {
  const message = errors[pathText(path)];
  return message
    ? html`<p id=${pathText(path)} class="wrong" role="alert" tabindex="-1">${message}</p>`
    : nothing;
}
