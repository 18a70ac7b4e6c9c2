// The chart of a stretch of time with what it comes to, and the same as a table.
import { LitElement, html, nothing } from 'lit';
import { money, number, problemText, t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { label, unit } from '../template.js';
import { base, buttons } from '../ui/styles.js';
import { bars } from './bars.js';
import { lines } from './lines.js';
import { plotStyles } from './plot-styles.js';
import { table } from './table.js';
import { spanText } from './times.js';
import './chart.js';

class Plot extends LitElement {
  static properties = {
    kind: { attribute: false },
    span: { attribute: false },
    // The property whose readings it shows; of energy none.
    property: { attribute: false },
    // { points } or { bill }, undefined while it is on its way.
    data: { attribute: false },
    problem: { attribute: false },
  };

  static styles = [base, buttons, plotStyles];

  // What was shown last stays until there is something new.
  #shown;

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    if (this.data) {
      this.#shown = this.#drawn();
    }
    return html`
      <div class="plot ${this.data ? '' : 'waiting'}">
        <st-chart
          .option=${this.#shown?.option}
          .label=${this.#shown?.label}
          @unreachable=${() => (this.problem = { code: 'unreachable' })}
        ></st-chart>
        ${this.#notice()}
      </div>
      ${this.data && !this.#empty ? this.#result() : nothing}
    `;
  }

  #notice() {
    if (this.problem) {
      return html`<p role="alert">
        <span>${problemText(this.problem)}</span>
        <button @click=${() => this.dispatchEvent(new CustomEvent('again'))}>${t('retry')}</button>
      </p>`;
    }
    return this.data && this.#empty
      ? html`<p class="soft" role="status">${t('history.empty')}</p>`
      : nothing;
  }

  get #empty() {
    const { points, bill } = this.data;
    return bill ? bill.periods.every(({ kwh }) => kwh === 0) : points.length === 0;
  }

  get #unit() {
    return this.property ? unit(this.property) : 'kWh';
  }

  #drawn() {
    const { points, bill } = this.data;
    const time = spanText(this.kind, this.span);
    if (bill) {
      const kwh = number(bill.kwh, 'kWh');
      return { option: bars(this.kind, bill), label: t('history.bars', { time, kwh }) };
    }
    const words = Object.fromEntries(
      Object.entries(extremes(points)).map(([key, value]) => [key, number(value, this.#unit)]),
    );
    return {
      option: lines(this.kind, this.span, points, { unit: this.#unit }),
      label: t('history.chart', {
        name: this.property && label(this.property),
        time,
        unit: this.#unit,
        ...words,
      }),
    };
  }

  #result() {
    return html`
      ${this.data.bill ? this.#bill(this.data.bill) : this.#extremes()}
      ${this.kind === 'live' ? nothing : table(this.kind, this.data, this.#unit)}
    `;
  }

  #bill({ kwh, cost, currency }) {
    return html`<dl>
        ${figure(t('history.used'), number(kwh, 'kWh', 2), 'kWh')}
        ${currency ? figure(t('history.cost'), money(cost, currency)) : nothing}
      </dl>
      ${currency ? nothing : html`<p class="soft">${t('history.unpriced')}</p>`}`;
  }

  #extremes() {
    const { mean, low, high } = extremes(this.data.points);
    const text = (value) => number(value, this.#unit);
    return html`<dl>
      ${figure(t('history.mean'), text(mean), this.#unit)}
      ${figure(t('history.lowest'), text(low), this.#unit)}
      ${figure(t('history.highest'), text(high), this.#unit)}
    </dl>`;
  }
}

function figure(name, value, its) {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value} ${its ? html`<small>${its}</small>` : nothing}</dd>
  </div>`;
}

function extremes(points) {
  const sum = points.reduce((total, { mean }) => total + mean, 0);
  return {
    mean: points.length === 0 ? 0 : sum / points.length,
    low: Math.min(...points.map(({ low, mean }) => low ?? mean)),
    high: Math.max(...points.map(({ high, mean }) => high ?? mean)),
  };
}

customElements.define('st-plot', Plot);
