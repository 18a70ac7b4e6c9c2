// Which properties the panel shows of a product's devices, in which order and how, beside a phone that shows it.
import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { label } from '../../template.js';
import { fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { segments } from '../parts/choices.js';
import { failure } from '../parts/notes.js';
import { partStyles } from '../parts/styles.js';
import * as api from './api.js';
import { moved, panelOf, rowsOf, sampleTwin } from './layout.js';
import { panelRow } from './panel-row.js';
import { panelStyles } from './panel-styles.js';
import '../../pages/control.js';

// { rows } nobody saved yet, by product: they stay while the page does, as those of templates.
const drafts = new Map();

class ProductPanel extends LitElement {
  static properties = {
    product: { attribute: false },
    // Does what changes the product.
    change: { attribute: false },
    // undefined for the standard layout
    rows: { state: true },
    told: { state: true },
    problem: { state: true },
    busy: { state: true },
    saved: { state: true },
  };

  static styles = [base, buttons, fields, partStyles, panelStyles];

  #began;

  constructor() {
    super();
    new SettingsController(this);
  }

  willUpdate(changed) {
    // What others changed meanwhile does not take away what is edited here.
    if (changed.has('product') && !this.#touched) {
      const draft = drafts.get(this.product.id);
      this.#begin(this.product);
      if (draft) {
        this.#edit(draft.rows);
      }
    }
  }

  #begin({ id, template, panel }) {
    drafts.delete(id);
    this.rows = panel.tiles ? rowsOf(template, panel) : undefined;
    this.#began = JSON.stringify(this.rows);
  }

  get #touched() {
    return JSON.stringify(this.rows) !== this.#began;
  }

  render() {
    return html`${failure(this.problem)}
      <div class="both">
        <section>
          ${segments({
            name: 'own',
            label: t('products.layout'),
            value: this.rows ? 'own' : 'standard',
            options: ['standard', 'own'].map((value) => ({ value, label: t(`products.layout.${value}`) })),
            pick: (kind) => this.#edit(kind === 'own' ? rowsOf(this.product.template, {}) : undefined),
          })}
          <p class="soft">${t(this.rows ? 'products.layout.own.hint' : 'products.layout.standard.hint')}</p>
          ${this.rows ? this.#list() : nothing}
          <p class="visually-hidden" role="status">${this.told ?? nothing}</p>
          ${this.#touched
            ? this.#bar()
            : html`<p class="soft" role="status">${this.saved ? t('products.saved') : nothing}</p>`}
        </section>
        ${this.#preview()}
      </div>`;
  }

  #list() {
    return html`<ol class="card">
      ${repeat(
        this.rows,
        ({ property }) => property.id,
        (row, i) =>
          panelRow(row, {
            first: i === 0,
            last: i === this.rows.length - 1,
            set: (change) => this.#edit(this.rows.with(i, { ...row, ...change })),
            move: (by) => this.#move(i, by),
          }),
      )}
    </ol>`;
  }

  #preview() {
    const { template, name } = this.product;
    return html`<section class="preview" aria-label=${t('products.preview')}>
      <div class="phone" inert>
        <st-control .device=${{ productId: this.product.id, name: '' }} .name=${name.en} connected control
          .template=${template} .panel=${this.rows ? panelOf(this.rows) : {}}
          .twin=${sampleTwin(template)} .trend=${[]}></st-control>
      </div>
    </section>`;
  }

  #bar() {
    return html`<div class="save">
      <span></span>
      <button @click=${() => this.#begin(this.product)}>${t('parts.discard')}</button>
      <button class="primary" ?disabled=${this.busy} @click=${this.#store}>${t('parts.save')}</button>
    </div>`;
  }

  #edit(rows) {
    this.rows = rows;
    drafts.set(this.product.id, { rows });
    this.saved = false;
    this.problem = undefined;
  }

  async #move(from, by) {
    const { property } = this.rows[from];
    this.#edit(moved(this.rows, from, from + by));
    this.told = t('products.moved', { name: label(property), place: from + by + 1 });
    await this.updateComplete;
    // The row was taken elsewhere, and its focus did not follow; at an end one can only go back.
    const row = this.renderRoot.querySelector(`[data-property="${property.id}"]`);
    const again = row.querySelector(`[data-by="${by}"]:enabled`);
    (again ?? row.querySelector('[data-by]:enabled')).focus();
  }

  #store = async () => {
    this.busy = true;
    this.problem = undefined;
    try {
      const panel = this.rows ? panelOf(this.rows) : { tiles: null };
      this.#begin(await this.change(() => api.change(this.product, { panel })));
      this.saved = true;
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('st-product-panel', ProductPanel);
