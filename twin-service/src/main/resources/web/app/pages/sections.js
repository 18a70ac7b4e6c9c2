// The sections of a socket's page but for the first: each comes to life when its script is there.
import { html } from 'lit';

export const SECTIONS = ['', 'history', 'timers', 'alarms', 'settings'];

// shown: what the page knows of the socket, and what to do when the section changed or lacks it.
export function section(name, shown) {
  switch (name) {
    case 'history':
      load(import('../history/history.js'), shown);
      return html`<st-history
        .device=${shown.device}
        .twin=${shown.twin}
        .template=${shown.template}
      ></st-history>`;
    case 'timers':
      load(import('../timers/timers.js'), shown);
      return html`<st-timers
        .device=${shown.device}
        .about=${shown.about}
        ?control=${shown.rights.control}
      ></st-timers>`;
    case 'alarms':
      load(import('../alarms/alarms.js'), shown);
      return html`<st-alarms
        .device=${shown.device}
        ?control=${shown.rights.control}
      ></st-alarms>`;
    default:
      load(import('../device/settings.js'), shown);
      return html`<st-device-settings
        .device=${shown.device}
        .about=${shown.about}
        .product=${shown.product}
        .info=${shown.twin?.info}
        .rights=${shown.rights}
        @changed=${shown.changed}
      ></st-device-settings>`;
  }
}

function load(script, { failed }) {
  script.catch(failed);
}
