// How a socket is called, and in which room of which home it is.
import { LitElement, html, nothing } from 'lit';
import { t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { errorsOf, field, fields } from '../ui/field.js';
import { select } from '../ui/select.js';
import { base, buttons } from '../ui/styles.js';
import * as api from './api.js';
import { NEW, choices, missing, placed } from './placing.js';
import { settingsStyles } from './settings-styles.js';

const LONGEST_NAME = 64;

// Tells "changed" with the device as it is now.
class Place extends LitElement {
  static properties = {
    device: { attribute: false },
    about: { attribute: false },
    homes: { state: true },
    rooms: { state: true },
    // What the form holds: alias, homeId, roomId ('' for none, NEW for one to be made), newHome, newRoom.
    draft: { state: true },
    errors: { state: true },
    saved: { state: true },
    busy: { state: true },
  };

  static styles = [base, buttons, fields, settingsStyles];

  constructor() {
    super();
    new SettingsController(this);
    this.errors = {};
    this.rooms = [];
  }

  willUpdate(changed) {
    if (changed.has('about')) {
      const { alias = '', homeId = '', roomId = '' } = this.about;
      this.draft = { alias, homeId, roomId, newHome: '', newRoom: '' };
      this.#look();
    }
  }

  async #look() {
    try {
      this.homes = await api.homes();
      await this.#lookInto(this.draft.homeId);
    } catch (problem) {
      this.errors = errorsOf(problem, []);
    }
  }

  async #lookInto(homeId) {
    this.rooms = homeId && homeId !== NEW ? await api.rooms(homeId) : [];
  }

  render() {
    return html`<form class="card" novalidate @submit=${this.#save} @input=${this.#typed}>
      <h2>${t('device.about')}</h2>
      ${field({
        name: 'alias',
        label: t('device.alias'),
        hint: t('device.alias.hint', { name: this.device.name }),
        value: this.draft.alias,
        maxlength: LONGEST_NAME,
        errors: this.errors,
      })}
      <div class="row">${this.#home()} ${this.draft.homeId ? this.#room() : nothing}</div>
      ${this.#newOne('newHome', this.draft.homeId)} ${this.#newOne('newRoom', this.draft.roomId)}
      ${this.errors[''] ? html`<p class="error" role="alert">${this.errors['']}</p>` : nothing}
      <p class="done">
        <button class="primary" ?disabled=${this.busy}>${t('save')}</button>
        <span role="status">${this.saved ? t('device.saved') : nothing}</span>
      </p>
    </form>`;
  }

  #home() {
    return field({
      name: 'homeId',
      label: t('device.home'),
      errors: this.errors,
      control: select(this.draft.homeId, choices(this.homes), (homeId) => {
        this.#set({ homeId, roomId: '' });
        this.#lookInto(homeId).catch((problem) => (this.errors = errorsOf(problem, [])));
      }),
    });
  }

  #room() {
    return field({
      name: 'roomId',
      label: t('device.room'),
      errors: this.errors,
      control: select(this.draft.roomId, choices(this.rooms), (roomId) => this.#set({ roomId })),
    });
  }

  #newOne(name, chosen) {
    return chosen === NEW
      ? field({
          name,
          label: t(`device.${name}`),
          value: this.draft[name],
          maxlength: LONGEST_NAME,
          errors: this.errors,
        })
      : nothing;
  }

  #set(part) {
    this.saved = false;
    this.draft = { ...this.draft, ...part };
  }

  #typed = ({ target }) => {
    if (target instanceof HTMLInputElement) {
      this.#set({ [target.name]: target.value });
    }
  };

  #save = async (event) => {
    event.preventDefault();
    this.errors = missing(this.draft);
    if (Object.keys(this.errors).length > 0) {
      return;
    }
    this.busy = true;
    try {
      const changed = await api.change(this.device, await placed(this.draft), this.about.version);
      this.dispatchEvent(
        new CustomEvent('changed', { detail: changed, bubbles: true, composed: true }),
      );
      this.saved = true;
    } catch (problem) {
      this.errors = errorsOf(problem, ['alias', 'homeId', 'roomId']);
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('st-device-place', Place);
