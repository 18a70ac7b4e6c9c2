// What all charts look like.

export function common({ accent }) {
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 250,
    color: [accent],
    grid: { left: 4, right: 12, top: 28, bottom: 4, containLabel: true },
  };
}

export function axis({ edge }) {
  return { axisLine: { lineStyle: { color: edge } }, axisTick: { show: false } };
}

export function valueAxis({ line, inkSoft }, unit) {
  return {
    type: 'value',
    name: unit,
    nameGap: 8,
    nameTextStyle: { color: inkSoft, align: 'right' },
    splitNumber: 4,
    axisLabel: { color: inkSoft },
    splitLine: { lineStyle: { color: line } },
  };
}

// Drawn on the canvas: a tooltip of HTML brings inline styles, which our policy forbids.
export function tooltip({ card, ink, edge }, pointer) {
  return {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    backgroundColor: card,
    borderColor: edge,
    textStyle: { color: ink, fontSize: 13, rich: { value: { fontWeight: 600, color: ink } } },
    axisPointer: { type: pointer, lineStyle: { color: edge }, shadowStyle: { opacity: 0.1 } },
  };
}
