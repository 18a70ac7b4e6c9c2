// All devices at a glance: who is there, how much is said, what takes time.
import { LitElement, html, nothing } from 'lit';
import { addWords, localized, t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { choice } from '../parts/choices.js';
import { inWords } from '../parts/durations.js';
import { failure, loading } from '../parts/notes.js';
import { Poll } from '../parts/poll.js';
import { partStyles } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import '../parts/words.js';
import * as api from './api.js';
import { fleetStyles } from './fleet-styles.js';
import { hopTable, slowestOf } from './hops.js';
import { rate, tiles, whole } from './tiles.js';
import words from './words.js';
import './line.js';
import './map.js';
import './runs.js';

addWords(words);

const EVERY_MILLIS = 2_000;
const MAP_EVERY = 5;
// An hour, as the service remembers.
const MOST_BEATS = 720;
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
        this.beats = [...this.beats, fleet.now].slice(-MOST_BEATS);
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
      ${this.problem && this.fleet
        ? html`<p class="error" role="alert">${t('parts.lost')}</p>`
        : failure(this.problem)}
      ${this.fleet ? this.#page() : this.problem ? nothing : loading()}`;
  }

  #page() {
    const { now, products, hops } = this.fleet;
    const slowest = slowestOf(hops);
    return html`<div class="tiles">${tiles(now, products, slowest)}</div>
      <section class="card map">${this.#map()}</section>
      <div class="curves">
        ${this.#curve('connected', ({ connected }) => connected, whole)}
        ${this.#curve('rate', ({ messagesPerSecond }) => messagesPerSecond, rate)}
        ${this.#curve('lag', ({ lagMilliseconds }) => lagMilliseconds, inWords)}
      </div>
      ${hopTable(hops, slowest)}
      <st-load-runs></st-load-runs>`;
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
              control: choice(
                this.productId,
                products.map(({ productId }) => ({ value: productId, label: name(productId) })),
                (id) => this.#pick(id),
              ),
            })
          : html`<span class="soft">${name(this.productId)}</span>`}
      </div>
      <st-fleet-map .map=${this.map}></st-fleet-map>`;
  }

  #curve(name, value, format) {
    const points = this.beats.map((beat) => ({ at: Date.parse(beat.at), value: value(beat) }));
    return html`<section class="card">
      <h2>${t(`fleet.curve.${name}`)}</h2>
      <st-line .points=${points} .format=${format} .label=${t(`fleet.curve.${name}`)}></st-line>
    </section>`;
  }
}

const size = ({ online, silent, offline, never }) => online + silent + offline + never;

const largest = (products) =>
  products.reduce((one, other) => (one && size(one) >= size(other) ? one : other), undefined)?.productId;

customElements.define('st-console-fleet', Fleet);
