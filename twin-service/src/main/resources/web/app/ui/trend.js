// A small line of the values of the last minutes, as far as this page saw them.
import { LitElement, css, html, svg } from 'lit';
import { number, t } from '../i18n.js';
import { base } from './styles.js';

const SPAN_MILLIS = 120_000;
const WIDTH = 240;
const HEIGHT = 48;

// The line's points, newest at the right edge, zero at the bottom.
export function line(points, now, width, height, top) {
  return points
    .map(({ at, value }) => {
      const x = width * (1 - (now - at) / SPAN_MILLIS);
      const y = height * (1 - value / top);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}

// The points with this one, without those too old to show but for one beyond the edge.
export function withPoint(points, at, value) {
  const kept = points.filter((_, i) => i === points.length - 1 || points[i + 1].at > at - SPAN_MILLIS);
  return [...kept, { at, value }];
}

function area(drawn, first) {
  return svg`
    <polygon points="${first},${HEIGHT} ${drawn} ${WIDTH},${HEIGHT}"/>
    <polyline points=${drawn} />`;
}

class Trend extends LitElement {
  static properties = { points: { attribute: false }, unit: { attribute: false } };

  static styles = [
    base,
    css`
      svg {
        display: block;
        width: 100%;
        height: ${HEIGHT}px;
        overflow: hidden;
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
        opacity: 0.12;
      }
      .floor {
        stroke: var(--line);
        vector-effect: non-scaling-stroke;
      }
    `,
  ];

  render() {
    const points = this.points ?? [];
    const max = Math.max(0, ...points.map((point) => point.value));
    const now = points.at(-1)?.at ?? 0;
    // Room for the stroke; a socket's own noise must not look like a load.
    const drawn = line(points, now, WIDTH, HEIGHT - 2, Math.max(10, max * 1.15));
    const first = drawn.split(',', 1)[0];
    return html`<svg
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      preserveAspectRatio="none"
      role="img"
      aria-label=${t('trend', { max: number(max, this.unit), unit: this.unit })}
    >
      <line class="floor" x1="0" x2=${WIDTH} y1=${HEIGHT - 1} y2=${HEIGHT - 1} />
      ${points.length < 2 ? '' : area(drawn, first)}
    </svg>`;
  }
}

customElements.define('st-trend', Trend);
