// The flow as JSON, for those who would rather write it.
import { LitElement, css, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { fields } from '../../ui/field.js';
import { base } from '../../ui/styles.js';
import { partStyles } from '../parts/styles.js';
import { isDraft } from './draft.js';

class FlowJson extends LitElement {
  static properties = { draft: { attribute: false }, wrong: { state: true } };

  static styles = [
    base,
    fields,
    partStyles,
    css`
      textarea {
        min-height: min(70vh, 640px);
        font: 0.8125rem/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
        tab-size: 2;
        white-space: pre;
        overflow-wrap: normal;
        overflow-x: auto;
      }
    `,
  ];

  // What this element told last: the text that somebody is writing is not written anew.
  #told;

  constructor() {
    super();
    new SettingsController(this);
  }

  updated(changed) {
    if (changed.has('draft') && this.draft !== this.#told) {
      this.renderRoot.getElementById('json').value = JSON.stringify(this.draft, null, 2);
      this.wrong = undefined;
    }
  }

  render() {
    return html`<div class="card field">
      <label for="json">JSON</label>
      <textarea id="json" spellcheck="false" autocapitalize="none" aria-describedby="wrong"
        aria-invalid=${this.wrong ? 'true' : 'false'} @input=${this.#typed}></textarea>
      <p id="wrong" class="wrong" role="alert">${this.wrong ?? nothing}</p>
    </div>`;
  }

  #typed = ({ target }) => {
    let draft;
    try {
      draft = JSON.parse(target.value);
    } catch (failure) {
      this.wrong = t('flows.json.wrong', { why: failure.message });
      return;
    }
    if (!isDraft(draft)) {
      this.wrong = t('flows.json.shape');
      return;
    }
    this.wrong = undefined;
    this.#told = draft;
    this.dispatchEvent(new CustomEvent('changed', { detail: draft }));
  };
}

customElements.define('st-flow-json', FlowJson);
