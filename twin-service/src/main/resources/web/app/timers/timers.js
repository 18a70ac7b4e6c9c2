// The timers of a socket: when they fire next, on or off; a press opens one.
import { LitElement, html, nothing } from 'lit';
import { problemText, t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { icons } from '../ui/icons.js';
import { base, buttons } from '../ui/styles.js';
import { toggle, toggles } from '../ui/toggle.js';
import * as api from './api.js';
import { momentText, sentence } from './rule.js';
import { timersStyles } from './timers-styles.js';
import './editor.js';
import './words.js';

// A timer that fired has another next moment.
const REFRESH_MILLIS = 30_000;

class Timers extends LitElement {
  static properties = {
    device: { attribute: false },
    about: { attribute: false },
    control: { type: Boolean },
    timers: { state: true },
    // The one that is being edited, or {} for a new one.
    edited: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, toggles, timersStyles];

  #timer;

  constructor() {
    super();
    new SettingsController(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#timer = setInterval(() => !document.hidden && this.#load(), REFRESH_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  willUpdate(changed) {
    if (changed.has('device')) {
      this.#load();
    }
  }

  async #load() {
    try {
      this.timers = await api.timers(this.device);
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`
      ${this.problem
        ? html`<p class="error" role="alert">${problemText(this.problem)}</p>`
        : nothing}
      ${this.timers ? this.#list() : html`<p class="soft" role="status">${t('loading')}</p>`}
      ${this.control && this.timers
        ? html`<button class="primary add" @click=${() => (this.edited = {})}>
            ${icons.add}${t('schedule.add')}
          </button>`
        : nothing}
      ${this.edited
        ? html`<st-timer-editor
            .device=${this.device}
            .about=${this.about}
            .timer=${this.edited}
            ?readonly=${!this.control}
            @saved=${this.#load}
            @closed=${() => (this.edited = undefined)}
          ></st-timer-editor>`
        : nothing}
    `;
  }

  #list() {
    return this.timers.length === 0
      ? html`<div class="card empty">
          ${icons.clock}
          <p>${t('schedule.none')}</p>
          <p class="soft">${t('schedule.none.hint')}</p>
        </div>`
      : html`<ul>
          ${this.timers.map((timer) => html`<li class="card">${this.#timerItem(timer)}</li>`)}
        </ul>`;
  }

  #timerItem(timer) {
    const others = timer.actions.length - 1;
    const does = sentence(timer, this.device);
    return html`<button class="open ${timer.enabled ? '' : 'off'}"
        @click=${() => (this.edited = timer)}>
        <strong>${timer.name}</strong>
        ${does === timer.name ? nothing : html`<span>${does}</span>`}
        <span class="soft">
          ${this.#next(timer)}${others > 0 ? ` · ${t('schedule.scene', { count: others })}` : ''}
        </span>
      </button>
      ${toggle({
        on: timer.enabled,
        label: t('schedule.enabled', { name: timer.name }),
        disabled: !this.control,
        pressed: (enabled) => this.#enable(timer, enabled),
      })}`;
  }

  #next({ enabled, nextAt }) {
    if (!enabled) {
      return t('schedule.off');
    }
    return nextAt ? t('schedule.next', { time: momentText(nextAt) }) : t('schedule.over');
  }

  async #enable(timer, enabled) {
    try {
      const changed = await api.change(timer, { enabled });
      this.timers = this.timers.map((each) => (each.id === timer.id ? changed : each));
      this.problem = undefined;
    } catch (problem) {
      await this.#load();
      this.problem = problem;
    }
    this.requestUpdate();
  }
}

customElements.define('st-timers', Timers);
