// The colour of the socket's lamp, which follows from what it reports: green when off, when on from
// blue without load over cyan, green and yellow to red, one watt a step.
const SECTION = 256;
const BLUE_INDEX = 4 * SECTION;
const RED_WATTS = 800;

// How long the real one takes from dark to dark.
export const BREATH_MILLIS = 2338;

export function lampColour(on, watts) {
  return on ? powerColour(watts) : 'rgb(0 255 0)';
}

function powerColour(watts) {
  if (watts > RED_WATTS) {
    return 'rgb(255 0 0)';
  }
  const index = BLUE_INDEX - Math.trunc(watts);
  const rising = index % SECTION;
  const falling = SECTION - 1 - rising;
  const sections = [
    [255, rising, 0],
    [falling, 255, 0],
    [0, 255, rising],
    [0, falling, 255],
    [rising, 0, 255],
  ];
  return `rgb(${sections[Math.floor(index / SECTION)].join(' ')})`;
}
