// One flow: edited as a drawing or as JSON, tried, tested on the past, compared with what it was.
import { LitElement, html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { fields } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import { empty, failure, loading } from '../parts/notes.js';
import { Question } from '../parts/question.js';
import { partStyles } from '../parts/styles.js';
import { head, saveBar, tabs } from './bars.js';
import { columns } from './columns.js';
import { columnsStyles } from './columns-styles.js';
import { completed, withValue } from './draft.js';
import { Editing } from './editing.js';
import { editorStyles } from './editor-styles.js';
import './back-test.js';
import './json.js';
import './try.js';
import './versions.js';

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
      ${head(this.#editing, this)} ${this.#isNew ? nothing : tabs(this.flowId, this.tab)}
      ${problem ? this.#failed(problem) : nothing} ${this.#page()}
      ${dirty || this.#isNew ? saveBar(this.#editing, this) : nothing} ${this.#question.render()}
    `;
  }

  get #isNew() {
    return this.flowId === 'new';
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

  #failed(problem) {
    return html`${failure(problem)}
      ${problem.code === 'changed-meanwhile'
        ? html`<button @click=${() => this.#editing.load(this.flowId)}>${t('parts.reload')}</button>`
        : nothing}`;
  }

  // Leads to the first field that is wrong.
  showFirst = async () => {
    if (this.tab) {
      location.hash = href('console', 'flows', this.flowId);
    }
    await this.updateComplete;
    const [name] = Object.keys(this.#editing.errors);
    const element = this.renderRoot.getElementById(name) ?? this.renderRoot.querySelector('.wrong:not(:empty)');
    element?.scrollIntoView({ block: 'center' });
    element?.focus();
  };

  store = async () => {
    const wasNew = this.#isNew;
    const saved = await this.#editing.store();
    if (!saved) {
      this.showFirst();
    } else if (wasNew) {
      location.replace(href('console', 'flows', this.#editing.flow.id));
    }
  };

  askToDelete = async () => {
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
