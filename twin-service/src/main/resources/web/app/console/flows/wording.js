// Texts in both languages, with the values of the moment in the places of their names.
import { html } from 'lit';
import { t } from '../../i18n.js';
import { settings } from '../../settings.js';
import { label } from '../../template.js';
import { field } from '../../ui/field.js';
import { textInput } from '../parts/inputs.js';
import { paramsOf } from './kinds.js';

// The reader's own first.
const languages = () => (settings.language === 'zh' ? ['zh', 'en'] : ['en', 'zh']);

export function bilingual(member, caption, context, { rows, maxlength = 500 } = {}) {
  const [own] = languages();
  const name = (language) => t(`flows.language.${language}`);
  return html`<div class="form tight">
    ${languages().map((language) =>
      field({
        name: `${member}.${language}`,
        label: language === own ? t(caption) : t('flows.other', { what: t(caption), language: name(language) }),
        errors: context.errors,
        control: textOf(context.draft[member][language], (text) => context.set([member, language], text), {
          rows,
          maxlength,
          // What is left empty is the same as in the reader's own language.
          placeholder: language === own ? '' : context.draft[member][own],
        }),
      }),
    )}
  </div>`;
}

function textOf(value, change, { rows, maxlength, placeholder }) {
  return rows
    ? ({ id, invalid, describedBy }) => html`<textarea id=${id} rows=${rows} maxlength=${maxlength}
        .value=${value} placeholder=${placeholder} aria-invalid=${invalid} aria-describedby=${describedBy}
        @input=${({ target }) => change(target.value)}></textarea>`
    : textInput(value, change, { maxlength, placeholder });
}

export function wording(context) {
  return html`<div class="form" @focusin=${remember}>
    ${bilingual('title', 'flows.title', context)}
    ${bilingual('text', 'flows.text', context, { rows: 3 })}
    ${picker(context)}
  </div>`;
}

// Of the alarm itself, whatever the product.
const KNOWN = ['device', 'reason', 'time', 'product'];

// Where a placeholder goes: the field that somebody wrote in last.
let last;

function remember({ target }) {
  if (/^(title|text)\./.test(target.id)) {
    last = target;
  }
}

function picker(context) {
  const { draft, template } = context;
  const things = [...paramsOf(draft, template), ...template.properties];
  const unique = things.filter((thing, i) => things.findIndex(({ id }) => id === thing.id) === i);
  const options = [
    ...KNOWN.map((name) => ({ name, label: t(`flows.placeholder.${name}`) })),
    ...unique.map((thing) => ({ name: thing.id, label: label(thing) })),
  ];
  return html`<div class="field">
    <label for="placeholder">${t('flows.placeholder')}</label>
    <select id="placeholder" @change=${(event) => insert(event.target, context)}>
      <option value="" selected>${t('parts.choose')}</option>
      ${options.map(({ name, label: text }) => html`<option value=${name}>${text} · $${name}</option>`)}
    </select>
  </div>`;
}

function insert(select, context) {
  const name = select.value;
  select.value = '';
  const form = select.closest('.form');
  const target = last?.isConnected && form.contains(last) ? last : form.querySelector('textarea');
  if (!name || !target) {
    return;
  }
  const { selectionStart: from, selectionEnd: to } = target;
  // Braces where a letter follows at once.
  const follows = /^[\w-]/.test(target.value.slice(to));
  target.setRangeText(follows ? `\${${name}}` : `$${name}`, from, to, 'end');
  context.set(target.id.split('.'), target.value);
  target.focus();
}
