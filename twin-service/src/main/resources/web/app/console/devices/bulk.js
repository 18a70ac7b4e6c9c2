// One change to the devices that are chosen, or to all that the filter finds.
import { LitElement, css, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { choice, tick } from '../parts/choices.js';
import { textInput } from '../parts/inputs.js';
import { failure } from '../parts/notes.js';
import { partStyles } from '../parts/styles.js';
import '../../ui/dialog.js';
import * as api from './api.js';
import { isTag } from './fields.js';

// What each asks of the service; of some, with what was typed.
const DEEDS = {
  enable: () => ({ enabled: true }),
  disable: () => ({ enabled: false }),
  tag: (tag) => ({ addTags: [tag] }),
  group: (group) => ({ joinGroup: group }),
  delete: () => ({ delete: true }),
};

// Tells "done" when the devices are changed.
class DeviceBulk extends LitElement {
  static properties = {
    // As productId/name.
    chosen: { attribute: false },
    filter: { attribute: false },
    // How many the filter finds.
    total: { type: Number },
    groups: { attribute: false },
    whole: { state: true },
    asked: { state: true },
    typed: { state: true },
    busy: { state: true },
    problem: { state: true },
  };

  static styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      .bar {
        align-items: center;
        padding: 8px 16px;
      }
      .bar .tick {
        align-items: center;
        margin-right: auto;
      }
      .soft {
        margin-bottom: 14px;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
    this.typed = '';
  }

  // Without a condition, all devices are never meant.
  get #filtered() {
    return Object.values(this.filter).some(Boolean);
  }

  get #count() {
    return this.whole ? this.total : this.chosen.length;
  }

  render() {
    return html`<div class="card bar">
        <b role="status">${t('devices.bulk.chosen', { n: this.#count })}</b>
        ${this.#filtered && this.total > this.chosen.length
          ? tick({
              label: t('devices.bulk.whole', { n: this.total }),
              checked: this.whole ?? false,
              pick: (whole) => (this.whole = whole),
            })
          : nothing}
        ${['enable', 'disable', 'tag'].map((deed) => html`<button @click=${() => this.#ask(deed)}>
            ${t(`devices.bulk.${deed}`)}
          </button>`)}
        ${this.groups.length > 0
          ? html`<button @click=${() => this.#ask('group')}>${t('devices.bulk.group')}</button>`
          : nothing}
        <button class="danger" @click=${() => this.#ask('delete')}>${t('parts.delete')}</button>
      </div>
      ${this.asked ? this.#dialog() : nothing}`;
  }

  #ask(deed) {
    this.asked = deed;
    this.problem = undefined;
    this.typed = deed === 'group' ? this.groups[0].id : '';
  }

  #dialog() {
    const n = this.#count;
    return html`<st-dialog .heading=${t(`devices.bulk.${this.asked}.ask`, { n })}
      @closed=${() => (this.asked = undefined)}>
      <p class="soft">${t(`devices.bulk.${this.asked}.text`, { n })}</p>
      ${failure(this.problem)} ${this.#input()}
      <button slot="actions" @click=${() => (this.asked = undefined)}>${t('parts.cancel')}</button>
      <button slot="actions" class=${this.asked === 'delete' ? 'danger' : 'primary'}
        ?disabled=${this.busy || !this.#ready} @click=${this.#do}>${t(`devices.bulk.${this.asked}`)}</button>
    </st-dialog>`;
  }

  #input() {
    const type = (typed) => (this.typed = typed.trim());
    if (this.asked === 'tag') {
      const label = t('devices.tag');
      return field({ name: 'tag', label, control: textInput(this.typed, type, { maxlength: 48 }) });
    }
    if (this.asked === 'delete') {
      const label = t('devices.bulk.delete.type', { n: this.#count });
      return field({ name: 'count', label, control: textInput(this.typed, type, { maxlength: 9 }) });
    }
    if (this.asked === 'group') {
      const options = this.groups.map(({ id, name }) => ({ value: id, label: name }));
      return field({ name: 'group', label: t('devices.group'), control: choice(this.typed, options, type) });
    }
    return nothing;
  }

  get #ready() {
    switch (this.asked) {
      case 'tag':
        return isTag(this.typed);
      case 'delete':
        return this.typed === String(this.#count);
      default:
        return true;
    }
  }

  #do = async () => {
    this.busy = true;
    try {
      await api.bulk({ ...DEEDS[this.asked](this.typed), ...this.#meant() });
      this.asked = undefined;
      this.dispatchEvent(new CustomEvent('done'));
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  };

  #meant() {
    if (!this.whole) {
      return { devices: this.chosen };
    }
    const { tag, ...rest } = Object.fromEntries(Object.entries(this.filter).filter(([, value]) => value));
    return { where: tag ? { ...rest, tag: [tag] } : rest };
  }
}

customElements.define('st-device-bulk', DeviceBulk);
