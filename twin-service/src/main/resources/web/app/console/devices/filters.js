// Which devices the list shows.
import { html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { field } from '../../ui/field.js';
import { choice, segments } from '../parts/choices.js';
import { textInput } from '../parts/inputs.js';
import { STATES } from './state.js';

const TYPING_MILLIS = 250;

// narrow: takes what changes, and how long to wait for more
export function filters({ filter, products, groups }, narrow) {
  const all = { value: '', label: t('parts.all') };
  const named = (name, label, options) =>
    field({
      name,
      label,
      control: choice(filter[name], [all, ...options], (value) => narrow({ [name]: value })),
    });
  const typed = (name, label) =>
    field({
      name,
      label,
      control: textInput(filter[name], (text) => narrow({ [name]: text.trim() }, TYPING_MILLIS), {
        type: 'search',
        maxlength: 48,
      }),
    });
  return html`<div class="bar">
    ${typed('prefix', t('devices.search'))}
    ${segments({
      name: 'state',
      label: t('devices.state'),
      value: filter.state ?? '',
      options: [all, ...STATES.map((value) => ({ value, label: t(`devices.state.${value}`) }))],
      pick: (state) => narrow({ state }),
    })}
    ${products.length > 1
      ? named(
          'productId',
          t('parts.product'),
          products.map(({ id, name }) => ({ value: id, label: localized(name, id) })),
        )
      : nothing}
    ${typed('tag', t('devices.tag'))}
    ${groups.length > 0
      ? named(
          'groupId',
          t('devices.group'),
          groups.map(({ id, name }) => ({ value: id, label: name })),
        )
      : nothing}
  </div>`;
}
