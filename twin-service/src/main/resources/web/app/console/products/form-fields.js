// The fields of a part of a data template. Each has the path of what it holds as its name, and stands where
// the service finds something wrong.
import { html, nothing } from 'lit';
import { t, textOf } from '../../i18n.js';
import { field } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { choice, tick } from '../parts/choices.js';
import { textInput } from '../parts/inputs.js';
import { ITEMS, SCALARS, TYPES, blank, defineOf } from './changes.js';
import { mappingFields } from './form-mapping.js';

const LANGUAGES = ['en', 'zh'];
const NUMBERS = ['min', 'max', 'step', 'unit'];
const KINDS = ['info', 'alert', 'fault'];
const MODES = ['r', 'rw'];

// draft: { errors, set(path, value), move(path, from, by) }
const text = (draft, path, what, value) =>
  field({
    name: path,
    label: t(`products.form.${what}`),
    errors: draft.errors,
    control: textInput(value, (typed) => draft.set(path, typed), { settled: true }),
  });

const select = (draft, path, what, value, options) =>
  field({
    name: path,
    label: t(`products.form.${what}`),
    errors: draft.errors,
    control: choice(
      value,
      options.map((option) => ({ value: option, label: t(`products.form.${what}.${option}`) })),
      (chosen) => draft.set(path, chosen),
    ),
  });

const required = (draft, path, value) =>
  tick({
    label: t('products.form.required'),
    checked: value === true,
    pick: (on) => draft.set(`${path}.required`, on),
  });

// The name, and those by language where there are such.
const naming = (draft, path, { id, name, names }) =>
  html`${text(draft, `${path}.id`, 'id', id)} ${text(draft, `${path}.name`, 'name', name)}
  ${names ? LANGUAGES.map((each) => text(draft, `${path}.names.${each}`, each, names[each])) : nothing}`;

export function itemFields(draft, list, path, item) {
  switch (list) {
    case 'properties':
      return html`<div class="row">
          ${naming(draft, path, item)} ${select(draft, `${path}.mode`, 'mode', item.mode, MODES)}
        </div>
        ${typeFields(draft, `${path}.define`, item.define, TYPES)} ${required(draft, path, item.required)}`;
    case 'events':
      return html`<div class="row">
          ${naming(draft, path, item)} ${select(draft, `${path}.type`, 'kind', item.type, KINDS)}
        </div>
        ${listFields(draft, `${path}.params`, item.params)} ${required(draft, path, item.required)}`;
    default:
      return html`<div class="row">${naming(draft, path, item)}</div>
        ${listFields(draft, `${path}.input`, item.input)} ${listFields(draft, `${path}.output`, item.output)}
        ${required(draft, path, item.required)}`;
  }
}

function typeFields(draft, path, define, types) {
  const type = define?.type;
  return html`<div class="row">
      ${field({
        name: `${path}.type`,
        label: t('products.form.type'),
        errors: draft.errors,
        control: choice(
          type,
          (types.includes(type) ? types : [type ?? '', ...types]).map((value) => ({
            value,
            label: textOf(`products.form.type.${value}`) ?? value,
          })),
          (chosen) => draft.set(path, defineOf(chosen)),
        ),
      })}
      ${plainFields(draft, path, define ?? {})}
    </div>
    ${nestedFields(draft, path, define ?? {})}`;
}

function plainFields(draft, path, define) {
  switch (define.type) {
    case 'int':
    case 'float':
      return NUMBERS.map((name) => text(draft, `${path}.${name}`, name, define[name]));
    case 'string':
      return html`${text(draft, `${path}.min`, 'shortest', define.min)}
      ${text(draft, `${path}.max`, 'longest', define.max)}`;
    case 'bool':
      return ['0', '1'].map((value) =>
        text(draft, `${path}.mapping.${value}`, `called.${value}`, define.mapping?.[value]));
    default:
      return nothing;
  }
}

function nestedFields(draft, path, define) {
  switch (define.type) {
    case 'enum':
    case 'stringenum':
      return mappingFields(draft, `${path}.mapping`, Object.entries(define.mapping ?? {}));
    case 'struct':
      return listFields(draft, `${path}.specs`, define.specs);
    case 'array':
      return html`<div class="inner">${typeFields(draft, `${path}.arrayInfo`, define.arrayInfo, ITEMS)}</div>`;
    default:
      return nothing;
  }
}

// Parameters of an event or action, members of a struct.
function listFields(draft, path, given) {
  const items = Array.isArray(given) ? given : [];
  const list = path.slice(path.lastIndexOf('.') + 1);
  const [type, types] = list === 'specs' ? ['dataType', SCALARS] : ['define', TYPES];
  return html`<div class="inner">
    <h4>${t(`products.form.list.${list}`)}</h4>
    ${draft.errors[path] ? html`<p class="wrong" role="alert">${draft.errors[path]}</p>` : nothing}
    ${items.map(
      (item, i) => html`<div class="part">
        <div class="row">${naming(draft, `${path}[${i}]`, item)} ${deeds(draft, path, items, i)}</div>
        ${typeFields(draft, `${path}[${i}].${type}`, item[type], types)}
      </div>`,
    )}
    <button type="button" @click=${() => draft.set(path, [...items, blank(list, items)])}>
      ${t(`products.form.add.${list}`)}
    </button>
  </div>`;
}

// Up, down, away.
export function deeds(draft, path, items, i) {
  const name = items[i]?.name || items[i]?.id || '?';
  const move = (by, shape) => html`<button type="button" class="icon" ?disabled=${!items[i + by]}
    aria-label=${t(`products.move.${by}`, { name })} @click=${() => draft.move(path, i, by)}>${shape}</button>`;
  return html`<span class="deeds">
    ${move(-1, icons.up)}${move(1, icons.down)}
    <button type="button" class="icon" aria-label="${t('parts.delete')}: ${name}"
      @click=${() => draft.set(`${path}[${i}]`, undefined)}>${icons.close}</button>
  </span>`;
}
