// What one can lay hands on at an emulated socket: appliances, mains, network cable.
import { touch } from './agent.js';
import { has, number, t } from './words.js';

const MAINS = ['NORMAL', 'SAG', 'BROWN_OUT', 'SURGE', 'OUTAGE'];
const PLUG = 'M9 3v6M15 3v6M6 9h12v3a6 6 0 0 1-12 0zM12 18v3';
const ICONS = {
  charger: 'M8 3h8v18H8zM11 18h2M12 7l-2 4h4l-2 4',
  lamp: 'M8 3h8l3 9H5zM12 12v8M8 21h8',
  fridge: 'M6 2h12v20H6zM6 9h12M9 5v1M9 12v3',
  tv: 'M3 5h18v12H3zM8 21h8M12 17v4',
  heater: 'M4 7h16v11H4zM8 7v11M12 7v11M16 7v11M6 18v3M18 18v3M8 4c0-1 1-1 1-2M13 4c0-1 1-1 1-2',
  hairdryer: 'M14 5a5 5 0 1 1-5 7L3 10V7l6-2zM12 14l1 7h3l-1-7',
  pump: 'M12 20a6 6 0 1 1 0-12 6 6 0 0 1 0 12zM12 8V4h6M18 14h3M12 11v6M9 14h6M5 22h14',
  short: 'M13 2L5 13h6l-1 9 9-12h-6z',
  kettle: 'M7 6h9l2 13H5zM9 6a3 3 0 0 1 5 0M17 9c4 0 4 6 1 7M5 9l-2 2M5 22h13',
};

const appliances = document.getElementById('appliances');
const mains = document.getElementById('mains');
const cable = document.getElementById('cable');
const refusal = document.getElementById('refusal');
const other = document.getElementById('other');
const buttons = new Map();

export function showHands(view) {
  const hands = view.hands;
  document.getElementById('appliances-card').hidden = !hands;
  document.getElementById('faults-card').hidden = !hands;
  if (!hands) {
    return;
  }
  showAppliances(hands.appliances);
  showPlug(hands.appliances.filter((appliance) => appliance.plugged));
  for (const button of mains.children) {
    button.textContent = t(`mains.${button.dataset.condition}`);
    button.setAttribute('aria-pressed', String(button.dataset.condition === hands.mains));
  }
  cable.textContent = t(hands.cablePlugged ? 'cable.pull' : 'cable.plug');
  cable.dataset.plugged = hands.cablePlugged;
}

function showAppliances(list) {
  for (const [name, button] of buttons) {
    if (!list.some((appliance) => appliance.name === name)) {
      button.remove();
      buttons.delete(name);
    }
  }
  for (const appliance of list) {
    const button = buttons.get(appliance.name) ?? made(appliance);
    button.setAttribute('aria-pressed', String(appliance.plugged));
    button.querySelector('span').textContent = named(appliance);
    button.querySelector('small').textContent =
      appliance.powerFactor < 1
        ? `${number(appliance.watts, 0)} W · ${number(appliance.powerFactor, 2)}`
        : `${number(appliance.watts, 0)} W`;
  }
}

function named({ name }) {
  const key = `appliance.${name}`;
  return has(key) ? t(key) : name;
}

// What hangs on the socket, as a plug in it.
function showPlug(plugged) {
  document.getElementById('plug').toggleAttribute('hidden', plugged.length === 0);
  if (plugged.length > 0) {
    const watts = plugged.reduce((sum, appliance) => sum + appliance.watts, 0);
    document.getElementById('plug-name').textContent =
      plugged.length === 1 ? named(plugged[0]) : t('appliances.count', { count: plugged.length });
    document.getElementById('plug-watts').textContent = `${number(watts, 0)} W`;
  }
}

function made({ name }) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.appliance = name;
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[name] ?? PLUG);
  icon.append(path);
  button.append(icon, document.createElement('span'), document.createElement('small'));
  button.addEventListener('click', () =>
    move({ name, plugged: button.getAttribute('aria-pressed') !== 'true' }),
  );
  appliances.append(button);
  buttons.set(name, button);
  return button;
}

async function move(appliance) {
  const problem = await touch('appliances', appliance);
  refusal.hidden = problem === null;
  refusal.textContent = problem === null ? '' : t(`problem.${problem.code}`);
  return problem === null;
}

for (const condition of MAINS) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.condition = condition;
  button.addEventListener('click', () => touch('mains', { condition }));
  mains.append(button);
}

cable.addEventListener('click', () =>
  touch('cable', { plugged: cable.dataset.plugged !== 'true' }),
);

other.addEventListener('submit', async (event) => {
  event.preventDefault();
  const fields = new FormData(other);
  const done = await move({
    name: fields.get('name').trim(),
    plugged: true,
    watts: Number(fields.get('watts')),
    powerFactor: Number(fields.get('powerFactor')),
  });
  if (done) {
    other.elements.name.value = '';
  }
});
