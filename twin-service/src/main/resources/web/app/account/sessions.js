// The browsers somebody is signed in with.
import { LitElement, html, nothing } from 'lit';
import { moment, problemText, t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { confirmation } from '../ui/confirm.js';
import { base, buttons } from '../ui/styles.js';
import * as api from './api.js';
import { sections } from './styles.js';

class Sessions extends LitElement {
  static properties = {
    list: { state: true },
    problem: { state: true },
    question: { state: true },
  };

  static styles = [base, buttons, sections];

  constructor() {
    super();
    new SettingsController(this);
    this.list = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    await this.#attempt(async () => (this.list = await api.sessions()));
  }

  render() {
    return html`<section class="card">
      <h2>${t('sessions.title')}</h2>
      ${this.problem
        ? html`<p class="error" role="alert">${problemText(this.problem)}</p>`
        : nothing}
      <ul>${this.list.map((session) => this.#session(session))}</ul>
      <div class="actions">
        <button @click=${this.#askAll}>${t('sessions.endAll')}</button>
      </div>
      ${this.question
        ? confirmation(this.question, () => (this.question = undefined))
        : nothing}
    </section>`;
  }

  #session({ id, agent, address, seenAt, current }) {
    return html`<li>
      <div>
        ${browser(agent) ?? t('sessions.unknown')}
        ${current ? html`<span class="tag">${t('sessions.current')}</span>` : nothing}
        <p class="soft">${t('sessions.seen', { time: moment(seenAt), address })}</p>
      </div>
      ${current
        ? nothing
        : html`<button aria-label="${t('sessions.end')}: ${browser(agent) ?? address}"
            @click=${() => this.#end(id)}>${t('sessions.end')}</button>`}
    </li>`;
  }

  #askAll() {
    this.question = {
      title: t('sessions.endAll'),
      text: t('sessions.endAll.text'),
      action: t('sessions.endAll'),
      run: async () => {
        await this.#attempt(api.endSessions);
        this.dispatchEvent(new CustomEvent('changed'));
      },
    };
  }

  async #end(id) {
    await this.#attempt(() => api.endSession(id));
    await this.load();
  }

  async #attempt(work) {
    this.problem = undefined;
    try {
      await work();
    } catch (problem) {
      this.problem = problem;
    }
  }
}

// "Firefox, Linux" of what a browser calls itself, which is a page of history.
const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['MicroMessenger', 'WeChat'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
];
const SYSTEMS = ['Android', 'iPhone', 'iPad', 'Windows', 'Macintosh', 'Linux'];

function browser(agent) {
  const name = BROWSERS.find(([sign]) => agent.includes(`${sign}/`))?.[1];
  const system = SYSTEMS.find((sign) => agent.includes(sign))?.replace('Macintosh', 'macOS');
  return [name, system].filter(Boolean).join(', ') || undefined;
}

customElements.define('st-sessions', Sessions);
