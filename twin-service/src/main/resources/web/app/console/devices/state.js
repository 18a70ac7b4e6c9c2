// What a device is: online, silent, offline, never seen.
import { t } from '../../i18n.js';
import { badge } from '../parts/badge.js';

export const STATES = ['online', 'silent', 'offline', 'never'];

const TONES = { online: 'good', silent: 'warning' };

export const stateBadge = (state) => badge(TONES[state], t(`devices.state.${state}`));
