// Devices of a product, typed with suggestions, each shown as a chip.
import { LitElement, css, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { fields } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import * as api from './api.js';
import { partStyles } from './styles.js';

const PATIENCE_MILLIS = 200;
// More chips than this hide the rest of the page.
const SHOWN = 30;

class DeviceInput extends LitElement {
  static properties = {
    label: {},
    productId: { attribute: false },
    // Names.
    value: { attribute: false },
    error: {},
    found: { state: true },
  };

  static styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      .enter {
        display: flex;
        gap: 8px;
      }
      .chips {
        margin-top: 8px;
      }
    `,
  ];

  #timer;

  constructor() {
    super();
    new SettingsController(this);
    this.value = [];
    this.found = [];
  }

  render() {
    const more = this.value.length - SHOWN;
    return html`<div class="field">
      <label for="device">${this.label}</label>
      <span class="enter">
        <input id="device" list="found" autocomplete="off" spellcheck="false" maxlength="48"
          aria-invalid=${this.error ? 'true' : 'false'} aria-describedby="wrong"
          @focus=${this.#look} @input=${this.#typed} @keydown=${this.#key} @change=${this.#enter} />
      </span>
      <datalist id="found">${this.found.map((name) => html`<option value=${name}></option>`)}</datalist>
      <p id="wrong" class="wrong" role="alert">${this.error ?? nothing}</p>
      ${this.value.length === 0
        ? nothing
        : html`<ul class="chips">
            ${this.value.slice(0, SHOWN).map((name) => this.#chip(name))}
            ${more > 0 ? html`<li class="chip">+${more}</li>` : nothing}
          </ul>`}
    </div>`;
  }

  #chip(name) {
    return html`<li class="chip">${name}
      <button type="button" aria-label="${t('parts.remove')}: ${name}"
        @click=${() => this.#tell(this.value.filter((each) => each !== name))}>${icons.close}</button>
    </li>`;
  }

  #typed = ({ target, inputType }) => {
    // Chosen from the list, not typed letter by letter.
    if (!inputType || inputType === 'insertReplacementText') {
      this.#enter({ target });
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#look, PATIENCE_MILLIS);
  };

  #look = async () => {
    const prefix = this.renderRoot.getElementById('device').value.trim();
    this.found = await api.deviceNames(this.productId, prefix).catch(() => []);
  };

  #key = (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#enter(event);
    }
  };

  #enter = ({ target }) => {
    const name = target.value.trim();
    target.value = '';
    if (name && !this.value.includes(name)) {
      this.#tell([...this.value, name]);
    }
  };

  #tell(value) {
    this.dispatchEvent(new CustomEvent('changed', { detail: value }));
  }
}

customElements.define('st-device-input', DeviceInput);
