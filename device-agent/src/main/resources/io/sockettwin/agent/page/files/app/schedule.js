// The weekly timers: each change sends the whole schedule as the text the socket reads.
import { touch } from './agent.js';
import { dayName, t } from './words.js';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

const list = document.getElementById('timers');
const zone = document.getElementById('schedule-zone');
const form = document.getElementById('timer');
const choices = document.getElementById('timer-days');
const answer = document.getElementById('schedule-answer');
let shown = { zone: 'Z', timers: [] };
let drawn = '';

export function showSchedule({ schedule }) {
  shown = schedule;
  // A list drawn anew would take the focus away.
  const drawing = JSON.stringify(schedule) + t('title');
  if (drawing === drawn) {
    return;
  }
  drawn = drawing;
  zone.textContent = t('schedule.zone', { zone: place() });
  const rows = schedule.timers.map((timer, index) => row(timer, index));
  list.replaceChildren(...(rows.length > 0 ? rows : [nothing()]));
  for (const label of choices.children) {
    label.querySelector('span').textContent = dayName(Number(label.dataset.day));
  }
}

// A socket without timers takes the clocks of whoever gives it the first.
function place() {
  return shown.timers.length > 0 ? shown.zone : HERE;
}

function nothing() {
  const item = document.createElement('li');
  item.textContent = t('schedule.none');
  return item;
}

function row(timer, index) {
  const item = document.createElement('li');
  item.dataset.enabled = timer.enabled;
  const time = document.createElement('strong');
  time.textContent = timer.at;
  const days = document.createElement('span');
  days.textContent = daysOf(timer.days);
  const target = document.createElement('span');
  target.className = 'chip';
  target.dataset.mood = timer.on && timer.enabled ? 'good' : '';
  target.textContent = t(timer.on ? 'schedule.on' : 'schedule.off');
  const name = `${timer.at} ${days.textContent}`;
  item.append(
    time,
    days,
    target,
    action(t(timer.enabled ? 'schedule.pause' : 'schedule.resume'), name, () =>
      send(shown.timers.with(index, { ...timer, enabled: !timer.enabled })),
    ),
    action(t('schedule.remove'), name, () => send(shown.timers.toSpliced(index, 1))),
  );
  return item;
}

function action(text, of, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain';
  button.textContent = text;
  button.setAttribute('aria-label', `${text}: ${of}`);
  button.addEventListener('click', act);
  return button;
}

function daysOf(days) {
  if (days.length === DAYS.length) {
    return t('schedule.daily');
  }
  const inARow = days.length > 2 && days.at(-1) - days[0] === days.length - 1;
  return inARow
    ? `${dayName(days[0])} – ${dayName(days.at(-1))}`
    : days.map(dayName).join(', ');
}

function textOf({ days, at, on, enabled }) {
  const names = days.map((day) => DAYS[day - 1]).join(',');
  return `${names} ${at} ${on ? 'on' : 'off'}${enabled ? '' : ' paused'}`;
}

async function send(timers) {
  const schedule = [place(), ...timers.map(textOf)].join('; ');
  const problem = await touch('schedule', { schedule });
  answer.hidden = problem === null;
  answer.textContent =
    problem === null ? '' : t(problem.field ? 'schedule.bad' : `problem.${problem.code}`);
  return problem === null;
}

for (let day = 1; day <= DAYS.length; day++) {
  const label = document.createElement('label');
  label.dataset.day = day;
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.name = 'day';
  box.value = day;
  box.checked = true;
  label.append(box, document.createElement('span'));
  choices.append(label);
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const fields = new FormData(form);
  const days = fields.getAll('day').map(Number);
  if (days.length === 0) {
    answer.hidden = false;
    answer.textContent = t('schedule.noDay');
    return;
  }
  const on = fields.get('target') === 'on';
  await send([...shown.timers, { days, at: fields.get('at'), on, enabled: true }]);
});
