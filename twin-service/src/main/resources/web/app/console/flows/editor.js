// One flow: edited as a drawing or as JSON, tried, tested on the past, compared with what it was.
import { LitElement, html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { fields } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import { segments } from '../parts/choices.js';
import { empty, failure, loading } from '../parts/notes.js';
import { Question } from '../parts/question.js';
import { partStyles } from '../parts/styles.js';
import { columns, productName } from './columns.js';
import { columnsStyles } from './columns-styles.js';
import { completed, withValue } from './draft.js';
import { Editing } from './editing.js';
import { editorStyles } from './editor-styles.js';
import { modes } from './modes.js';
import './back-test.js';
import './json.js';
import './try.js';
import './versions.js';

const TABS = ['edit', 'back-test', 'versions'];

class FlowEditor extends LitElement {
  static properties = {
    // The id of the flow, or "new".
    flowId: { attribute: false },
    tab: { attribute: false },
    // Whether the JSON is shown beside the drawing.
    json: { state: true },
  };

  static styles = [base, buttons, fields, partStyles, columnsStyles, editorStyles];

  #editing = new Editing(this);
  #question = new Question(this);

  constructor() {
    super();
    new SettingsController(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#editing.load(this.flowId);
  }

  render() {
    const { draft, problem, template, dirty } = this.#editing;
    if (!draft) {
      return problem ? failure(problem) : loading();
    }
    if (!template) {
      return empty(t('flows.noproduct'));
    }
    return html`
      <a class="back" href=${href('console', 'flows')}>${icons.back}${t('flows.all')}</a>
      ${this.#head()} ${this.#isNew ? nothing : this.#tabs()} ${problem ? this.#failed(problem) : nothing}
      ${this.#page()} ${dirty || this.#isNew ? this.#save() : nothing} ${this.#question.render()}
    `;
  }

  get #isNew() {
    return this.flowId === 'new';
  }

  #head() {
    const { draft, products } = this.#editing;
    const mode = draft.mode ?? 'off';
    return html`<div class="head">
        <h1>${localized(draft.name, '') || t('flows.new')}</h1>
        ${segments({
          name: 'mode',
          label: t('flows.mode'),
          hidden: true,
          value: mode,
          options: modes(),
          pick: (value) => this.#editing.change({ ...draft, mode: value }),
        })}
        <button aria-pressed=${this.json ? 'true' : 'false'}
          @click=${() => (this.json = !this.json)}>JSON</button>
        ${this.#isNew
          ? nothing
          : html`<button class="danger" @click=${this.#remove}>${t('parts.delete')}</button>`}
      </div>
      <p class="soft mode">${productName(products, draft.productId)} · ${t(`flows.mode.${mode}.hint`)}</p>`;
  }

  #tabs() {
    const address = (tab) => href('console', 'flows', this.flowId, ...(tab === 'edit' ? [] : [tab]));
    return html`<nav class="tabs" aria-label=${t('flows.parts')}>
      ${TABS.map(
        (tab) => html`<a href=${address(tab)} aria-current=${tab === (this.tab ?? 'edit') ? 'page' : nothing}
          >${t(`flows.tab.${tab}`)}</a>`,
      )}
    </nav>`;
  }

  #page() {
    const { draft, flow, template, sound } = this.#editing;
    const change = ({ detail }) => this.#editing.change(detail);
    if (this.tab === 'back-test') {
      return html`<st-flow-back-test .flow=${flow} .draft=${completed(draft)}></st-flow-back-test>`;
    }
    if (this.tab === 'versions') {
      return html`<st-flow-versions .flow=${flow} .draft=${draft} @picked=${change}></st-flow-versions>`;
    }
    return html`<div class="desk ${this.json ? 'both' : ''}">
        <div>${columns(this.#context())}</div>
        ${this.json ? html`<st-flow-json .draft=${draft} @changed=${change}></st-flow-json>` : nothing}
      </div>
      <st-flow-try .draft=${completed(draft)} .template=${template} ?sound=${sound}></st-flow-try>`;
  }

  #context() {
    const { draft, template, products, channels, told } = this.#editing;
    return {
      draft,
      template,
      products,
      channels,
      isNew: this.#isNew,
      errors: told,
      set: (path, value) => this.#editing.change(withValue(this.#editing.draft, path, value)),
      pickProduct: (id) => this.#editing.pickProduct(id),
      restart: (input) => this.#editing.restart(input),
    };
  }

  #save() {
    const { busy, tried, errors } = this.#editing;
    const count = Object.keys(errors).length;
    return html`<div class="save">
      <span role="status">
        ${tried && count > 0
          ? html`<button class="quiet bad" @click=${this.#showFirst}>
              ${t('flows.wrong.some', { n: count })}
            </button>`
          : t(this.#isNew ? 'flows.new.hint' : 'parts.unsaved')}
      </span>
      ${this.#isNew
        ? nothing
        : html`<button ?disabled=${busy} @click=${() => this.#editing.take()}>
            ${t('parts.discard')}
          </button>`}
      <button class="primary" ?disabled=${busy} @click=${this.#store}>${t('parts.save')}</button>
    </div>`;
  }

  #failed(problem) {
    return html`${failure(problem)}
      ${problem.code === 'changed-meanwhile'
        ? html`<button @click=${() => this.#editing.load(this.flowId)}>${t('parts.reload')}</button>`
        : nothing}`;
  }

  #showFirst = async () => {
    if (this.tab) {
      location.hash = href('console', 'flows', this.flowId);
    }
    await this.updateComplete;
    const [name] = Object.keys(this.#editing.errors);
    const element = this.renderRoot.getElementById(name) ?? this.renderRoot.querySelector('.wrong:not(:empty)');
    element?.scrollIntoView({ block: 'center' });
    element?.focus();
  };

  #store = async () => {
    const wasNew = this.#isNew;
    const saved = await this.#editing.store();
    if (!saved) {
      this.#showFirst();
    } else if (wasNew) {
      location.replace(href('console', 'flows', this.#editing.flow.id));
    }
  };

  #remove = async () => {
    const { flow } = this.#editing;
    const yes = await this.#question.ask({
      heading: t('flows.delete', { name: localized(flow.name, flow.id) }),
      text: t('flows.delete.text'),
      yes: t('parts.delete'),
    });
    if (yes && (await this.#editing.remove())) {
      location.hash = href('console', 'flows');
    }
  };
}

customElements.define('st-flow-editor', FlowEditor);
