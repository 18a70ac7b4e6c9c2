// What stands around the parts of a flow that is edited.
import { html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { href } from '../../router.js';
import { segments } from '../parts/choices.js';
import { productName } from './columns.js';
import { modes } from './modes.js';

const TABS = ['edit', 'back-test', 'versions'];

// editor: shows the JSON or not, and removes the flow
export function head(editing, editor) {
  const { draft, flow, products } = editing;
  const mode = draft.mode ?? 'off';
  return html`<div class="head">
      <h1>${localized(draft.name, '') || t('flows.new')}</h1>
      ${segments({
        name: 'mode',
        label: t('flows.mode'),
        hidden: true,
        value: mode,
        options: modes(),
        pick: (value) => editing.change({ ...draft, mode: value }),
      })}
      <button aria-pressed=${editor.json ? 'true' : 'false'}
        @click=${() => (editor.json = !editor.json)}>JSON</button>
      ${flow ? html`<button class="danger" @click=${editor.askToDelete}>${t('parts.delete')}</button>` : nothing}
    </div>
    <p class="soft mode">${productName(products, draft.productId)} · ${t(`flows.mode.${mode}.hint`)}</p>`;
}

export function tabs(id, current = 'edit') {
  const address = (tab) => href('console', 'flows', id, ...(tab === 'edit' ? [] : [tab]));
  return html`<nav class="tabs" aria-label=${t('flows.parts')}>
    ${TABS.map(
      (tab) => html`<a href=${address(tab)} aria-current=${tab === current ? 'page' : nothing}
        >${t(`flows.tab.${tab}`)}</a>`,
    )}
  </nav>`;
}

// editor: stores the flow, and leads to what is wrong
export function saveBar({ flow, busy, tried, errors, take }, editor) {
  const count = Object.keys(errors).length;
  return html`<div class="save">
    <span role="status">
      ${tried && count > 0
        ? html`<button class="quiet bad" @click=${editor.showFirst}>
            ${t('flows.wrong.some', { n: count })}
          </button>`
        : t(flow ? 'parts.unsaved' : 'flows.new.hint')}
    </span>
    ${flow
      ? html`<button ?disabled=${busy} @click=${() => take(flow)}>${t('parts.discard')}</button>`
      : nothing}
    <button class="primary" ?disabled=${busy} @click=${editor.store}>${t('parts.save')}</button>
  </div>`;
}
