// The icons a tile may have, by the names that a product's panel has for them.
import { svg } from 'lit';
import { draw, icons } from './icons.js';

export const tileIcons = {
  power: icons.power,
  bolt: draw(svg`<path d="M13 3 5 14h6l-1 7 8-11h-6z"/>`),
  wave: draw(svg`<path d="M2.5 12c3-10 6.5-10 9.5 0s6.5 10 9.5 0"/>`),
  current: draw(svg`<path d="M3 12h16M13 6l6 6-6 6"/>`),
  gauge: draw(svg`<path d="M4.5 18a9 9 0 1 1 15 0M12 14l4-5"/>`),
  energy: draw(svg`<path d="M5 20V10M12 20V4M19 20v-7"/>`),
  temperature: draw(svg`<path d="M14 13.5V5a2 2 0 0 0-4 0v8.5a4.5 4.5 0 1 0 4 0z"/>`),
  water: draw(svg`<path d="M12 3.5c4 5 6 7.5 6 10.5a6 6 0 0 1-12 0c0-3 2-5.5 6-10.5z"/>`),
  lamp: draw(svg`<path d="M9.5 17.5h5M10.5 21h3M8.5 14.5a6 6 0 1 1 7 0v3h-7z"/>`),
  clock: icons.clock,
  alarm: icons.alarm,
  socket: icons.socket,
};
