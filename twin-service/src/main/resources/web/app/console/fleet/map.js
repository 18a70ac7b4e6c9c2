// Thousands of devices as dots, in the order of their names; a dot that is pointed at says who it is.
import { LitElement, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { base } from '../../ui/styles.js';
import { mapStyles } from './map-styles.js';
import { whole } from './tiles.js';

const LETTERS = { o: 'online', s: 'silent', f: 'offline', n: 'never' };
const SMALLEST = 5;
const LARGEST = 20;
const HEIGHT = 340;

// Cells as large as the place allows.
export function layout(count, width) {
  const fitting = Math.floor(Math.sqrt((width * HEIGHT) / Math.max(1, count)));
  const cell = Math.min(LARGEST, Math.max(SMALLEST, fitting));
  const columns = Math.max(1, Math.floor(width / cell));
  return { cell, columns, height: Math.max(1, Math.ceil(count / columns)) * cell };
}

class FleetMap extends LitElement {
  static properties = { map: { attribute: false }, pointed: { state: true } };

  static styles = [base, mapStyles];

  #resized = new ResizeObserver(() => this.#draw());

  constructor() {
    super();
    new SettingsController(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  render() {
    const { map, pointed } = this;
    const counts = Object.fromEntries(Object.keys(LETTERS).map((letter) => [letter, 0]));
    for (const letter of map?.states ?? '') {
      counts[letter] += 1;
    }
    return html`<ul>
        ${Object.entries(LETTERS).map(
          ([letter, state]) => html`<li class=${state}>
            <i data-state=${letter}></i><span>${t(`fleet.${state}`)} ${map ? whole(counts[letter]) : ''}</span>
          </li>`,
        )}
      </ul>
      <canvas ?hidden=${!map} role="img" aria-label=${t('fleet.map.label', { total: map?.total ?? 0 })}
        @pointermove=${this.#point} @pointerleave=${() => (this.pointed = undefined)}
        @click=${this.#open}></canvas>
      <output>${pointed === undefined ? this.#limit() : this.#device(pointed)}</output>`;
  }

  #device(index) {
    const { names, states } = this.map;
    return html`<b>${names[index]}</b> · ${t(`fleet.${LETTERS[states[index]]}`)}`;
  }

  #limit() {
    const { names, total } = this.map ?? { names: [], total: 0 };
    return total > names.length ? t('fleet.map.first', { shown: names.length, total }) : nothing;
  }

  updated(changed) {
    // Thousands of dots are not drawn anew for each movement of the pointer.
    if (!(changed.has('pointed') && changed.size === 1)) {
      this.#draw();
    }
  }

  #layout() {
    return layout(this.map.names.length, this.renderRoot.querySelector('canvas').clientWidth);
  }

  #draw() {
    const canvas = this.renderRoot.querySelector('canvas');
    if (!this.map || !canvas?.clientWidth) {
      return;
    }
    const { cell, columns, height } = this.#layout();
    const scale = devicePixelRatio;
    canvas.width = canvas.clientWidth * scale;
    canvas.height = height * scale;
    const pen = canvas.getContext('2d');
    pen.scale(scale, scale);
    const gap = cell > 8 ? 3 : 1;
    // By colour: setting it is what takes time.
    for (const mark of this.renderRoot.querySelectorAll('i')) {
      pen.fillStyle = getComputedStyle(mark).color;
      pen.beginPath();
      for (let i = 0; i < this.map.states.length; i++) {
        if (this.map.states[i] === mark.dataset.state) {
          const [left, top] = [(i % columns) * cell, Math.floor(i / columns) * cell];
          pen.roundRect(left, top, cell - gap, cell - gap, gap);
        }
      }
      pen.fill();
    }
  }

  #at({ offsetX, offsetY }) {
    if (!this.map) {
      return undefined;
    }
    const { cell, columns } = this.#layout();
    const column = Math.floor(offsetX / cell);
    const index = Math.floor(offsetY / cell) * columns + column;
    return column < columns && index < this.map.names.length ? index : undefined;
  }

  #point = (event) => {
    this.pointed = this.#at(event);
  };

  #open = (event) => {
    const index = this.#at(event);
    if (index !== undefined) {
      location.hash = href('console', 'devices', this.map.productId, this.map.names[index]);
    }
  };
}

customElements.define('st-fleet-map', FleetMap);
