// What the sections of rules look like together.
import { controlStyles } from './control-styles.js';
import { markStyles } from './mark-styles.js';
import { pageStyles } from './page-styles.js';

export const partStyles = [controlStyles, markStyles, pageStyles];
