// What a device is burned with: its secret is shown once.
import { html } from 'lit';
import { t } from '../../i18n.js';
import '../parts/shown-once.js';

export function credentials(device) {
  const values = ['productId', 'name', 'secret'].map((key) => [t(`devices.credentials.${key}`), device[key]]);
  return html`<st-shown-once .heading=${t('devices.credentials')} .values=${values}></st-shown-once>`;
}
