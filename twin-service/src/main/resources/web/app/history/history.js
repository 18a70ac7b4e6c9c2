// What a socket measured and used over time: live, by day, week, month and year.
import { LitElement, html } from 'lit';
import { t, textOf } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { label } from '../template.js';
import { icons } from '../ui/icons.js';
import { base, buttons } from '../ui/styles.js';
import * as api from './api.js';
import { historyStyles } from './history-styles.js';
import { SPANS, shifted, spanOf } from './spans.js';
import { spanText } from './times.js';
import './plot.js';
import './words.js';
import '../ui/choice.js';

const SHOWN = ['active_power', 'voltage', 'current'];
const ENERGY = 'energy';

class History extends LitElement {
  static properties = {
    device: { attribute: false },
    template: { attribute: false },
    twin: { attribute: false },
    subject: { state: true },
    kind: { state: true },
    span: { state: true },
    // { points } or { bill }, of the subject and span that are shown.
    data: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, historyStyles];

  #run = 0;

  constructor() {
    super();
    new SettingsController(this);
    this.subject = SHOWN[0];
    this.#show('day');
  }

  willUpdate(changed) {
    if (changed.has('device')) {
      this.#load();
    }
    if (changed.has('twin') && this.kind === 'live' && this.data) {
      this.#follow();
    }
  }

  // The newest report goes to the end of the live chart.
  #follow() {
    const newest = this.twin?.reported[this.subject];
    const at = newest && Date.parse(newest.at);
    this.span = spanOf('live', Date.now());
    const points = this.data.points.filter((point) => point.at >= this.span.from.getTime());
    const known = !newest || points.at(-1)?.at >= at;
    this.data = { points: known ? points : [...points, { at, mean: newest.value }] };
  }

  #show(kind) {
    this.kind = kind;
    this.span = spanOf(kind, Date.now());
  }

  async #load() {
    const run = (this.#run += 1);
    this.problem = undefined;
    this.data = undefined;
    try {
      const data =
        this.subject === ENERGY
          ? { bill: await api.energy(this.device, this.kind, this.span) }
          : { points: await api.readings(this.device, this.subject, this.kind, this.span) };
      // Somebody may have gone on meanwhile.
      if (run === this.#run) {
        this.data = data;
      }
    } catch (problem) {
      if (run === this.#run) {
        this.problem = problem;
      }
    }
  }

  get #property() {
    return this.template?.properties.find(({ id }) => id === this.subject);
  }

  render() {
    const properties = (this.template?.properties ?? []).filter(({ id }) => SHOWN.includes(id));
    const subjects = SHOWN.flatMap((id) => properties.filter((property) => property.id === id));
    return html`
      <st-choice
        .label=${t('history.property')}
        .value=${this.subject}
        .options=${[
          ...subjects.map((property) => ({ value: property.id, text: textOf(`history.${property.id}`) ?? label(property) })),
          { value: ENERGY, text: t('history.energy') },
        ]}
        @chosen=${({ detail }) => this.#choose(detail, this.kind)}
      ></st-choice>
      <section class="card">
        <st-choice
          .label=${t('history.span')}
          .value=${this.kind}
          .options=${Object.keys(SPANS).map((kind) => ({
            value: kind,
            text: t(`history.${kind}`),
            disabled: kind === 'live' && this.subject === ENERGY,
          }))}
          @chosen=${({ detail }) => this.#choose(this.subject, detail)}
        ></st-choice>
        ${this.#steps()}
        <st-plot
          .kind=${this.kind}
          .span=${this.span}
          .property=${this.subject === ENERGY ? undefined : this.#property}
          .data=${this.data}
          .problem=${this.problem}
          @again=${() => this.#load()}
        ></st-plot>
      </section>
    `;
  }

  #choose(subject, kind) {
    this.subject = subject;
    const possible = subject === ENERGY && kind === 'live' ? 'day' : kind;
    if (possible !== this.kind) {
      this.#show(possible);
    }
    this.#load();
  }

  #steps() {
    const live = this.kind === 'live';
    const latest = live || this.span.to > new Date();
    return html`<div class="span">
      <button class="icon" ?disabled=${live} aria-label=${t('history.earlier')}
        @click=${() => this.#move(-1)}>
        ${icons.back}
      </button>
      <h2 aria-live="polite">${spanText(this.kind, this.span)}</h2>
      <button class="icon" ?disabled=${latest} aria-label=${t('history.later')}
        @click=${() => this.#move(1)}>
        ${icons.forward}
      </button>
    </div>`;
  }

  #move(count) {
    const from = shifted(this.kind, this.span.from, count);
    this.span = { from, to: shifted(this.kind, from, 1) };
    this.#load();
  }
}

customElements.define('st-history', History);
