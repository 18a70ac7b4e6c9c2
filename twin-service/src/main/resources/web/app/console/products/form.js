// A data template as a form: the same draft as its JSON, part by part.
import { LitElement, html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { partStyles } from '../parts/styles.js';
import { at, blank, put } from './changes.js';
import { deeds, itemFields } from './form-fields.js';
import { formStyles } from './form-styles.js';
import { moved } from './layout.js';
import { facts, parsed } from './outline.js';

const LISTS = ['properties', 'events', 'actions'];

// Tells "changed" with the text, and "show" with the path of what is to be shown in it.
class TemplateForm extends LitElement {
  static properties = {
    text: { attribute: false },
    // What is wrong, by path.
    errors: { attribute: false },
    // Paths of what is open.
    open: { state: true },
  };

  static styles = [base, buttons, fields, partStyles, formStyles];

  constructor() {
    super();
    new SettingsController(this);
    this.errors = {};
    this.open = new Set();
  }

  // Leads to what is wrong.
  willUpdate(changed) {
    const [, item] = /^(\w+\[\d+\])/.exec(Object.keys(this.errors)[0] ?? '') ?? [];
    if (changed.has('errors') && item) {
      this.open = new Set([...this.open, item]);
    }
  }

  render() {
    const template = parsed(this.text);
    return template
      ? LISTS.map((list) => this.#list(template, list))
      : html`<p class="soft">${t('products.outline.none')}</p>`;
  }

  #list(template, list) {
    const items = Array.isArray(template[list]) ? template[list] : [];
    const draft = {
      errors: this.errors,
      set: (path, value) => {
        this.#closeIfGone(path, value);
        this.#tell(put(template, path, value));
      },
      move: (path, from, by) => {
        this.#swapOpen(`${path}[${from}]`, `${path}[${from + by}]`);
        this.#tell(put(template, path, moved(at(template, path), from, from + by)));
      },
    };
    return html`<section>
      <h3>${t(`products.${list}`)} <span class="soft">${items.length}</span></h3>
      ${items.map((item, i) => this.#item(draft, list, items, i))}
      <button type="button" @click=${() => this.#add(draft, list, items)}>${t(`products.form.add.${list}`)}</button>
    </section>`;
  }

  #item(draft, list, items, i) {
    const item = items[i] ?? {};
    const path = `${list}[${i}]`;
    const wrong = Object.keys(this.errors).some((name) => name === path || name.startsWith(`${path}.`));
    return html`<details ?open=${this.open.has(path)} @toggle=${(event) => this.#toggled(event, path)}>
      <summary class=${wrong ? 'bad' : ''}>
        <b>${localized(item.names, item.name) || item.id || '?'}</b> <code>${item.id}</code>
        <span class="soft">${facts(list, item)}</span>
      </summary>
      ${this.open.has(path)
        ? html`<div class="fields">
            <div class="line">
              <button type="button" class="quiet" @click=${() => this.#show(path)}>${t('products.form.show')}</button>
              ${deeds(draft, list, items, i)}
            </div>
            ${this.errors[path] ? html`<p class="wrong" role="alert">${this.errors[path]}</p>` : nothing}
            ${itemFields(draft, list, path, item)}
          </div>`
        : nothing}
    </details>`;
  }

  #add(draft, list, items) {
    this.open = new Set([...this.open, `${list}[${items.length}]`]);
    draft.set(list, [...items, blank(list, items)]);
  }

  // What is gone moves those behind it.
  #closeIfGone(path, value) {
    if (value === undefined && this.open.has(path)) {
      this.open = new Set();
    }
  }

  #swapOpen(one, other) {
    const swap = { [one]: other, [other]: one };
    this.open = new Set([...this.open].map((path) => swap[path] ?? path));
  }

  #toggled({ target }, path) {
    if (target.open !== this.open.has(path)) {
      const others = [...this.open].filter((each) => each !== path);
      this.open = new Set(target.open ? [...others, path] : others);
    }
  }

  #show(path) {
    this.dispatchEvent(new CustomEvent('show', { detail: path }));
  }

  #tell(template) {
    this.dispatchEvent(new CustomEvent('changed', { detail: JSON.stringify(template, null, 2) }));
  }
}

customElements.define('st-template-form', TemplateForm);
