// The operator's side of the app: loaded when somebody goes there.
import { LitElement, html } from 'lit';
import { addWords, problemText, t } from '../i18n.js';
import { Problem } from '../rest.js';
import { href } from '../router.js';
import { SettingsController } from '../settings.js';
import { base, buttons } from '../ui/styles.js';
import en from './words/en.js';
import zh from './words/zh.js';

addWords({ en, zh });

// Each loaded when somebody goes there: its script, then its element.
const SECTIONS = {
  access: {
    load: () => import('./access/access.js'),
    show: (path) => html`<st-console-access .path=${path}></st-console-access>`,
  },
};

class Console extends LitElement {
  static properties = { path: { attribute: false }, problem: { state: true } };

  static styles = [base, buttons];

  constructor() {
    super();
    new SettingsController(this);
    this.path = [];
  }

  willUpdate(changed) {
    if (changed.has('path')) {
      this.problem = undefined;
      SECTIONS[this.path[0]]?.load().catch(() => (this.problem = new Problem('unreachable')));
    }
  }

  render() {
    const [section, ...rest] = this.path;
    if (this.problem) {
      return html`<p class="error" role="alert">${problemText(this.problem)}</p>`;
    }
    return section in SECTIONS ? SECTIONS[section].show(rest) : this.#overview();
  }

  #overview() {
    return html`<h1>${t('console.title')}</h1>
      <ul>
        ${Object.keys(SECTIONS).map(
          (name) => html`<li><a href=${href('console', name)}>${t(`console.${name}`)}</a></li>`,
        )}
      </ul>`;
  }
}

customElements.define('st-console', Console);
