// The figures of the moment.
import { html } from 'lit';
import { number, t } from '../../i18n.js';
import { inWords } from '../parts/durations.js';

const STATES = ['online', 'silent', 'offline', 'never'];

export const whole = (value) => number(value, '', 0);
export const rate = (value) => number(value, '', value < 10 ? 1 : 0);

export function tiles({ messagesPerSecond, lagMilliseconds, waiting }, products, slowest) {
  const sum = (state) => products.reduce((total, product) => total + product[state], 0);
  return [
    ...STATES.map((state) => tile(t(`fleet.${state}`), whole(sum(state)), '', state)),
    tile(t('fleet.rate'), rate(messagesPerSecond), t('fleet.rate.unit')),
    tile(t('fleet.lag'), inWords(lagMilliseconds), waiting > 0 ? t('fleet.waiting', { n: waiting }) : ''),
    slowest
      ? tile(t('fleet.slowest'), inWords(slowest.meanMilliseconds), t(`fleet.hop.${slowest.hop}`))
      : tile(t('fleet.slowest'), '–', t('fleet.slowest.none')),
  ];
}

function tile(label, value, detail, tone = '') {
  return html`<div class="card tile ${tone}">
    <span class="soft">${label}</span><b>${value}</b><span class="soft">${detail}</span>
  </div>`;
}
