// A small line of the values of the last minutes, as far as this page saw them.
import { LitElement, css, html, svg } from 'lit';
import { number, t } from '../i18n.js';
import { base } from './styles.js';
import { Ticker } from './ticker.js';

const SPAN_MILLIS = 120_000;
const WIDTH = 240;
const HEIGHT = 48;
// Without load the line is to lie still, whatever the meter's noise.
const LOWEST_TOP = 10;

// The points with this one, without those too old to show but for one beyond the edge.
export function withPoint(points, at, value) {
  const edge = at - SPAN_MILLIS;
  const kept = points.filter((_, i) => i === points.length - 1 || points[i + 1].at > edge);
  return [...kept, { at, value }];
}

// Steps: between two reports the older one holds. Newest at the right edge, zero at the bottom.
function steps(points, now, end, top) {
  const x = (at) => (WIDTH * Math.max(0, 1 - (now - at) / SPAN_MILLIS)).toFixed(1);
  const y = (value) => ((HEIGHT - 2) * (1 - value / top) + 1).toFixed(1);
  return points.flatMap(({ at, value }, i) => [
    `${x(at)},${y(value)}`,
    `${x(points[i + 1]?.at ?? end)},${y(value)}`,
  ]);
}

class Trend extends LitElement {
  static properties = {
    points: { attribute: false },
    unit: { attribute: false },
    // Whether the newest value still holds.
    live: { type: Boolean },
  };

  static styles = [
    base,
    css`
      svg {
        display: block;
        width: 100%;
        height: var(--trend-height, 48px);
      }
      polyline {
        fill: none;
        stroke: var(--accent);
        stroke-width: 2;
        stroke-linejoin: round;
        vector-effect: non-scaling-stroke;
      }
      polygon {
        fill: var(--accent);
        opacity: 0.14;
      }
      line {
        stroke: var(--line);
        vector-effect: non-scaling-stroke;
      }
    `,
  ];

  constructor() {
    super();
    new Ticker(this);
  }

  render() {
    const points = this.points ?? [];
    const max = Math.max(0, ...points.map((point) => point.value));
    const label = t('trend', { max: number(max, this.unit), unit: this.unit });
    return html`<svg
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      preserveAspectRatio="none"
      role="img"
      aria-label=${label}
    >
      <line x1="0" x2=${WIDTH} y1=${HEIGHT - 0.5} y2=${HEIGHT - 0.5} />
      ${points.length > 0 ? this.#area(points, Math.max(LOWEST_TOP, max * 1.15)) : ''}
    </svg>`;
  }

  #area(points, top) {
    const now = Date.now();
    const corners = steps(points, now, this.live ? now : points.at(-1).at, top);
    const [left, right] = [corners[0], corners.at(-1)].map((corner) => corner.split(',')[0]);
    return svg`
      <polygon points="${left},${HEIGHT} ${corners.join(' ')} ${right},${HEIGHT}" />
      <polyline points=${corners.join(' ')} />`;
  }
}

customElements.define('st-trend', Trend);
