// How grave an alarm is: a shape, a colour and a word.
import { html } from 'lit';
import { t } from '../../i18n.js';

export const SEVERITIES = ['info', 'warning', 'critical'];

export function severityBadge(severity) {
  const name = severity.toLowerCase();
  return html`<span class="badge ${name}"><i></i>${t(`severity.${name}`)}</span>`;
}
