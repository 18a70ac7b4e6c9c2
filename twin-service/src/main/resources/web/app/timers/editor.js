// Makes a timer of this socket, changes or deletes it, and shows what it did.
import { LitElement, html, nothing } from 'lit';
import { t } from '../i18n.js';
import { SettingsController } from '../settings.js';
import { confirmation } from '../ui/confirm.js';
import { errorsOf, fields } from '../ui/field.js';
import { base, buttons } from '../ui/styles.js';
import * as api from './api.js';
import { begun, bodyOf, placed } from './draft.js';
import { editorStyles } from './editor-styles.js';
import { firings } from './firings.js';
import { FIELDS, flaws, named } from './flaws.js';
import { form } from './form.js';
import '../ui/dialog.js';

// Tells "saved" after a change, and "closed" when it is left.
class TimerEditor extends LitElement {
  static properties = {
    device: { attribute: false },
    about: { attribute: false },
    timer: { attribute: false },
    readonly: { type: Boolean },
    draft: { state: true },
    errors: { state: true },
    busy: { state: true },
    question: { state: true },
    firings: { state: true },
  };

  static styles = [base, buttons, fields, editorStyles];

  constructor() {
    super();
    new SettingsController(this);
    this.errors = {};
  }

  willUpdate(changed) {
    if (changed.has('timer') && !this.draft) {
      this.draft = begun(this.timer, this.device);
      this.#look();
    }
  }

  async #look() {
    // Without what it did it can still be edited.
    this.firings = this.timer.id ? await api.firings(this.timer).catch(() => undefined) : undefined;
  }

  render() {
    if (this.question) {
      return confirmation(this.question, () => (this.question = undefined));
    }
    return html`<st-dialog
      .heading=${t(this.timer.id ? 'schedule.edit' : 'schedule.new')}
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}
    >
      <form id="form" novalidate ?inert=${this.readonly} @submit=${this.#save} @input=${this.#typed}>
        ${form({
          draft: this.draft,
          errors: this.errors,
          set: (part) => (this.draft = { ...this.draft, ...part }),
          locate: this.#locate,
        })}
        ${this.errors[''] ? html`<p class="error" role="alert">${this.errors['']}</p>` : nothing}
      </form>
      ${this.firings ? firings(this.firings) : nothing} ${this.readonly ? nothing : this.#actions()}
    </st-dialog>`;
  }

  #actions() {
    return html`${this.timer.id
        ? html`<button slot="actions" class="remove" @click=${this.#ask}>
            ${t('schedule.delete')}
          </button>`
        : nothing}
      <button slot="actions" class="primary" ?disabled=${this.busy} @click=${this.#save}>
        ${t('save')}
      </button>`;
  }

  #typed = ({ target }) => {
    if (target.name in this.draft) {
      this.draft = { ...this.draft, [target.name]: target.value };
    }
  };

  #locate = () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const place = (degrees) => degrees.toFixed(4);
        this.draft = {
          ...this.draft,
          latitude: place(coords.latitude),
          longitude: place(coords.longitude),
        };
      },
      () => (this.errors = { ...this.errors, position: t('schedule.here.failed') }),
    );
  };

  #save = async (event) => {
    event.preventDefault();
    this.errors = flaws(this.draft);
    if (Object.keys(this.errors).length > 0) {
      return;
    }
    this.busy = true;
    try {
      const body = bodyOf(this.draft, this.timer, this.device);
      await (this.timer.id ? api.change(this.timer, body) : api.create(placed(body, this.about)));
      this.#done();
    } catch (problem) {
      this.errors = named(errorsOf(problem, FIELDS), this.draft);
    } finally {
      this.busy = false;
    }
  };

  #ask = () => {
    const { name } = this.timer;
    this.question = {
      title: t('schedule.delete.title', { name }),
      text: t('schedule.delete.text'),
      action: t('schedule.delete'),
      run: async () => {
        try {
          await api.remove(this.timer);
          this.#done();
        } catch (problem) {
          this.errors = errorsOf(problem, []);
        }
      },
    };
  };

  #done() {
    this.dispatchEvent(new CustomEvent('saved'));
    this.dispatchEvent(new CustomEvent('closed'));
  }
}

customElements.define('st-timer-editor', TimerEditor);
