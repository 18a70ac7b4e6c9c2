// Online debugging: a control, an action or bytes to the device, and what came back.
import { LitElement, css, html, nothing } from 'lit';
import * as twins from '../../api.js';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { Form } from '../parts/form.js';
import { empty, failure } from '../parts/notes.js';
import { partStyles } from '../parts/styles.js';
import { isWritable, valueField, wrongValue } from '../parts/values.js';
import './action.js';
import './raw.js';
import './sent.js';

// A device that is away may come for it so long.
const EXPIRY_SECONDS = 60;

class DeviceDebugging extends LitElement {
  static properties = {
    device: { attribute: false },
    template: { attribute: false },
    twin: { attribute: false },
    sent: { state: true },
  };

  static styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      .both {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 360px), 1fr));
        gap: 16px;
        align-items: start;
      }
      .column {
        display: grid;
        gap: 16px;
      }
    `,
  ];

  #form = new Form(this, (draft) => this.#wrongs(draft));

  constructor() {
    super();
    new SettingsController(this);
    this.sent = [];
    this.#form.begin({});
  }

  get #writable() {
    return (this.template.properties ?? []).filter(isWritable);
  }

  #wrongs(draft) {
    const given = this.#writable.filter(({ id }) => draft[id] !== undefined);
    const wrong = given.map((property) => [property.id, wrongValue(property, draft[property.id])]);
    return Object.fromEntries(wrong.filter(([, text]) => text));
  }

  render() {
    return html`<div class="both">
      <div class="column">
        ${this.#control()}
        ${(this.template.actions ?? []).map(
          (action) => html`<st-device-action .device=${this.device} .action=${action}></st-device-action>`,
        )}
        <st-device-raw .device=${this.device}></st-device-raw>
      </div>
      <section class="card form">
        <h2>${t('devices.sent')}</h2>
        ${this.sent.length === 0
          ? html`<p class="soft">${t('devices.sent.none')}</p>`
          : this.sent.map((control) => html`<st-sent-control .control=${control}></st-sent-control>`)}
      </section>
    </div>`;
  }

  #control() {
    const { draft, errors, problem, busy, set } = this.#form;
    if (this.#writable.length === 0) {
      return empty(t('devices.control.nothing'));
    }
    return html`<form class="card form" novalidate @submit=${this.#send}>
      <h2>${t('devices.control.send')}</h2>
      <p class="soft">${t('devices.control.hint', { seconds: EXPIRY_SECONDS })}</p>
      ${problem?.errors.length === 0 ? failure(problem) : nothing}
      ${errors[''] ? html`<p class="error" role="alert">${errors['']}</p>` : nothing}
      ${this.#writable.map((property) =>
        valueField({
          name: property.id,
          property,
          value: draft[property.id],
          errors,
          optional: true,
          change: (value) => set({ [property.id]: value }),
        }),
      )}
      <button class="primary" ?disabled=${busy || !Object.values(draft).some((value) => value !== undefined)}>
        ${t('devices.send')}
      </button>
    </form>`;
  }

  #send = async (event) => {
    event.preventDefault();
    await this.#form.save(async () => {
      const control = await twins.desire(this.device, this.#form.draft, EXPIRY_SECONDS);
      this.sent = [control, ...this.sent];
    });
  };
}

customElements.define('st-device-debugging', DeviceDebugging);
