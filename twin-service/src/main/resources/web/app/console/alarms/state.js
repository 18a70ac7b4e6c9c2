// What has become of an alarm.
import { t } from '../../i18n.js';
import { badge } from '../parts/badge.js';

const TONES = { open: 'critical', acknowledged: 'warning', cleared: 'good' };

export function stateBadge({ state }) {
  const name = state.toLowerCase();
  return badge(TONES[name], t(`alarms.state.${name}`));
}
