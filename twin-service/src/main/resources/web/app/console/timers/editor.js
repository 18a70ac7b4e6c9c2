// One timer: when, what, and what it did.
import { LitElement, css, html, nothing } from 'lit';
import { problemText, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { errorsOf, field, fields } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import { tick } from '../parts/choices.js';
import { Question } from '../parts/question.js';
import { partStyles } from '../parts/styles.js';
import { ago, exact } from '../parts/times.js';
import { actionsForm } from './actions.js';
import * as api from './api.js';
import { blank, contentOf, patchOf, wrongs } from './draft.js';
import { limitsForm, ruleForm } from './rule.js';
import './firings.js';

class TimerEditor extends LitElement {
  static properties = {
    // The id of a timer, or "new".
    timerId: { attribute: false },
    timer: { state: true },
    draft: { state: true },
    products: { state: true },
    // Names of devices, by product, for suggestions.
    names: { state: true },
    tried: { state: true },
    saved: { state: true },
    busy: { state: true },
    problem: { state: true },
  };

  static styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      .both {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr);
        gap: 16px;
        align-items: start;
      }
      .save {
        grid-column: 1 / -1;
        justify-self: end;
      }
      .action {
        display: grid;
        gap: 10px;
        padding: 12px;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--raised);
      }
      .row .drop {
        margin-top: 25px;
      }
      st-firings {
        margin-top: 20px;
      }
      @media (max-width: 859px) {
        .both {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  #question = new Question(this);

  constructor() {
    super();
    new SettingsController(this);
    this.names = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.#do(async () => {
      this.products = await api.products();
      if (this.timerId === 'new') {
        this.draft = blank(this.products[0]);
      } else {
        this.#take(await api.get(this.timerId));
      }
    });
  }

  #take(timer) {
    this.timer = timer;
    this.draft = contentOf(timer);
    this.tried = false;
  }

  get #errors() {
    const told = this.tried ? wrongs(this.draft, this.products) : {};
    const refused = this.problem?.errors?.map(({ field: name }) => name) ?? [];
    return { ...(refused.length > 0 ? errorsOf(this.problem, refused) : {}), ...told };
  }

  render() {
    const { draft, problem, timer } = this;
    return html`<a class="back" href=${href('console', 'timers')}>${icons.back}${t('timers.all')}</a>
      ${problem && problem.errors.length === 0
        ? html`<p class="error" role="alert">${problem.code === 'not-found' ? t('parts.gone') : problemText(problem)}</p>`
        : nothing}
      ${draft ? this.#form() : problem ? nothing : html`<p class="soft" role="status">${t('loading')}</p>`}
      ${timer ? html`<st-firings .timerId=${timer.id} .version=${timer.version}></st-firings>` : nothing}
      ${this.#question.render()}`;
  }

  #form() {
    const { draft, timer, products, names } = this;
    const set = (change) => {
      this.draft = { ...this.draft, ...change };
      this.saved = false;
      this.problem = undefined;
    };
    const context = { draft, errors: this.#errors, set, products, names, suggest: this.#suggest };
    return html`<div class="head">
        <h1>${timer?.name ?? t('timers.new')}</h1>
        ${timer?.nextAt
          ? html`<span class="soft">${t('timers.next', { at: exact(timer.nextAt), ago: ago(timer.nextAt) })}</span>`
          : nothing}
        ${timer ? html`<button class="danger" @click=${this.#remove}>${t('parts.delete')}</button>` : nothing}
      </div>
      <form class="both" novalidate @submit=${this.#store}>
        <section class="card form">
          ${field({
            name: 'name',
            label: t('timers.name'),
            errors: context.errors,
            control: ({ id, invalid, describedBy }) => html`<input id=${id} maxlength="64" autocomplete="off" .value=${draft.name}
              aria-invalid=${invalid} aria-describedby=${describedBy} @input=${({ target }) => set({ name: target.value })} />`,
          })}
          ${ruleForm(context)}
          ${tick({ label: t('timers.enabled'), checked: draft.enabled ?? true, pick: (enabled) => set({ enabled }) })}
        </section>
        <div class="form">
          <section class="card form">${actionsForm(context)}</section>
          <section class="card form">${limitsForm(context)}</section>
        </div>
        <div class="save">
          <span role="status">${this.saved ? t('timers.saved') : nothing}</span>
          <button class="primary" ?disabled=${this.busy}>${t('parts.save')}</button>
        </div>
      </form>`;
  }

  #suggest = async (productId, prefix) => {
    const found = await api.deviceNames(productId, prefix).catch(() => []);
    this.names = { ...this.names, [productId]: found };
  };

  async #do(work) {
    this.busy = true;
    this.problem = undefined;
    try {
      await work();
      return true;
    } catch (problem) {
      this.problem = problem;
      return false;
    } finally {
      this.busy = false;
    }
  }

  #store = async (event) => {
    event.preventDefault();
    this.tried = true;
    if (Object.keys(this.#errors).length === 0) {
      const { timer, draft } = this;
      this.saved = await this.#do(async () =>
        this.#take(await (timer ? api.change(timer, patchOf(contentOf(timer), draft)) : api.create(draft))),
      );
    }
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-invalid="true"]')?.focus();
    if (this.saved && this.timerId === 'new') {
      location.replace(href('console', 'timers', this.timer.id));
    }
  };

  #remove = async () => {
    const { timer } = this;
    const yes = await this.#question.ask({
      heading: t('timers.delete', { name: timer.name }),
      text: t('timers.delete.text'),
      yes: t('parts.delete'),
    });
    if (yes && (await this.#do(() => api.remove(timer)))) {
      location.hash = href('console', 'timers');
    }
  };
}

customElements.define('st-timer-editor', TimerEditor);
