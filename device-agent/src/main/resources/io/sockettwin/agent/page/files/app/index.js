// Puts the page together: every part gets each view of the socket.
import { watch } from './agent.js';
import { showLamp } from './lamp.js';
import { showButton } from './button.js';
import { showMeter } from './meter.js';
import { showTrace } from './trace.js';
import { showHands } from './hands.js';
import { showSchedule } from './schedule.js';
import { showPairing } from './pairing.js';
import { onWordsChanged, t, has } from './words.js';
import './settings.js';

let last;

function show(view) {
  last = view;
  document.getElementById('gone').hidden = true;
  document.getElementById('tripped').hidden = view.load !== 'TRIPPED';
  document.getElementById('who').textContent = view.device
    ? t('who', { device: view.device, service: view.service })
    : t('who.nobody');
  showStates(view);
  showLamp(view);
  showButton(view);
  showMeter(view);
  showTrace(view);
  showHands(view);
  showSchedule(view);
  showPairing(view);
  document.body.dataset.load = view.load;
}

function showStates(view) {
  chip('relay', t(`load.${view.load}`), { ON: 'good', TRIPPED: 'bad' }[view.load]);
  const loss = `loss.${view.link.loss}`;
  const link = has(loss) ? t(loss) : t(`link.${view.link.state}`);
  chip('link', link, { UP: 'good', DOWN: 'bad' }[view.link.state]);
  document.getElementById('link').dataset.state = view.link.state;
  const left = view.countdownSeconds;
  chip('countdown', t('countdown', { left: clock(left) }));
  document.getElementById('countdown').hidden = left === 0;
  chip('events', t('events', { count: view.pendingEvents }));
  document.getElementById('events').hidden = view.pendingEvents === 0;
}

function chip(id, text, mood = '') {
  const element = document.getElementById(id);
  if (element.textContent !== text) {
    element.textContent = text;
  }
  element.dataset.mood = mood;
}

function clock(seconds) {
  const two = (part) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

onWordsChanged(() => last && show(last));
watch(show, () => {
  document.getElementById('gone').hidden = false;
});
