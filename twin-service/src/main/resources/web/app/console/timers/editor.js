// One timer: when, what, and what it did.
import { LitElement, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import { tick } from '../parts/choices.js';
import { Form } from '../parts/form.js';
import { textInput } from '../parts/inputs.js';
import { failure, loading } from '../parts/notes.js';
import { Question } from '../parts/question.js';
import { partStyles } from '../parts/styles.js';
import { ago, exact } from '../parts/times.js';
import { actionsForm } from './actions.js';
import * as api from './api.js';
import { blank, contentOf, patchOf, wrongs } from './draft.js';
import { editorStyles } from './editor-styles.js';
import { limitsForm, ruleForm } from './rule.js';
import './firings.js';

class TimerEditor extends LitElement {
  static properties = {
    // The id of a timer, or "new".
    timerId: { attribute: false },
    products: { state: true },
    // Names of devices, by product, for suggestions.
    names: { state: true },
  };

  static styles = [base, buttons, fields, partStyles, editorStyles];

  #form = new Form(this, (draft) => wrongs(draft, this.products));
  #question = new Question(this);

  constructor() {
    super();
    new SettingsController(this);
    this.names = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.#form.run(async () => {
      this.products = await api.products();
      if (this.timerId === 'new') {
        this.#form.begin(blank(this.products[0]));
      } else {
        this.#take(await api.get(this.timerId));
      }
    });
  }

  #take = (timer) => this.#form.begin(contentOf(timer), timer);

  render() {
    const { draft, problem, thing: timer } = this.#form;
    return html`<a class="back" href=${href('console', 'timers')}>${icons.back}${t('timers.all')}</a>
      ${problem?.errors.length === 0 ? failure(problem) : nothing}
      ${draft ? this.#page() : problem ? nothing : loading()}
      ${timer ? html`<st-firings .timerId=${timer.id} .version=${timer.version}></st-firings>` : nothing}
      ${this.#question.render()}`;
  }

  #page() {
    const { draft, errors, set, thing: timer, busy, saved } = this.#form;
    const { products, names } = this;
    const context = { draft, errors, set, products, names, suggest: this.#suggest };
    return html`<div class="head">
        <h1>${timer?.name ?? t('timers.new')}</h1>
        ${timer?.nextAt
          ? html`<span class="soft">
              ${t('timers.next', { at: exact(timer.nextAt), ago: ago(timer.nextAt) })}
            </span>`
          : nothing}
        ${timer ? html`<button class="danger" @click=${this.#remove}>${t('parts.delete')}</button>` : nothing}
      </div>
      <form class="both" novalidate @submit=${this.#store}>
        <section class="card form">
          ${field({
            name: 'name',
            label: t('timers.name'),
            errors,
            control: textInput(draft.name, (name) => set({ name }), { maxlength: 64 }),
          })}
          ${ruleForm(context)}
          ${tick({
            label: t('timers.enabled'),
            checked: draft.enabled ?? true,
            pick: (enabled) => set({ enabled }),
          })}
        </section>
        <div class="form">
          <section class="card form">${actionsForm(context)}</section>
          <section class="card form">${limitsForm(context)}</section>
        </div>
        <div class="save">
          <span role="status">${saved ? t('timers.saved') : nothing}</span>
          <button class="primary" ?disabled=${busy}>${t('parts.save')}</button>
        </div>
      </form>`;
  }

  #suggest = async (productId, prefix) => {
    const found = await api.deviceNames(productId, prefix).catch(() => []);
    this.names = { ...this.names, [productId]: found };
  };

  #store = async (event) => {
    event.preventDefault();
    const { thing, draft } = this.#form;
    const saved = await this.#form.save(async () =>
      this.#take(await (thing ? api.change(thing, patchOf(contentOf(thing), draft)) : api.create(draft))),
    );
    if (saved && !thing) {
      location.replace(href('console', 'timers', this.#form.thing.id));
    }
  };

  #remove = async () => {
    const { thing } = this.#form;
    const yes = await this.#question.ask({
      heading: t('timers.delete', { name: thing.name }),
      text: t('timers.delete.text'),
      yes: t('parts.delete'),
    });
    if (yes && (await this.#form.run(() => api.remove(thing)))) {
      location.hash = href('console', 'timers');
    }
  };
}

customElements.define('st-timer-page', TimerEditor);
