// Which alarms are shown.
import { html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { field } from '../../ui/field.js';
import { choice, segments, tick } from '../parts/choices.js';
import { SEVERITIES } from '../parts/severity.js';

const TYPING_MILLIS = 300;
const STATES = ['open', 'acknowledged', 'cleared'];

// narrow: takes what changed, and how long to wait for more
export function filters(filter, { flows, products }, narrow) {
  const all = { value: '', label: t('parts.all') };
  const named = (things) => things.map(({ id, name }) => ({ value: id, label: localized(name, id) }));
  const worded = (values, prefix) => values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
  const select = (name, label, options) =>
    field({
      name,
      label,
      control: choice(filter[name], [all, ...options], (picked) => narrow({ [name]: picked })),
    });
  const text = (name, label) =>
    field({
      name,
      label,
      control: ({ id }) => html`<input id=${id} type="search" maxlength="100" .value=${filter[name] ?? ''}
        @input=${({ target }) => narrow({ [name]: target.value.trim() }, TYPING_MILLIS)} />`,
    });
  return html`<div class="bar">
    ${segments({
      name: 'state',
      label: t('alarms.state'),
      value: filter.state ?? '',
      options: [...worded(STATES, 'alarms.state'), all],
      pick: (state) => narrow({ state }),
    })}
    ${select('severity', t('alarms.severity'), worded(SEVERITIES, 'severity'))}
    ${select('flowId', t('alarms.flow'), named(flows))}
    ${products.length > 1 ? select('productId', t('parts.product'), named(products)) : nothing}
    ${text('device', t('parts.device'))} ${text('q', t('alarms.search'))}
    ${tick({
      label: t('alarms.shadow'),
      checked: filter.shadow === true,
      pick: (on) => narrow({ shadow: on || undefined }),
    })}
  </div>`;
}
