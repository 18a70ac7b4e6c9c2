// One alarm: what it says, the way it took, who was told, what people made of it.
import { LitElement, html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import { Feed } from '../parts/feed.js';
import { failure, loading } from '../parts/notes.js';
import { Question } from '../parts/question.js';
import { partStyles } from '../parts/styles.js';
import { alarmStyles } from './alarm-styles.js';
import * as api from './api.js';
import { facts } from './facts.js';
import { underWay } from './hops.js';
import { ways } from './ways.js';
import './comments.js';

// Receipts come without a word; until all are there they are asked for.
const RECEIPT_MILLIS = 1_000;

class Alarm extends LitElement {
  static properties = {
    alarmId: { attribute: false },
    alarm: { state: true },
    flow: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  static styles = [base, buttons, partStyles, alarmStyles];

  #question = new Question(this);
  #timer;
  #feed = new Feed(this, api.LIVE, {
    read: () => this.#read(),
    heard: ({ id }) => id === this.alarmId && this.#read(),
  });

  constructor() {
    super();
    new SettingsController(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  #read = () => this.#take(() => api.get(this.alarmId));

  // Whether it was answered, well or badly.
  async #take(ask) {
    clearTimeout(this.#timer);
    try {
      this.alarm = await ask();
      this.problem = undefined;
      this.flow ??= (await api.flows().catch(() => [])).find(({ id }) => id === this.alarm.flowId);
      if (this.isConnected && this.alarm.receipts?.some(underWay)) {
        this.#timer = setTimeout(this.#read, RECEIPT_MILLIS);
      }
      return true;
    } catch (problem) {
      this.problem = problem;
      return problem.status >= 400 && problem.status < 500;
    }
  }

  async #act(ask) {
    this.busy = true;
    await this.#take(ask);
    this.busy = false;
  }

  render() {
    const { alarm, problem } = this;
    return html`<a class="back" href=${href('console', 'alarms')}>${icons.back}${t('alarms.all')}</a>
      ${failure(problem)}
      ${this.#feed.connected ? nothing : html`<p class="notice" role="status">${t('parts.lost')}</p>`}
      ${alarm ? this.#page() : problem ? nothing : loading()}
      ${this.#question.render()}`;
  }

  #page() {
    const { alarm, flow, busy } = this;
    const state = alarm.state.toLowerCase();
    return html`<div class="head">
        <h1>${localized(alarm.title)}</h1>
        ${state === 'open'
          ? html`<button class="primary" ?disabled=${busy} @click=${this.#acknowledge}>
              ${t('alarms.acknowledge')}
            </button>`
          : nothing}
        ${state === 'cleared'
          ? nothing
          : html`<button ?disabled=${busy} @click=${this.#close}>${t('alarms.close')}</button>`}
      </div>
      <div class="both">
        <section class="card">${facts(alarm, flow)}</section>
        <st-alarm-comments class="card" .alarm=${alarm}
          @said=${({ detail }) => (this.alarm = detail)}></st-alarm-comments>
        <section class="card ways">${ways(alarm)}</section>
      </div>`;
  }

  #acknowledge = () => this.#act(() => api.acknowledge(this.alarmId));

  #close = async () => {
    const yes = await this.#question.ask({
      heading: t('alarms.close.ask', { title: localized(this.alarm.title) }),
      text: t('alarms.close.text'),
      yes: t('alarms.close'),
    });
    if (yes) {
      await this.#act(() => api.close(this.alarmId));
    }
  };
}

customElements.define('st-alarm', Alarm);
