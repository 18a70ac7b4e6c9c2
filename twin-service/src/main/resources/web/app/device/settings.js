// What can be said about a socket: its name and place, what its energy costs; its data as a file.
import { LitElement, css, html, nothing } from 'lit';
import { localized, moment, problemText, t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { HOME } from '../router.js';
import { confirmation } from '../ui/confirm.js';
import { base, buttons } from '../ui/styles.js';
import * as api from './api.js';
import { settingsStyles } from './settings-styles.js';
import './export.js';
import './place.js';
import './price.js';
import './words.js';

class DeviceSettings extends LitElement {
  static properties = {
    device: { attribute: false },
    about: { attribute: false },
    product: { attribute: false },
    info: { attribute: false },
    // { control, arrange }
    rights: { attribute: false },
    question: { state: true },
    problem: { state: true },
  };

  static styles = [
    base,
    buttons,
    settingsStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
        max-width: 640px;
        margin-inline: auto;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    const arrange = this.rights?.arrange;
    return html`
      ${arrange && this.about
        ? html`<st-device-place .device=${this.device} .about=${this.about}></st-device-place>
            <st-device-price .device=${this.device}></st-device-price>`
        : nothing}
      <st-device-export .device=${this.device} .name=${this.#name}></st-device-export>
      ${this.#facts()} ${arrange ? this.#removal() : nothing}
      ${this.question
        ? confirmation(this.question, () => (this.question = undefined))
        : nothing}
    `;
  }

  get #name() {
    return this.about?.alias ?? this.device.name;
  }

  #facts() {
    const firmware = this.info?.fw_ver;
    const activated = this.about?.activatedAt;
    return html`<section class="card">
      <h2>${t('device.facts')}</h2>
      <dl>
        <dt>${t('device.product')}</dt>
        <dd>${localized(this.product?.names, this.device.productId)}</dd>
        <dt>${t('device.key')}</dt>
        <dd>${this.device.name}</dd>
        ${firmware
          ? html`<dt>${t('device.firmware')}</dt>
              <dd>${firmware}</dd>`
          : nothing}
        ${activated
          ? html`<dt>${t('device.activated')}</dt>
              <dd>${moment(activated)}</dd>`
          : nothing}
      </dl>
    </section>`;
  }

  #removal() {
    return html`<div>
      <button class="remove" @click=${this.#ask}>${t('device.remove')}</button>
      ${this.problem
        ? html`<p class="error" role="alert">${problemText(this.problem)}</p>`
        : nothing}
    </div>`;
  }

  #ask = () => {
    this.question = {
      title: t('device.remove.title', { name: this.#name }),
      text: t('device.remove.text'),
      action: t('device.remove.action'),
      run: async () => {
        try {
          await api.remove(this.device);
          location.hash = HOME;
        } catch (problem) {
          this.problem = problem;
        }
      },
    };
  };
}

customElements.define('st-device-settings', DeviceSettings);
