// How grave an alarm is.
import { t } from '../../i18n.js';
import { badge } from './badge.js';

export const SEVERITIES = ['info', 'warning', 'critical'];

export function severityBadge(severity) {
  const name = severity.toLowerCase();
  return badge(name, t(`severity.${name}`));
}
