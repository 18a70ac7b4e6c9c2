// Off, in silence, or on.
import { t } from '../../i18n.js';
import { MODES } from './draft.js';

const TONES = { off: '', shadow: 'shadow', live: 'on' };

export const modes = () =>
  MODES.map((mode) => ({ value: mode, label: t(`flows.mode.${mode}`), tone: TONES[mode] }));
