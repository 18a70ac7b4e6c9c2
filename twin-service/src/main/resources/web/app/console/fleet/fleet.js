// All devices at a glance: who is there, how much is said, what takes time.
import { LitElement, html, nothing } from 'lit';
import { addWords, localized, number, problemText, t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { choice } from '../parts/choices.js';
import { inWords } from '../parts/durations.js';
import { Poll } from '../parts/poll.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import '../parts/words.js';
import * as api from './api.js';
import { fleetStyles } from './fleet-styles.js';
import { hopTable, slowestOf } from './hops.js';
import words from './words.js';
import './line.js';
import './map.js';

addWords(words);

const EVERY_MILLIS = 2_000;
const MAP_EVERY = 5;
const STATES = ['online', 'silent', 'offline', 'never'];
class Fleet extends LitElement {
  static properties = {
    path: { attribute: false },
    fleet: { state: true },
    beats: { state: true },
    map: { state: true },
    productId: { state: true },
    products: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, fields, partStyles, tableStyles, fleetStyles];

  #poll = new Poll(this, EVERY_MILLIS, () => this.#load());
  #round = 0;

  constructor() {
    super();
    new SettingsController(this);
    this.products = [];
  }

  async #load() {
    try {
      if (!this.beats) {
        [this.beats, this.products] = await Promise.all([api.pulse(), api.products()]);
      }
      const fleet = await api.fleet();
      this.fleet = fleet;
      if (fleet.now.at !== this.beats.at(-1)?.at) {
        this.beats = [...this.beats, fleet.now].slice(-720);
      }
      this.productId ??= largest(fleet.products);
      if (this.productId && this.#round++ % MAP_EVERY === 0) {
        await this.#draw();
      }
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #draw() {
    const { productId } = this;
    const map = await api.map(productId);
    if (productId === this.productId) {
      this.map = map;
    }
  }

  #pick(productId) {
    this.productId = productId;
    this.map = undefined;
    this.#draw().catch((problem) => (this.problem = problem));
  }

  render() {
    return html`<div class="head"><h1>${t('fleet.heading')}</h1></div>
      ${this.problem
        ? html`<p class="error" role="alert">${this.fleet ? t('parts.lost') : problemText(this.problem)}</p>`
        : nothing}
      ${this.fleet ? this.#page() : this.problem ? nothing : html`<p class="soft" role="status">${t('loading')}</p>`}`;
  }

  #page() {
    const { now, products, hops } = this.fleet;
    const sum = (state) => products.reduce((total, product) => total + product[state], 0);
    const slowest = slowestOf(hops);
    return html`<div class="tiles">
        ${STATES.map((state) => tile(t(`fleet.${state}`), whole(sum(state)), state))}
        ${tile(t('fleet.rate'), number(now.messagesPerSecond, '', now.messagesPerSecond < 100 ? 1 : 0), '', t('fleet.rate.unit'))}
        ${tile(t('fleet.lag'), inWords(now.lagMilliseconds), '', now.waiting > 0 ? t('fleet.waiting', { n: now.waiting }) : '')}
        ${tile(t('fleet.slowest'), slowest ? inWords(slowest.meanMilliseconds) : '–', '', slowest ? t(`fleet.hop.${slowest.hop}`) : t('fleet.slowest.none'))}
      </div>
      <section class="card map">${this.#map()}</section>
      <div class="curves">
        ${this.#curve('connected', ({ connected }) => connected, whole)}
        ${this.#curve('rate', ({ messagesPerSecond }) => messagesPerSecond, (value) => number(value, '', value < 10 ? 1 : 0))}
        ${this.#curve('lag', ({ lagMilliseconds }) => lagMilliseconds, inWords)}
      </div>
      ${hopTable(hops, slowest)}`;
  }

  #map() {
    const { products } = this.fleet;
    if (products.length === 0) {
      return html`<p class="empty soft">${t('fleet.none')}</p>`;
    }
    const name = (id) => localized(this.products.find((product) => product.id === id)?.name, id);
    return html`<div class="head">
        <h2>${t('fleet.map')}</h2>
        ${products.length > 1
          ? field({
              name: 'product',
              label: t('parts.product'),
              control: choice(this.productId, products.map(({ productId }) => ({ value: productId, label: name(productId) })), (id) => this.#pick(id)),
            })
          : html`<span class="soft">${name(this.productId)}</span>`}
      </div>
      <st-fleet-map .map=${this.map}></st-fleet-map>`;
  }

  #curve(name, value, format) {
    return html`<section class="card">
      <h2>${t(`fleet.curve.${name}`)}</h2>
      <st-line .points=${this.beats.map((beat) => ({ at: Date.parse(beat.at), value: value(beat) }))}
        .format=${format} .label=${t(`fleet.curve.${name}`)}></st-line>
    </section>`;
  }
}

const whole = (value) => number(value, '', 0);

const tile = (label, value, tone, detail) => html`<div class="card tile ${tone}">
  <span class="soft">${label}</span><b>${value}</b><span class="soft">${detail || '\u00a0'}</span>
</div>`;

const size = ({ online, silent, offline, never }) => online + silent + offline + never;

const largest = (products) =>
  products.reduce((one, other) => (one && size(one) >= size(other) ? one : other), undefined)?.productId;

customElements.define('st-console-fleet', Fleet);
