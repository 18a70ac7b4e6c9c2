// An action of the data template: its inputs, and the device's answer.
import { LitElement, css, html, nothing } from 'lit';
import { localized, t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { Form } from '../parts/form.js';
import { failure } from '../parts/notes.js';
import { partStyles } from '../parts/styles.js';
import { valueField, wrongValue } from '../parts/values.js';
import * as api from './api.js';

class DeviceAction extends LitElement {
  static properties = {
    device: { attribute: false },
    action: { attribute: false },
    answer: { state: true },
  };

  static styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      pre {
        margin: 0;
        overflow: auto;
      }
    `,
  ];

  #form = new Form(this, (draft) => this.#wrongs(draft));

  constructor() {
    super();
    new SettingsController(this);
    this.#form.begin({});
  }

  get #inputs() {
    return this.action.input ?? [];
  }

  #wrongs(draft) {
    const wrong = this.#inputs.map((input) => [input.id, wrongValue(input, draft[input.id])]);
    return Object.fromEntries(wrong.filter(([, text]) => text));
  }

  render() {
    const { draft, errors, problem, busy, set } = this.#form;
    const { id, name, names } = this.action;
    return html`<form class="card form" novalidate @submit=${this.#call}>
      <h2>${localized(names, name ?? id)}</h2>
      ${problem?.errors.length === 0 ? failure(problem) : nothing}
      ${errors[''] ? html`<p class="error" role="alert">${errors['']}</p>` : nothing}
      ${this.#inputs.map((input) =>
        valueField({
          name: input.id,
          property: input,
          value: draft[input.id],
          errors,
          change: (value) => set({ [input.id]: value }),
        }),
      )}
      <button class="primary" ?disabled=${busy}>${t('devices.action.call')}</button>
      <div role="status">${this.answer ? this.#answered() : nothing}</div>
    </form>`;
  }

  #answered() {
    const { code, status, response, misfit } = this.answer;
    return html`<p>${t('devices.action.answer', { code, status })}</p>
      <pre>${JSON.stringify(response, null, 2)}</pre>
      ${misfit ? html`<p class="wrong">${misfit}</p>` : nothing}`;
  }

  #call = async (event) => {
    event.preventDefault();
    this.answer = undefined;
    await this.#form.save(async () => {
      this.answer = await api.act(this.device, this.action.id, this.#form.draft);
    });
  };
}

customElements.define('st-device-action', DeviceAction);
