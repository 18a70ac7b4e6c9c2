// The values of an enumeration with what they mean.
import { html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { field } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { textInput } from '../parts/inputs.js';

// pairs: [value, label] of each
export function mappingFields(draft, path, pairs) {
  const tell = (all) => draft.set(path, Object.fromEntries(all));
  const changed = (i, part) => (typed) =>
    tell(pairs.map((pair, k) => (k === i ? pair.with(part, typed) : pair)));
  const next = () => {
    const highest = Math.max(-1, ...pairs.map(([value]) => Number(value) || 0));
    tell([...pairs, [String(highest + 1), '']]);
  };
  return html`<div class="inner">
    ${draft.errors[path] ? html`<p class="wrong" role="alert">${draft.errors[path]}</p>` : nothing}
    ${pairs.map(
      ([value, label], i) => html`<div class="row">
        ${['value', 'label'].map((what, part) =>
          field({
            name: `${path}.${value}.${what}`,
            label: t(`products.form.${what}`),
            errors: part === 1 ? { [`${path}.${value}.${what}`]: draft.errors[`${path}.${value}`] } : {},
            control: textInput([value, label][part], changed(i, part), { settled: true }),
          }))}
        <button type="button" class="icon" aria-label="${t('parts.delete')}: ${label || value}"
          @click=${() => tell(pairs.toSpliced(i, 1))}>${icons.close}</button>
      </div>`,
    )}
    <button type="button" @click=${next}>${t('products.form.add.mapping')}</button>
  </div>`;
}
