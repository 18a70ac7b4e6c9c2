// One socket: its switch, what it measures, its countdown; live.
import { LitElement, html, nothing } from 'lit';
import * as api from '../api.js';
import { moment, problemText, t } from '../i18n.js';
import { lampColour } from '../lamp.js';
import { Live } from '../live.js';
import { HOME } from '../router.js';
import { SettingsController } from '../settings.js';
import { COUNTDOWN, SWITCH, display, has, label, readings, unit } from '../template.js';
import { icons } from '../ui/icons.js';
import { base, buttons } from '../ui/styles.js';
import { withPoint } from '../ui/trend.js';
import { Wishes } from '../wishes.js';
import { socketStyles } from './socket-styles.js';
import '../ui/countdown.js';
import '../ui/presence.js';
import '../ui/switch.js';
import '../ui/tile.js';

const POWER = 'active_power';

class SocketPage extends LitElement {
  static properties = {
    device: { attribute: false },
    operator: { type: Boolean },
    // Whether there are others to go back to.
    others: { type: Boolean },
    twin: { state: true },
    template: { state: true },
    connected: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, socketStyles];

  #live;
  #wishes;
  #trend = [];

  constructor() {
    super();
    new SettingsController(this);
    this.connected = true;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#wishes = new Wishes(this, this.device);
    this.#live = new Live(this.device, {
      twin: (twin) => this.#saw(twin),
      connected: (connected) => (this.connected = connected),
      problem: (problem) => (this.problem = problem),
    });
    this.#live.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#live.stop();
  }

  async #saw(twin) {
    this.twin = twin;
    this.problem = undefined;
    this.#wishes.saw(twin);
    // By this machine's clock: the socket's may be wrong.
    const power = twin.reported[POWER];
    if (power) {
      this.#trend = withPoint(this.#trend, Date.now(), power.value);
    }
    if (!this.template) {
      // Without it there are no names; the next change tries again.
      this.template = (await api.product(this.device.productId).catch(() => undefined))?.template;
    }
  }

  render() {
    return html`
      <div class="title">
        ${this.others
          ? html`<a class="back" href=${HOME} aria-label=${t('home.back')}>${icons.back}</a>`
          : nothing}
        <div>
          <h1>${this.device.name}</h1>
          <st-presence .presence=${this.twin?.presence}></st-presence>
        </div>
      </div>
      ${this.problem
        ? html`<p class="error" role="alert">${problemText(this.problem)}</p>`
        : html`<div class="columns ${this.connected ? '' : 'stale'}">
            ${this.#switch()}${this.#readings()}${this.#countdown()}
          </div>`}
      <div class="lost" role="status">${this.connected ? nothing : this.#lost()}</div>
    `;
  }

  #value(id) {
    return this.twin?.reported[id]?.value;
  }

  get #on() {
    const value = this.#value(SWITCH);
    return value === undefined ? undefined : Boolean(value);
  }

  get #online() {
    return this.twin?.presence.online ?? false;
  }

  #switch() {
    const pending = this.#wishes.pending(SWITCH);
    return html`<section class="card switch">
      <st-switch
        .on=${this.#on}
        .wanted=${pending && Boolean(pending.value)}
        .until=${pending?.until && t('switch.until', { time: moment(pending.until) })}
        .lamp=${this.#online ? lampColour(this.#on, this.#value(POWER) ?? 0) : undefined}
        .label=${this.device.name}
        ?online=${this.#online}
        ?readonly=${!this.operator}
        @wanted=${({ detail }) => this.#wishes.ask(SWITCH, detail ? 1 : 0)}
      ></st-switch>
      ${this.#end(SWITCH)}
    </section>`;
  }

  #countdown() {
    if (!has(this.template, COUNTDOWN)) {
      return nothing;
    }
    return html`<section class="card countdown">
      <st-countdown
        .on=${this.#on}
        .reported=${this.twin?.reported[COUNTDOWN]}
        .wanted=${this.#wishes.pending(COUNTDOWN)?.value}
        ?online=${this.#online}
        ?readonly=${!this.operator}
        @wanted=${({ detail }) => this.#wishes.ask(COUNTDOWN, detail)}
      ></st-countdown>
      ${this.#end(COUNTDOWN)}
    </section>`;
  }

  #readings() {
    return html`<section class="readings ${this.#online ? '' : 'old'}">
      <h2 class="visually-hidden">${t('readings.title')}</h2>
      <div class="tiles">
        ${readings(this.template).map(
          (property) => html`<st-tile
            class="card ${property.id}"
            .label=${label(property)}
            .value=${display(property, this.#value(property.id))}
            .unit=${unit(property)}
            >${property.id === POWER
              ? html`<st-trend
                  .points=${this.#trend}
                  .unit=${unit(property)}
                  ?live=${this.#online && this.connected}
                ></st-trend>`
              : nothing}</st-tile
          >`,
        )}
      </div>
      <p class="soft">${this.#reportedAt()}</p>
    </section>`;
  }

  #reportedAt() {
    const times = Object.values(this.twin?.reported ?? {}).map(({ at }) => at);
    if (times.length === 0) {
      return t(this.twin ? 'readings.none' : 'loading');
    }
    const time = moment(times.sort().at(-1), true);
    return t(this.#online ? 'readings.at' : 'readings.old', { time });
  }

  #end(property) {
    const end = this.#wishes.end(property);
    if (!end) {
      return nothing;
    }
    const text = end.stage ? t(`outcome.${end.stage}`, { status: end.status }) : problemText(end);
    return html`<p class="error" role="alert">${text}</p>`;
  }

  #lost() {
    return html`<span>${t('live.lost')}</span>
      <button @click=${() => this.#live.retry()}>${t('live.now')}</button>`;
  }
}

customElements.define('st-socket', SocketPage);
