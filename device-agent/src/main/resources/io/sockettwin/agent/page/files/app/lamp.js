// The lamp in its true colour and pattern. The animations run in the style sheet, in step with each
// other, and are restarted only when the pattern changes.

const socket = document.getElementById('socket');
const lit = socket.querySelectorAll('[data-lit]');

export function showLamp({ lamp }) {
  socket.style.setProperty('--lamp', lamp.colour);
  for (const element of lit) {
    element.dataset.pattern = lamp.pattern;
  }
  const light = document.getElementById('lamp');
  light.dataset.pattern = lamp.pattern;
  light.dataset.colour = lamp.colour;
}
