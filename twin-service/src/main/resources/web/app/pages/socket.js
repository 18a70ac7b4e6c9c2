// One socket: who it is and whether it is there, live; its sections below.
import { LitElement, html, nothing } from 'lit';
import * as api from '../api.js';
import { problemText, t } from '../i18n.js';
import { Live } from '../live.js';
import { HOME, socketHref } from '../router.js';
import { SettingsController } from '../settings.js';
import { POWER, SWITCH } from '../template.js';
import { icons } from '../ui/icons.js';
import { base, buttons } from '../ui/styles.js';
import { withPoint } from '../ui/trend.js';
import { SECTIONS, section } from './sections.js';
import { socketStyles } from './socket-styles.js';
import './control.js';
import './tripped.js';
import '../ui/presence.js';

class SocketPage extends LitElement {
  static properties = {
    device: { attribute: false, hasChanged: differs },
    section: { attribute: false },
    // What the reader may do: { control, arrange }.
    rights: { attribute: false },
    // Whether there are others to go back to.
    others: { type: Boolean },
    twin: { state: true },
    product: { state: true },
    // What is said about it: its alias, home and room.
    about: { state: true },
    connected: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, socketStyles];

  #live;
  // One object for as long as it is the same socket: what its sections have begun goes by it.
  #device;
  #trend = [];
  #powerAt;

  constructor() {
    super();
    new SettingsController(this);
    this.connected = true;
    this.section = '';
    this.rights = {};
  }

  connectedCallback() {
    super.connectedCallback();
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

  willUpdate(changed) {
    if (changed.has('device')) {
      this.#device = this.device;
    }
  }

  async #saw(twin) {
    this.twin = twin;
    this.problem = undefined;
    const power = twin.reported[POWER];
    if (power && power.at !== this.#powerAt) {
      this.#powerAt = power.at;
      // By this machine's clock: the socket's may be wrong.
      this.#trend = withPoint(this.#trend, Date.now(), power.value);
    }
    // Without them there are no names; the next change tries again.
    this.product ??= await api.product(this.device.productId).catch(() => undefined);
    this.about ??= await api.device(this.device).catch(() => undefined);
  }

  get #name() {
    return this.about?.alias ?? this.device.name;
  }

  updated() {
    document.title = `${this.#name} · SocketTwin`;
  }

  render() {
    return html`
      <div class="title">
        ${this.others
          ? html`<a class="back" href=${HOME} aria-label=${t('home.back')}>${icons.back}</a>`
          : nothing}
        <div>
          <h1>${this.#name}</h1>
          <st-presence .presence=${this.twin?.presence}></st-presence>
        </div>
      </div>
      ${this.problem
        ? html`<p class="error" role="alert">${problemText(this.problem)}</p>`
        : html`${this.#navigation()}${this.#section()}`}
      <div class="lost" role="status">${this.connected ? nothing : this.#lost()}</div>
    `;
  }

  #navigation() {
    return html`<nav aria-label=${t('socket.sections')}>
      ${SECTIONS.map(
        (name) => html`<a
          href=${socketHref(this.device, name)}
          aria-current=${name === this.section ? 'page' : nothing}
          >${t(`socket.${name || 'control'}`)}</a
        >`,
      )}
    </nav>`;
  }

  #section() {
    if (this.section === '') {
      return html`<st-tripped
          .device=${this.#device}
          ?off=${this.twin?.reported[SWITCH]?.value === 0}
        ></st-tripped>
        <st-control
          .name=${this.#name}
          .twin=${this.twin}
          .template=${this.product?.template}
          .panel=${this.product?.panel}
          .trend=${this.#trend}
          .device=${this.#device}
          ?connected=${this.connected}
          ?control=${this.rights.control}
        ></st-control>`;
    }
    return section(this.section, {
      device: this.#device,
      twin: this.twin,
      product: this.product,
      template: this.product?.template,
      about: this.about,
      rights: this.rights,
      changed: ({ detail }) => (this.about = detail),
      failed: () => (this.problem = new api.Problem('unreachable')),
    });
  }

  #lost() {
    return html`<span>${t('live.lost')}</span>
      <button @click=${() => this.#live.retry()}>${t('live.now')}</button>`;
  }
}

// Whoever draws this page makes a new one each time.
function differs(device, other) {
  return device.productId !== other?.productId || device.name !== other?.name;
}

customElements.define('st-socket', SocketPage);
