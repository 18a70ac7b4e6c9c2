// A value over the last hour, as a line.
import { LitElement, css, html, nothing, svg } from 'lit';
import { SettingsController } from '../../settings.js';
import { base } from '../../ui/styles.js';
import { ticks } from '../parts/axis.js';
import { moment } from '../../i18n.js';

const WIDTH = 400;
const HEIGHT = 120;
const SPAN_MILLIS = 3_600_000;

const upright = (x, kind = '') => svg`<line class=${kind} x1=${x} x2=${x} y1="0" y2=${HEIGHT} />`;

class Line extends LitElement {
  static properties = {
    // [{ at, value }], the oldest first
    points: { attribute: false },
    format: { attribute: false },
    label: {},
    pointed: { state: true },
  };

  static styles = [
    base,
    css`
      figure {
        position: relative;
        margin: 0;
      }
      svg {
        display: block;
        width: 100%;
        height: 120px;
        touch-action: pan-y;
      }
      polyline {
        fill: none;
        stroke: var(--accent);
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
        stroke-linejoin: round;
      }
      polygon {
        fill: var(--accent);
        opacity: 0.13;
      }
      line {
        stroke: var(--line);
        vector-effect: non-scaling-stroke;
      }
      .pointer {
        stroke: var(--ink-soft);
      }
      figcaption,
      .axis {
        display: flex;
        justify-content: space-between;
        color: var(--ink-soft);
        font-size: 0.8125rem;
        font-variant-numeric: tabular-nums;
      }
      b {
        color: var(--ink);
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
    this.points = [];
  }

  render() {
    const { points, format } = this;
    const until = points.at(-1)?.at ?? Date.now();
    const from = Math.min(points[0]?.at ?? until, until - SPAN_MILLIS / 6);
    const top = Math.max(1, ...points.map(({ value }) => value)) * 1.1;
    const x = (at) => (WIDTH * (at - from)) / Math.max(1, until - from);
    const y = (value) => HEIGHT - (HEIGHT - 2) * (value / top);
    const line = points.map(({ at, value }) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
    const shown = this.pointed ?? points.at(-1);
    const value = shown ? format(shown.value) : '';
    return html`<figure>
      <figcaption>
        <span>${format(top / 1.1)}</span>
        <span><b>${value}</b>${this.pointed ? ` · ${moment(shown.at, true)}` : ''}</span>
      </figcaption>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img"
        aria-label="${this.label}: ${value}" @pointermove=${(event) => this.#point(event, from, until)}
        @pointerleave=${() => (this.pointed = undefined)}>
        ${ticks(from, until).map(({ at }) => upright(x(at)))}
        ${points.length > 1
          ? svg`<polygon points="${x(points[0].at)},${HEIGHT} ${line} ${x(until)},${HEIGHT}" />
              <polyline points=${line} />`
          : nothing}
        ${this.pointed ? upright(x(shown.at), 'pointer') : nothing}
      </svg>
      <div class="axis"><span>${moment(from)}</span><span>${moment(until)}</span></div>
    </figure>`;
  }

  #point({ offsetX, currentTarget }, from, until) {
    const at = from + ((until - from) * offsetX) / currentTarget.clientWidth;
    this.pointed = this.points.reduce(
      (one, other) => (one && Math.abs(one.at - at) <= Math.abs(other.at - at) ? one : other),
      undefined,
    );
  }
}

customElements.define('st-line', Line);
