// The switch of a socket, what it measures, its countdown.
import { LitElement, html, nothing } from 'lit';
import { moment, problemText, t } from '../i18n.js';
import { lampColour } from '../lamp.js';
import { SettingsController } from '../settings.js';
import { COUNTDOWN, POWER, SWITCH, display, has, label, readings, unit } from '../template.js';
import { base, buttons } from '../ui/styles.js';
import { Wishes } from '../wishes.js';
import { controlStyles } from './control-styles.js';
import '../ui/countdown.js';
import '../ui/switch.js';
import '../ui/tile.js';
import '../ui/trend.js';

class Control extends LitElement {
  static properties = {
    // How it is called, for those who do not see the page.
    name: { attribute: false },
    twin: { attribute: false },
    template: { attribute: false },
    // How the product wants its panel.
    panel: { attribute: false },
    trend: { attribute: false },
    device: { attribute: false },
    connected: { type: Boolean },
    // Whether the reader may switch.
    control: { type: Boolean },
  };

  static styles = [base, buttons, controlStyles];

  // Its own, so that a wish alone draws it anew.
  #wishes;

  constructor() {
    super();
    new SettingsController(this);
  }

  willUpdate(changed) {
    if (changed.has('device')) {
      this.#wishes = new Wishes(this, this.device);
    }
    if (changed.has('twin') && this.twin) {
      this.#wishes.saw(this.twin);
    }
  }

  render() {
    return html`<div class="columns ${this.connected ? '' : 'stale'}">
      ${this.#switch()}${this.#readings()}${this.#countdown()}
    </div>`;
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
        .lamp=${this.#online && this.connected ? lampColour(this.#value(POWER) ?? 0) : undefined}
        .label=${this.name}
        ?online=${this.#online}
        ?readonly=${!this.control}
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
        ?readonly=${!this.control}
        @wanted=${({ detail }) => this.#wishes.ask(COUNTDOWN, detail)}
      ></st-countdown>
      ${this.#end(COUNTDOWN)}
    </section>`;
  }

  #readings() {
    return html`<section class="readings ${this.#online ? '' : 'old'}">
      <h2 class="visually-hidden">${t('readings.title')}</h2>
      <div class="tiles ${this.panel?.tiles ? 'own' : ''}">
        ${readings(this.template, this.panel).map(
          (property) => html`<st-tile
            class="card ${property.id} ${property.style ?? ''}"
            .label=${label(property)}
            .value=${display(property, this.#value(property.id))}
            .unit=${unit(property)}
            .icon=${property.icon}
            >${property.id === POWER
              ? html`<st-trend
                  .points=${this.trend}
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
}

customElements.define('st-control', Control);
