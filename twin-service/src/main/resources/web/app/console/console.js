// The operator's side of the app: loaded when somebody goes there.
import { LitElement, html } from 'lit';
import { addWords, t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { base, buttons } from '../ui/styles.js';
import en from './words/en.js';
import zh from './words/zh.js';

addWords({ en, zh });

class Console extends LitElement {
  static properties = { path: { attribute: false } };

  static styles = [base, buttons];

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    return html`<h1>${t('console.title')}</h1>`;
  }
}

customElements.define('st-console', Console);
