// The flows in the list, and which of them are shown.
import { html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { href } from '../../router.js';
import { field } from '../../ui/field.js';
import { choice, segments } from '../parts/choices.js';
import { severityBadge } from '../parts/severity.js';
import { ago, exact } from '../parts/times.js';
import { productName } from './columns.js';
import { modes } from './modes.js';
import { inSentence } from './sentence.js';

// list: has mode, productId and products, and takes what is picked
export function filters(list) {
  const every = { value: '', label: t('parts.all') };
  const named = list.products.map(({ id, name }) => ({ value: id, label: localized(name, id) }));
  return html`<div class="bar">
    ${segments({
      name: 'mode',
      label: t('flows.mode'),
      value: list.mode,
      options: [every, ...modes().map((mode) => ({ ...mode, tone: '' }))],
      pick: (mode) => (list.mode = mode),
    })}
    ${list.products.length > 1
      ? field({
          name: 'product',
          label: t('parts.product'),
          control: choice(list.productId, [every, ...named], (id) => (list.productId = id)),
        })
      : nothing}
  </div>`;
}

export function row(flow, { activity, products }, pick) {
  const { open = 0, lastRaisedAt } = activity.get(flow.id) ?? {};
  const name = localized(flow.name, flow.id);
  const template = products.find(({ id }) => id === flow.productId)?.template;
  const of = products.length > 1 ? ` · ${productName(products, flow.productId)}` : '';
  const silent = flow.mode === 'shadow' ? ['shadow'] : [];
  return html`<tr>
    <td>
      <a href=${href('console', 'flows', flow.id)}>${name}</a>
      <span class="soft">${inSentence(flow, template)}${of}</span>
      ${flow.flaws?.length > 0 ? html`<span class="error">${t('flows.flawed')}</span>` : nothing}
    </td>
    <td data-label=${t('flows.column.severity')}>${severityBadge(flow.severity)}</td>
    <td data-label=${t('flows.column.open')} class="numbers">${open > 0
      ? html`<a class="open" href=${href('console', 'alarms', 'flow', flow.id, ...silent)}>${open}</a>`
      : '0'}</td>
    <td data-label=${t('flows.column.last')}>${lastRaisedAt
      ? html`<span title=${exact(lastRaisedAt)}>${ago(lastRaisedAt)}</span>`
      : t('parts.never')}</td>
    <td data-label=${t('flows.column.mode')}>${segments({
      name: `mode-${flow.id}`,
      label: t('flows.mode.of', { name }),
      hidden: true,
      value: flow.mode ?? 'off',
      options: modes(),
      pick,
    })}</td>
  </tr>`;
}
