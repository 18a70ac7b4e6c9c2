// Bytes over the raw topic.
import { LitElement, css, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { Form } from '../parts/form.js';
import { textInput } from '../parts/inputs.js';
import { failure } from '../parts/notes.js';
import { partStyles } from '../parts/styles.js';
import * as api from './api.js';

const BYTES = /^([0-9a-f]{2})+$/i;

const bare = (hex) => hex.replace(/\s+/g, '');

class DeviceRaw extends LitElement {
  static properties = { device: { attribute: false } };

  static styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      input {
        font-family: ui-monospace, monospace;
      }
    `,
  ];

  #form = new Form(this, ({ hex }) => (BYTES.test(bare(hex)) ? {} : { hex: t('devices.raw.wrong') }));

  constructor() {
    super();
    new SettingsController(this);
    this.#form.begin({ hex: '' });
  }

  render() {
    const { draft, errors, problem, busy, saved, set } = this.#form;
    return html`<form class="card form" novalidate @submit=${this.#send}>
      <h2>${t('devices.raw')}</h2>
      ${problem?.errors.length === 0 ? failure(problem) : nothing}
      ${field({
        name: 'hex',
        label: t('devices.raw.bytes'),
        hint: t('devices.raw.hint'),
        errors,
        control: textInput(draft.hex, (hex) => set({ hex }), { placeholder: '01 ff' }),
      })}
      <div class="row">
        <button ?disabled=${busy}>${t('devices.send')}</button>
        <span class="soft" role="status">${saved ? t('devices.raw.sent') : nothing}</span>
      </div>
    </form>`;
  }

  #send = async (event) => {
    event.preventDefault();
    await this.#form.save(() => {
      const pairs = bare(this.#form.draft.hex).match(/../g);
      return api.sendRaw(this.device, Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)));
    });
  };
}

customElements.define('st-device-raw', DeviceRaw);
