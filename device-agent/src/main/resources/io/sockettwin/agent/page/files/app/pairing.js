// Tells the socket who it is, while it may be told.
import { touch } from './agent.js';
import { t } from './words.js';

const form = document.getElementById('pairing');
const time = document.getElementById('pairing-time');
const answer = document.getElementById('pairing-answer');

export function showPairing({ pairing, device }) {
  if (pairing.open && form.hidden) {
    clear();
  }
  form.hidden = !pairing.open;
  const words =
    pairing.secondsLeft === undefined
      ? t('pairing.any')
      : t('pairing.left', { seconds: pairing.secondsLeft, device: device ?? '' });
  if (time.textContent !== words) {
    time.textContent = words;
  }
}

function clear() {
  form.reset();
  answer.textContent = '';
  mark(null);
}

function mark(field) {
  for (const input of form.querySelectorAll('input')) {
    input.setAttribute('aria-invalid', String(input.name === field));
  }
  form.elements[field]?.focus();
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(form));
  const problem = await touch('pairing', fields);
  if (problem === null) {
    clear();
    return;
  }
  mark(problem.field ?? null);
  answer.textContent = t(problem.field ? `pairing.bad.${problem.field}` : `problem.${problem.code}`);
});
