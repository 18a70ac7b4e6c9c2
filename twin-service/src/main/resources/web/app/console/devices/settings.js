// What is known of a device beside its twin; its secret; its end.
import { LitElement, css, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { tick } from '../parts/choices.js';
import { Form } from '../parts/form.js';
import { textInput } from '../parts/inputs.js';
import { failure } from '../parts/notes.js';
import { Question } from '../parts/question.js';
import { partStyles } from '../parts/styles.js';
import { exact } from '../parts/times.js';
import * as api from './api.js';
import { credentials } from './credentials.js';
import { tagsOf, wrongTags } from './fields.js';
import './delete.js';

// Tells "changed" with the device as it is then.
class DeviceSettings extends LitElement {
  static properties = {
    entry: { attribute: false },
    secret: { state: true },
    deleting: { state: true },
  };

  static styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
        gap: 16px;
        align-items: start;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 6px 20px;
        margin: 0;
      }
      dd {
        margin: 0;
      }
    `,
  ];

  #form = new Form(this, ({ tags }) => wrongTags(tags));
  #question = new Question(this);

  constructor() {
    super();
    new SettingsController(this);
  }

  willUpdate(changed) {
    if (changed.has('entry')) {
      const { tags, place, note, enabled } = this.entry;
      this.#form.begin({ tags: tags.join(' '), place: place ?? '', note: note ?? '', enabled }, this.entry);
    }
  }

  render() {
    const { draft, errors, problem, busy, saved, set } = this.#form;
    const text = (name, options) =>
      field({
        name,
        label: t(`devices.field.${name}`),
        errors,
        control: textInput(draft[name], (value) => set({ [name]: value }), options),
      });
    return html`<form class="card form" novalidate @submit=${this.#store}>
        ${problem?.errors.length === 0 ? failure(problem) : nothing}
        ${tick({
          label: t('devices.enabled'),
          hint: t('devices.enabled.hint'),
          checked: draft.enabled,
          pick: (enabled) => set({ enabled }),
        })}
        ${text('tags')} ${text('place', { maxlength: 128 })} ${text('note', { maxlength: 2_000 })}
        <div class="row">
          <button class="primary" ?disabled=${busy}>${t('parts.save')}</button>
          <span class="soft" role="status">${saved ? t('devices.saved') : nothing}</span>
        </div>
      </form>
      <div class="form">
        ${this.secret ? credentials(this.secret) : nothing}
        <section class="card form">
          ${this.#facts()}
          <button @click=${this.#renew}>${t('devices.secret')}</button>
          <button class="danger" @click=${() => (this.deleting = true)}>${t('devices.delete')}</button>
        </section>
      </div>
      ${this.#question.render()}
      ${this.deleting
        ? html`<st-device-delete .entry=${this.entry} @closed=${() => (this.deleting = false)}
            @deleted=${() => (location.hash = href('console', 'devices'))}></st-device-delete>`
        : nothing}`;
  }

  #facts() {
    const times = ['createdAt', 'activatedAt', 'lastSeenAt'];
    return html`<dl>
      ${times.map((name) => html`<dt class="soft">${t(`devices.${name}`)}</dt>
        <dd>${this.entry[name] ? exact(this.entry[name]) : t('parts.never')}</dd>`)}
      ${this.entry.batchId
        ? html`<dt class="soft">${t('devices.batch')}</dt>
            <dd><a href=${href('console', 'production', this.entry.batchId)}>${t('devices.batch.open')}</a></dd>`
        : nothing}
    </dl>`;
  }

  #store = async (event) => {
    event.preventDefault();
    await this.#form.save(async () => {
      const { tags, place, note, enabled } = this.#form.draft;
      // In a merge patch null removes a field.
      const change = { enabled, tags: tagsOf(tags), place: place || null, note: note || null };
      this.#tell(await api.change(this.entry, change));
    });
  };

  #renew = async () => {
    const yes = await this.#question.ask({
      heading: t('devices.secret.ask', { name: this.entry.name }),
      text: t('devices.secret.text'),
      yes: t('devices.secret'),
    });
    if (yes) {
      await this.#form.run(async () => {
        this.secret = await api.newSecret(this.entry);
        const { secret: _, ...entry } = this.secret;
        this.#tell(entry);
      });
    }
  };

  #tell(entry) {
    this.dispatchEvent(new CustomEvent('changed', { detail: entry }));
  }
}

customElements.define('st-device-entry', DeviceSettings);
