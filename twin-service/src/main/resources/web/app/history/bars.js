// Energy as bars, one a period.
import { number } from '../i18n.js';
import { axis, common, tooltip, valueAxis } from './look.js';
import { barTick, barTime } from './times.js';

// periods as of api.energy.
export function bars(kind, { periods }) {
  return (colours) => ({
    ...common(colours),
    xAxis: {
      ...axis(colours),
      type: 'category',
      data: periods.map(({ from }) => from),
      axisLabel: {
        color: colours.inkSoft,
        hideOverlap: true,
        formatter: (from) => barTick(kind, from),
      },
    },
    yAxis: valueAxis(colours, 'kWh'),
    tooltip: {
      ...tooltip(colours, 'shadow'),
      formatter: ([{ dataIndex }]) =>
        `${barTime(kind, periods[dataIndex].from)}\n{value|${number(periods[dataIndex].kwh, 'kWh')} kWh}`,
    },
    series: [
      {
        type: 'bar',
        data: periods.map(({ kwh }) => kwh),
        barMaxWidth: 40,
        itemStyle: { borderRadius: [4, 4, 0, 0] },
      },
    ],
  });
}
