// Episodes as bars over time, a line for each device.
import { LitElement, css, html, svg } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { base } from '../../ui/styles.js';
import { exact } from '../parts/times.js';
import { ticks } from '../parts/axis.js';

const WIDTH = 1_000;
const ROW = 26;
const LEFT = 150;
const MOST_ROWS = 40;
// An episode of seconds in a month is still to be seen.
const NARROWEST = 3;

const shortened = (name) => (name.length > 20 ? `${name.slice(0, 19)}…` : name);

class Episodes extends LitElement {
  static properties = {
    // [{ device, raisedAt, clearedAt, reason, kind }]
    episodes: { attribute: false },
    from: { attribute: false },
    until: { attribute: false },
  };

  static styles = [
    base,
    css`
      :host {
        overflow-x: auto;
      }
      svg {
        display: block;
        width: 100%;
        min-width: 560px;
        font: 12px var(--font);
      }
      text {
        fill: var(--ink-soft);
      }
      line {
        stroke: var(--line);
      }
      rect {
        fill: var(--accent);
        opacity: 0.85;
      }
      .missed {
        fill: none;
        stroke: var(--bad);
        stroke-width: 2;
        stroke-dasharray: 4 3;
      }
      .added {
        fill: var(--notice);
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    const devices = [...new Set(this.episodes.map(({ device }) => device))].sort();
    const shown = devices.slice(0, MOST_ROWS);
    const height = shown.length * ROW + 28;
    const [from, until] = [Date.parse(this.from), Date.parse(this.until)];
    const x = (at) => LEFT + ((WIDTH - LEFT - 8) * (Math.min(Math.max(at, from), until) - from)) / (until - from);
    return html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img"
      aria-label=${t('flows.test.chart', { n: this.episodes.length, devices: devices.length })}>
      ${ticks(from, until).map(
        ({ at, label }) => svg`<line x1=${x(at)} x2=${x(at)} y1="0" y2=${height - 22} />
          <text x=${x(at)} y=${height - 6} text-anchor="middle">${label}</text>`,
      )}
      ${shown.map(
        (device, i) => svg`<text x="0" y=${i * ROW + 17}>${shortened(device)}</text>
          <line x1=${LEFT} x2=${WIDTH} y1=${i * ROW + ROW - 1} y2=${i * ROW + ROW - 1} />`,
      )}
      ${this.episodes
        .filter(({ device }) => shown.includes(device))
        .map((episode) => this.#bar(episode, shown.indexOf(episode.device), x, until))}
    </svg>`;
  }

  #bar({ raisedAt, clearedAt, reason, kind }, row, x, until) {
    const left = x(Date.parse(raisedAt));
    const width = Math.max(NARROWEST, x(clearedAt ? Date.parse(clearedAt) : until) - left);
    return svg`<rect class=${kind ?? ''} x=${left} y=${row * ROW + 6} width=${width} height="13" rx="3">
      <title>${exact(raisedAt)} · ${reason}</title></rect>`;
  }
}

customElements.define('st-episodes', Episodes);
