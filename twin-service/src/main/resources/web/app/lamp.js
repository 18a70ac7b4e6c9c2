// The colour in which the lamp of a switched-on socket breathes: from blue without load over cyan,
// green and yellow to red, one watt a step.
const SECTION = 256;
const BLUE_INDEX = 4 * SECTION;
const RED_WATTS = 800;

export function lampColour(watts) {
  if (watts > RED_WATTS) {
    return 'rgb(255 0 0)';
  }
  const index = BLUE_INDEX - Math.trunc(Math.max(0, watts));
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
