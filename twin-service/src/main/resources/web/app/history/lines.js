// Readings as a line, before the stretch from the lowest to the highest.
import { number } from '../i18n.js';
import { axis, common, tooltip, valueAxis } from './look.js';
import { gapMillis } from './spans.js';
import { pointTick, pointTime } from './times.js';

// Without load the line is to lie still, whatever the meter's noise.
const LOWEST_TOP = { W: 10, A: 0.1, VA: 10 };
const HOUR_MILLIS = 3_600_000;
const DAY_MILLIS = 24 * HOUR_MILLIS;
const TICK_MILLIS = { day: 3 * HOUR_MILLIS, week: DAY_MILLIS, year: 28 * DAY_MILLIS };

// points as of api.readings; property: { name, unit }.
export function lines(kind, { from, to }, points, { unit }) {
  return (colours) => ({
    ...common(colours),
    xAxis: {
      ...axis(colours),
      type: 'time',
      min: from.getTime(),
      max: to.getTime(),
      minInterval: TICK_MILLIS[kind],
      axisLabel: {
        color: colours.inkSoft,
        hideOverlap: true,
        formatter: (at) => pointTick(kind, at),
      },
    },
    yAxis: { ...valueAxis(colours, unit), scale: unit === 'V', max: lowestTop(unit) },
    tooltip: {
      ...tooltip(colours, 'line'),
      formatter: ([first]) => tip(kind, points[first.dataIndex - first.data[2]], unit),
    },
    dataZoom: [{ type: 'inside', minValueSpan: 60_000, zoomOnMouseWheel: 'ctrl' }],
    series: [
      ...(points.some(({ high }) => high !== undefined) ? band(kind, points, colours) : []),
      {
        type: 'line',
        data: gapped(kind, points, ({ mean }) => mean),
        showSymbol: false,
        step: kind === 'live' ? 'end' : undefined,
        lineStyle: { width: 2 },
        areaStyle: unit === 'V' ? undefined : { opacity: 0.12 },
        z: 3,
      },
      alone(kind, points),
    ],
  });
}

function tip(kind, { at, mean, low, high }, unit) {
  const text = (value) => number(value, unit);
  const range = high === undefined ? '' : `\n${text(low)} – ${text(high)} ${unit}`;
  return `${pointTime(kind, at)}\n{value|${text(mean)} ${unit}}${range}`;
}

function lowestTop(unit) {
  return LOWEST_TOP[unit] && (({ max }) => (max < LOWEST_TOP[unit] ? LOWEST_TOP[unit] : null));
}

// From lowest to highest, behind the mean.
function band(kind, points, { accent }) {
  const line = {
    type: 'line',
    stack: 'band',
    stackStrategy: 'all',
    silent: true,
    showSymbol: false,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
  };
  return [
    { ...line, data: gapped(kind, points, ({ low }) => low) },
    {
      ...line,
      data: gapped(kind, points, ({ low, high }) => high - low),
      areaStyle: { color: accent, opacity: 0.14 },
    },
  ];
}

// Points that no line reaches.
function alone(kind, points) {
  const far = (a, b) => !a || !b || b.at - a.at > gapMillis(kind);
  return {
    type: 'line',
    data: points
      .filter((point, i) => far(points[i - 1], point) && far(point, points[i + 1]))
      .map(({ at, mean }) => [at, mean]),
    silent: true,
    symbol: 'circle',
    symbolSize: 5,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
    z: 3,
  };
}

// [at, value, how many holes were before it]: a hole where nothing was reported keeps the line from
// crossing it.
function gapped(kind, points, value) {
  let holes = 0;
  return points.flatMap((point, i) => {
    const before = points[i - 1];
    const hole = before && point.at - before.at > gapMillis(kind);
    holes += hole ? 1 : 0;
    const shown = [point.at, value(point), holes];
    return hole ? [[before.at + 1, null, holes - 1], shown] : [shown];
  });
}
