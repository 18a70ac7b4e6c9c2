// The button: down and up with real duration, by mouse, touch or keyboard.
import { touch } from './agent.js';
import { t } from './words.js';

// The agent lets go of a button whose page has been silent for three seconds.
const RENEW_MILLIS = 1000;
const SECONDS_SHOWN = 15;
// A finger is never faster, but a tap on glass or a screen reader's click is; the socket would take
// it for a bounce.
const SHORTEST_MILLIS = 60;

const button = document.getElementById('button');
const ring = document.getElementById('held');
const hint = document.getElementById('hint');

let pressedAt = null;
let renewal;
let enabled = false;
let pairing = false;
let told = Promise.resolve();

// One after the other: two requests at once may overtake each other.
function tell(pressed) {
  told = told.then(() => touch('button', { pressed }));
}

function press(event) {
  if (!enabled || pressedAt !== null || event.button > 0) {
    return;
  }
  if (event.pointerId !== undefined) {
    button.setPointerCapture(event.pointerId);
  }
  pressedAt = performance.now();
  tell(true);
  renewal = setInterval(() => tell(true), RENEW_MILLIS);
  requestAnimationFrame(draw);
}

function release() {
  if (pressedAt === null) {
    return;
  }
  const missing = Math.max(0, SHORTEST_MILLIS - (performance.now() - pressedAt));
  pressedAt = null;
  clearInterval(renewal);
  told = told.then(() => new Promise((resolve) => setTimeout(resolve, missing)));
  tell(false);
  draw();
}

function draw() {
  const seconds = pressedAt === null ? 0 : (performance.now() - pressedAt) / 1000;
  button.classList.toggle('pressed', pressedAt !== null);
  ring.setAttribute('stroke-dasharray', `${Math.min(100, (seconds * 100) / SECONDS_SHOWN)} 100`);
  hint.textContent = pressedAt === null ? rest() : t(meaning(seconds));
  if (pressedAt !== null) {
    requestAnimationFrame(draw);
  }
}

function rest() {
  if (pairing) {
    return t('button.pairing');
  }
  return t(enabled ? 'button.rest' : 'button.real');
}

// What letting go now would do.
function meaning(seconds) {
  if (seconds < 1) {
    return 'button.click';
  }
  if (seconds < 5) {
    return 'button.hold';
  }
  if (seconds < 10) {
    return 'button.provision';
  }
  return seconds < 15 ? 'button.reset' : 'button.nothing';
}

export function showButton(view) {
  enabled = view.hands !== undefined;
  pairing = view.device !== null && view.pairing.open;
  button.setAttribute('aria-disabled', String(!enabled));
  button.setAttribute('aria-label', t('button.name'));
  if (pressedAt === null) {
    button.classList.toggle('pressed', Boolean(view.hands?.buttonPressed));
    if (hint.textContent !== rest()) {
      hint.textContent = rest();
    }
  }
}

button.addEventListener('pointerdown', press);
button.addEventListener('pointerup', release);
button.addEventListener('pointercancel', release);
button.addEventListener('lostpointercapture', release);
button.addEventListener('contextmenu', (event) => event.preventDefault());
button.addEventListener('keydown', (event) => {
  if (event.key === ' ' || event.key === 'Enter') {
    event.preventDefault();
    press(event);
  }
});
button.addEventListener('keyup', (event) => {
  if (event.key === ' ' || event.key === 'Enter') {
    release();
  }
});
button.addEventListener('click', (event) => {
  // Of a screen reader: there was no pointer.
  if (event.detail === 0) {
    press(event);
    release();
  }
});
button.addEventListener('blur', release);
window.addEventListener('blur', release);
window.addEventListener('pagehide', release);
