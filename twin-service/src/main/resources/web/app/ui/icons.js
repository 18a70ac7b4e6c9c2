// Line icons on a 24 grid, drawn in the colour of the text around them.
import { svg, html } from 'lit';

export const draw = (shape) => html`
  <svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor"
    stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shape}</svg>`;

export const icons = {
  brand: draw(svg`<circle cx="12" cy="12" r="9.5"/><path d="M9 12h.01M15 12h.01" stroke-width="3.4"/>`),
  power: draw(svg`<path d="M12 3v9M6.8 6.2a8 8 0 1 0 10.4 0"/>`),
  system: draw(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor"/>`),
  light: draw(svg`<circle cx="12" cy="12" r="4"/><path d="M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5"/>`),
  dark: draw(svg`<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"/>`),
  account: draw(svg`<circle cx="12" cy="8.5" r="4"/><path d="M4.5 20a7.5 7.5 0 0 1 15 0"/>`),
  leave: draw(svg`<path d="M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4M15 8l4 4-4 4M19 12H9"/>`),
  back: draw(svg`<path d="M15 5l-7 7 7 7"/>`),
  up: draw(svg`<path d="M5 15l7-7 7 7"/>`),
  down: draw(svg`<path d="M5 9l7 7 7-7"/>`),
  forward: draw(svg`<path d="M9 5l7 7-7 7"/>`),
  close: draw(svg`<path d="M6 6l12 12M18 6L6 18"/>`),
  console: draw(svg`<path d="M4 5h16v14H4zM7.5 9l3 3-3 3M12.5 15h4"/>`),
  eye: draw(svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="3"/>`),
  hidden: draw(svg`<path d="M4 4l16 16M9.5 5.9A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.7 3.4M6.2 7.7A15.5 15.5 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4.3-1.1"/>`),
  alarm: draw(svg`<path d="M12 3.5 21.5 20h-19zM12 10v4.5M12 17.2v.1"/>`),
  bell: draw(svg`<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 21h4"/>`),
  socket: draw(svg`<rect x="3.5" y="3.5" width="17" height="17" rx="5"/><path d="M9.5 10v3M14.5 10v3" stroke-width="2.6"/>`),
  more: draw(svg`<path d="M4 7h9M19 7h1M4 17h1M11 17h9"/><circle cx="16" cy="7" r="2.6"/><circle cx="8" cy="17" r="2.6"/>`),
  add: draw(svg`<path d="M12 5v14M5 12h14"/>`),
  edit: draw(svg`<path d="M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z"/>`),
  check: draw(svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`),
  search: draw(svg`<circle cx="11" cy="11" r="6.5"/><path d="M16 16l4.5 4.5"/>`),
  clock: draw(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.2l3.4 2"/>`),
};
