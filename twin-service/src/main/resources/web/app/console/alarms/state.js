// What has become of an alarm.
import { html } from 'lit';
import { t } from '../../i18n.js';

const TONES = { open: 'critical', acknowledged: 'warning', cleared: 'good' };

export function stateBadge({ state }) {
  const name = state.toLowerCase();
  return html`<span class="badge ${TONES[name]}"><i></i>${t(`alarms.state.${name}`)}</span>`;
}
