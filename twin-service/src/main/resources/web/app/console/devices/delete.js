// A device goes with all that is known of it: whoever wants that writes its name.
import { LitElement, html } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import '../../ui/dialog.js';
import { field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { textInput } from '../parts/inputs.js';
import { failure } from '../parts/notes.js';
import { partStyles } from '../parts/styles.js';
import * as api from './api.js';

// Tells "deleted", or "closed" if it stays.
class DeviceDelete extends LitElement {
  static properties = {
    entry: { attribute: false },
    typed: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, fields, partStyles];

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    const { name } = this.entry;
    return html`<st-dialog .heading=${t('devices.delete.ask', { name })} @closed=${() => this.#tell('closed')}>
      <p>${t('devices.delete.text')}</p>
      ${failure(this.problem)}
      ${field({
        name: 'typed',
        label: t('devices.delete.type', { name }),
        control: textInput(this.typed, (typed) => (this.typed = typed.trim())),
      })}
      <button slot="actions" @click=${() => this.#tell('closed')}>${t('parts.cancel')}</button>
      <button slot="actions" class="danger" ?disabled=${this.typed !== name} @click=${this.#remove}>
        ${t('parts.delete')}
      </button>
    </st-dialog>`;
  }

  #remove = async () => {
    try {
      await api.remove(this.entry);
      this.#tell('deleted');
    } catch (problem) {
      this.problem = problem;
    }
  };

  #tell(what) {
    this.dispatchEvent(new CustomEvent(what));
  }
}

customElements.define('st-device-delete', DeviceDelete);
