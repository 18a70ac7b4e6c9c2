// One socket in the list: to look at closer, and to switch.
import { html, nothing } from 'lit';
import { number, t } from '../i18n.js';
import { socketHref } from '../router.js';
import { POWER, SWITCH } from '../template.js';
import { icons } from '../ui/icons.js';
import { toggle } from '../ui/toggle.js';

// pending: what it is to become; switched: called with what is wanted, if the reader may.
export function socketItem(device, { pending, switched }) {
  const online = device.state === 'online';
  const value = device.reported?.[SWITCH];
  const on = online && Boolean(value);
  const name = device.alias ?? device.name;
  return html`<div class="card item">
    <a href=${socketHref(device)}>
      <span class="mark ${on ? 'on' : ''}">${icons.socket}</span>
      <span class="text">
        <span class="name">${name}</span>
        <span class="soft">${facts(device, { online, on }).join(' · ')}</span>
      </span>
    </a>
    ${value === undefined
      ? nothing
      : toggle({
          on: pending === undefined ? on : Boolean(pending),
          label: name,
          busy: pending !== undefined,
          disabled: !online || !switched,
          pressed: switched,
        })}
  </div>`;
}

function facts({ state, reported }, { online, on }) {
  if (!online) {
    return [t(`home.state.${state}`)];
  }
  const watts = reported?.[POWER];
  return [
    ...(reported?.[SWITCH] === undefined ? [] : [t(on ? 'switch.on' : 'switch.off')]),
    ...(on && watts !== undefined ? [`${number(watts, 'W')} W`] : []),
  ];
}
