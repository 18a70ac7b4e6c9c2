// A chart of ECharts in the colours of the page. It hears of a new option, size, theme and language.
import { LitElement, css, html, unsafeCSS } from 'lit';
import { SettingsController } from '../settings.js';
import { base } from '../ui/styles.js';

const TOKENS = ['ink', 'ink-soft', 'line', 'accent', 'card', 'edge'];

class Chart extends LitElement {
  static properties = {
    // colours => the option of ECharts.
    option: { attribute: false },
    // What the chart says, for those who do not see it.
    label: { attribute: false },
  };

  static styles = [
    base,
    css`
      :host,
      .chart {
        height: 100%;
      }
      ${unsafeCSS(TOKENS.map((name) => `.${name} { color: var(--${name}); }`).join(''))}
    `,
  ];

  #chart;
  #loading;
  #size = new ResizeObserver(() => this.#chart?.resize());
  #scheme = matchMedia('(prefers-color-scheme: dark)');
  #redraw = () => this.requestUpdate();

  constructor() {
    super();
    new SettingsController(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#scheme.addEventListener('change', this.#redraw);
    this.#size.observe(this);
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#scheme.removeEventListener('change', this.#redraw);
    this.#size.disconnect();
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  render() {
    return html`<div class="chart" role="img" aria-label=${this.label ?? ''}></div>
      ${TOKENS.map((name) => html`<i class=${name} hidden></i>`)}`;
  }

  async updated() {
    this.#loading ??= import('./echarts.js').catch(() => {
      this.#loading = undefined;
      this.dispatchEvent(new CustomEvent('unreachable'));
    });
    const echarts = await this.#loading;
    if (!echarts || !this.isConnected || !this.option) {
      return;
    }
    this.#chart ??= echarts.init(this.renderRoot.querySelector('.chart'));
    this.#chart.setOption(this.option(this.#colours()), { notMerge: true });
  }

  // As computed: a custom property itself keeps its light-dark().
  #colours() {
    const colour = (name) => getComputedStyle(this.renderRoot.querySelector(`.${name}`)).color;
    return Object.fromEntries(TOKENS.map((name) => [name.replace('-s', 'S'), colour(name)]));
  }
}

customElements.define('st-chart', Chart);
