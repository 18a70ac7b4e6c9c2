// "What would happen with 5.2 A?": values typed in, the alarms they would raise at once.
import { LitElement, html, nothing } from 'lit';
import { localized, problemText, t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { label } from '../../template.js';
import { errorsOf, field, fields } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import { durationInput, inWords, isoOf, secondsOf } from '../parts/durations.js';
import { choice } from '../parts/choices.js';
import { partStyles } from '../parts/styles.js';
import { valueField, wrongValue } from '../parts/values.js';
import * as api from './api.js';
import { eventOf, withValue } from './draft.js';
import { comparable, paramsOf } from './kinds.js';
import { used } from './sentence.js';
import { tryStyles } from './try-styles.js';

const PATIENCE_MILLIS = 300;

const isGiven = (value) => value !== undefined && value !== '';

// Without properties that were chosen and not yet given a value.
const said = ({ values, ...step }) =>
  values ? { ...step, values: Object.fromEntries(Object.entries(values).filter(([, value]) => isGiven(value))) } : step;

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
      this.steps = [this.#step(0)];
    }
    if (changed.has('draft') || changed.has('steps') || changed.has('quiet') || changed.has('sound')) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#try(), PATIENCE_MILLIS);
    }
  }

  #step(afterSeconds) {
    const event = eventOf(this.draft);
    return this.draft.input === 'status' ? { afterSeconds, online: afterSeconds === 0 }
      : event ? { afterSeconds, event, params: {} } : { afterSeconds, values: {} };
  }

  // Those the flow looks at, so that nobody has to look for them.
  #properties(step) {
    const names = used(this.draft);
    return comparable(this.template).filter(({ id }) => names.has(id) || id in (step.values ?? {}));
  }

  get #complete() {
    const params = paramsOf(this.draft, this.template);
    const good = (step) => {
      const given = this.#properties(step).filter(({ id }) => isGiven(step.values?.[id]));
      return step.event
        ? params.every((param) => !wrongValue(param, step.params[param.id]))
        : step.online !== undefined ||
            (given.length > 0 && given.every((property) => !wrongValue(property, step.values[property.id])));
    };
    return this.steps.every(good);
  }

  async #try() {
    if (!this.sound || !this.#complete) {
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
          ${this.steps.map((step, i) => html`<li>${this.#stepForm(step, i)}</li>`)}
          <li class="row">
            ${field({ name: 'quiet', label: t('flows.try.quiet'), control: durationInput(this.quiet, (value) => (this.quiet = value)) })}
            <button type="button" class="quiet add" @click=${() => (this.steps = [...this.steps, this.#step(60)])}>
              + ${t('flows.try.add')}
            </button>
          </li>
        </ol>
        <div class="result" role="status">${this.#outcome()}</div>
      </div>
    </section>`;
  }

  #set(path, value) {
    this.steps = withValue(this.steps, path, value);
  }

  #stepForm(step, i) {
    const errors = this.problem ? errorsOf(this.problem, [`steps[${i}].values`, `steps[${i}].params`]) : {};
    const wrong = errors[`steps[${i}].values`] ?? errors[`steps[${i}].params`];
    return html`<div class="row">
        ${i === 0
          ? nothing
          : field({
              name: `after-${i}`,
              label: t('flows.try.after'),
              control: durationInput(isoOf(step.afterSeconds, 's'), (value) => this.#set([i, 'afterSeconds'], secondsOf(value) ?? 0)),
            })}
        ${this.#fields(step, i)}
        ${i === 0
          ? nothing
          : html`<button type="button" class="icon drop" aria-label=${t('parts.remove')}
              @click=${() => this.#set([i], undefined)}>${icons.close}</button>`}
      </div>
      <p class="wrong" role="alert">${wrong ?? nothing}</p>`;
  }

  #fields(step, i) {
    if (step.event) {
      return paramsOf(this.draft, this.template).map((param) => this.#value(param, step.params[param.id], [i, 'params', param.id]));
    }
    if (step.online !== undefined) {
      const options = [true, false].map((online) => ({ value: online, label: t(online ? 'presence.online' : 'presence.offline') }));
      return field({
        name: `online-${i}`,
        label: t('flows.status'),
        control: choice(step.online, options, (text) => this.#set([i, 'online'], text === 'true')),
      });
    }
    const shown = this.#properties(step);
    const others = comparable(this.template).filter((property) => !shown.includes(property));
    return html`${shown.map((property) => this.#value(property, step.values[property.id], [i, 'values', property.id], true))}
      ${field({
        name: `more-${i}`,
        label: t('flows.try.more'),
        control: choice(
          '',
          [{ value: '', label: t('parts.choose') }, ...others.map((each) => ({ value: each.id, label: label(each) }))],
          (id) => id && this.#set([i, 'values', id], ''),
        ),
      })}`;
  }

  #value(property, value, path, optional) {
    const name = `try-${path.join('-')}`;
    const wrong = isGiven(value) ? wrongValue(property, value) : undefined;
    return valueField({ name, property, value, optional, errors: { [name]: wrong }, change: (next) => this.#set(path, next) });
  }

  #outcome() {
    if (!this.sound) {
      return html`<p class="soft">${t('flows.try.unsound')}</p>`;
    }
    if (this.problem && this.problem.errors.length === 0) {
      return html`<p class="error">${problemText(this.problem)}</p>`;
    }
    if (!this.result) {
      return html`<p class="soft">${t('flows.try.waiting')}</p>`;
    }
    const { episodes, explanation } = this.result;
    return episodes.length === 0
      ? html`<p class="verdict none"><b>${t('flows.try.none')}</b></p>
          <p class="soft">${t('flows.try.seen')} <code>${explanation}</code></p>`
      : episodes.map((episode) => this.#episode(episode));
  }

  #episode({ raisedAt, clearedAt, reason, hits, title, text }) {
    const since = (instant) => inWords(Date.parse(instant) - Date.parse(this.result.from));
    const when = raisedAt === this.result.from ? t('flows.try.once') : t('flows.try.raised', { time: since(raisedAt) });
    return html`<article class="verdict raised ${this.draft.severity}">
      <b>${when}</b>
      <p class="message">${localized(title)}<br /><span class="soft">${localized(text)}</span></p>
      <p class="soft"><code>${reason}</code>${hits > 1 ? ` · ${t('flows.hits', { n: hits })}` : ''}</p>
      <p class="soft">${clearedAt ? t('flows.try.cleared', { time: since(clearedAt) }) : t('flows.try.open')}</p>
    </article>`;
  }
}

customElements.define('st-flow-try', FlowTry);
