// "What would happen with 5.2 A?": values typed in, the alarms they would raise at once.
import { LitElement, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { errorsOf, field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { durationInput, secondsOf } from '../parts/durations.js';
import { partStyles } from '../parts/styles.js';
import * as api from './api.js';
import { withValue } from './draft.js';
import { outcome } from './outcome.js';
import { LATER_SECONDS, begun, begunStep, isComplete, said, stepForm } from './steps.js';
import { tryStyles } from './try-styles.js';

const PATIENCE_MILLIS = 300;

class FlowTry extends LitElement {
  static properties = {
    draft: { attribute: false },
    template: { attribute: false },
    // Whether the rule may run.
    sound: { type: Boolean },
    steps: { state: true },
    quiet: { state: true },
    result: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, fields, partStyles, tryStyles];

  #timer;
  #input;

  constructor() {
    super();
    new SettingsController(this);
    this.quiet = 'PT1H';
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  willUpdate(changed) {
    const input = JSON.stringify([this.draft.productId, this.draft.input]);
    if (input !== this.#input) {
      this.#input = input;
      this.steps = begun(this.draft);
    }
    if (['draft', 'steps', 'quiet', 'sound'].some((name) => changed.has(name))) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#try(), PATIENCE_MILLIS);
    }
  }

  async #try() {
    if (!this.sound || !this.steps.every((step) => isComplete(step, this.draft, this.template))) {
      this.result = undefined;
      this.problem = undefined;
      return;
    }
    const { draft, steps, quiet } = this;
    const words = { en: '$device', zh: '$device' };
    const full = (text) => (text.en && text.zh ? text : words);
    try {
      const result = await api.tryOut({
        flow: { ...draft, name: full(draft.name), title: full(draft.title), text: full(draft.text) },
        steps: steps.map(said),
        quietSeconds: secondsOf(quiet) ?? 0,
      });
      if (draft === this.draft && steps === this.steps) {
        this.result = result;
        this.problem = undefined;
      }
    } catch (problem) {
      this.result = undefined;
      this.problem = problem;
    }
  }

  render() {
    return html`<section class="card" aria-labelledby="try">
      <h2 id="try">${t('flows.try')}</h2>
      <p class="soft">${t('flows.try.hint')}</p>
      <div class="columns">
        <ol class="steps">
          ${this.steps.map(
            (step, i) => html`<li>
              ${stepForm(step, i, { draft: this.draft, template: this.template, set: this.#set })}
              <p class="wrong" role="alert">${this.#wrong(i) ?? nothing}</p>
            </li>`,
          )}
          <li class="row">
            ${field({
              name: 'quiet',
              label: t('flows.try.quiet'),
              control: durationInput(this.quiet, (value) => (this.quiet = value)),
            })}
            <button type="button" class="quiet add" @click=${this.#add}>+ ${t('flows.try.add')}</button>
          </li>
        </ol>
        <div class="result" role="status">${outcome(this)}</div>
      </div>
    </section>`;
  }

  #add = () => {
    this.steps = [...this.steps, begunStep(this.draft, LATER_SECONDS)];
  };

  #set = (path, value) => {
    this.steps = withValue(this.steps, path, value);
  };

  // What the service says of a step as a whole.
  #wrong(i) {
    const names = [`steps[${i}].values`, `steps[${i}].params`];
    const errors = this.problem ? errorsOf(this.problem, names) : {};
    return names.map((name) => errors[name]).find(Boolean);
  }
}

customElements.define('st-flow-try', FlowTry);
