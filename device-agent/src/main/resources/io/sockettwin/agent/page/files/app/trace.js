// The power of the last minute.
import { number } from './words.js';

const SPAN_MILLIS = 60_000;
const WIDTH = 600;
const HEIGHT = 72;
// An empty socket's line should not climb for a watt of noise.
const LEAST_TOP_WATTS = 20;

const samples = [];
const trace = document.getElementById('trace');

export function showTrace(view) {
  const now = performance.now();
  samples.push([now, view.reading.watts]);
  while (samples.length > 1 && samples[1][0] < now - SPAN_MILLIS) {
    samples.shift();
  }
  const top = Math.max(LEAST_TOP_WATTS, ...samples.map(([, watts]) => watts));
  const x = (at) => (WIDTH * (1 - (now - at) / SPAN_MILLIS)).toFixed(1);
  const y = (watts) => (HEIGHT - 3 - ((HEIGHT - 8) * watts) / top).toFixed(1);
  const line = samples.map(([at, watts]) => `${x(at)} ${y(watts)}`).join('L');
  trace.querySelector('.line').setAttribute('d', `M${line}`);
  const first = x(samples[0][0]);
  trace.querySelector('.area').setAttribute('d', `M${first} ${HEIGHT}L${line}V${HEIGHT}Z`);
  document.getElementById('trace-top').textContent = `${number(top, 0)} W`;
}
