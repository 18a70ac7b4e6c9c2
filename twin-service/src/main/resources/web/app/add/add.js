// The ways to come by a socket: pairing, its printed code, registration.
import { LitElement, css, html } from 'lit';
import { t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { base } from '../ui/styles.js';
import './code.js';
import './pair.js';
import './register.js';
import './words.js';
import '../ui/choice.js';

const WAYS = {
  pair: html`<st-pair></st-pair>`,
  code: html`<st-code></st-code>`,
  register: html`<st-register></st-register>`,
};

class Add extends LitElement {
  static properties = {
    // { arrange, install }
    rights: { attribute: false },
    way: { state: true },
  };

  static styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 16px;
        max-width: 640px;
        margin-inline: auto;
      }
      h1 {
        font-size: 1.5rem;
        font-weight: 700;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
    this.way = 'pair';
  }

  render() {
    const ways = Object.keys(WAYS).filter((way) => way !== 'register' || this.rights?.install);
    return html`
      <h1>${t('add.title')}</h1>
      <st-choice
        .label=${t('add.way')}
        .value=${this.way}
        .options=${ways.map((value) => ({ value, text: t(`add.${value}`) }))}
        @chosen=${({ detail }) => (this.way = detail)}
      ></st-choice>
      ${WAYS[this.way]}
    `;
  }
}

customElements.define('st-add', Add);
