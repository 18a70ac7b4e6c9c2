// What a timer does: one device, or a scene of several.
import { html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { label } from '../../template.js';
import { field } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { choice } from '../parts/choices.js';
import { isWritable, valueField } from '../parts/values.js';
import { action } from './draft.js';

const MOST = 50;

export function actionsForm(context) {
  const { draft, products, set } = context;
  const last = draft.actions.at(-1);
  const next = products.find(({ id }) => id === last?.productId) ?? products[0];
  // Most scenes do the same to all.
  const add = () => set({ actions: [...draft.actions, { ...action(next), values: { ...last?.values } }] });
  return html`<h2>${t('timers.actions')}</h2>
    <p class="soft">${t('timers.actions.hint')}</p>
    ${draft.actions.map((each, i) => actionForm(each, i, context))}
    ${draft.actions.length < MOST
      ? html`<button type="button" class="quiet" @click=${add}>+ ${t('timers.actions.add')}</button>`
      : nothing}`;
}

const named = (properties) => properties.map((each) => ({ value: each.id, label: label(each) }));

function actionForm({ productId, name, values }, i, { draft, errors, set, products, names, suggest }) {
  const change = (part) => set({ actions: draft.actions.with(i, { ...draft.actions[i], ...part }) });
  const product = products.find(({ id }) => id === productId);
  const writable = (product?.template.properties ?? []).filter(isWritable);
  const left = writable.filter(({ id }) => !(id in values));
  const list = `names-${i}`;
  const prefix = `actions[${i}]`;
  const known = names[productId] ?? [];
  const typed = ({ target }) => {
    change({ name: target.value.trim() });
    suggest(productId, target.value.trim());
  };
  return html`<div class="action">
    <div class="row">
      ${products.length > 1
        ? field({
            name: `${prefix}.productId`,
            label: t('parts.product'),
            errors,
            control: choice(
              productId,
              products.map((each) => ({ value: each.id, label: localized(each.name, each.id) })),
              (id) => change({ productId: id, name: '', values: {} }),
            ),
          })
        : nothing}
      ${field({
        name: `${prefix}.name`,
        label: t('parts.device'),
        errors: { ...errors, [`${prefix}.name`]: errors[`${prefix}.name`] ?? errors[prefix] },
        control: ({ id, invalid, describedBy }) => html`<input id=${id} list=${list} maxlength="48"
            autocomplete="off" spellcheck="false" .value=${name} aria-invalid=${invalid}
            aria-describedby=${describedBy} @focus=${() => suggest(productId, '')} @input=${typed} />
          <datalist id=${list}>${known.map((each) => html`<option value=${each}></option>`)}</datalist>`,
      })}
      ${draft.actions.length > 1
        ? html`<button type="button" class="icon drop" aria-label="${t('parts.remove')}: ${name}"
            @click=${() => set({ actions: draft.actions.toSpliced(i, 1) })}>${icons.close}</button>`
        : nothing}
    </div>
    ${writable
      .filter(({ id }) => id in values)
      .map((property) =>
        valueRow(property, values, `${prefix}.values.${property.id}`, errors, (next) =>
          change({ values: next }),
        ),
      )}
    ${left.length > 0
      ? field({
          name: `${prefix}.values`,
          label: t('timers.set'),
          errors,
          control: choice(
            '',
            [{ value: '', label: t('parts.choose') }, ...named(left)],
            (id) => id && change({ values: { ...values, [id]: null } }),
          ),
        })
      : nothing}
  </div>`;
}

function valueRow(property, values, name, errors, change) {
  const { [property.id]: value, ...rest } = values;
  return html`<div class="row">
    ${valueField({
      name,
      property,
      value: value ?? undefined,
      errors,
      change: (next) => change({ ...values, [property.id]: next ?? null }),
    })}
    <button type="button" class="icon drop" aria-label="${t('parts.remove')}: ${label(property)}"
      @click=${() => change(rest)}>${icons.close}</button>
  </div>`;
}
