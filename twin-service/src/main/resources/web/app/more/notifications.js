// Whether this browser is notified; with the way there for whoever may set up the channel.
import { LitElement, html, nothing } from 'lit';
import { problemText, t } from '../i18n.js';
import { settingsStyles } from '../device/settings-styles.js';
import { SettingsController } from '../settings.js';
import { errorsOf, field, fields } from '../ui/field.js';
import { base, buttons } from '../ui/styles.js';
import { toggle, toggles } from '../ui/toggle.js';
import * as push from './push.js';

class Notifications extends LitElement {
  static properties = {
    // May set up the channel.
    manager: { type: Boolean },
    // undefined until the service told, null if there is none.
    channel: { state: true },
    browser: { state: true },
    errors: { state: true },
    // { text, bad }
    outcome: { state: true },
    busy: { state: true },
  };

  static styles = [base, buttons, fields, toggles, settingsStyles];

  constructor() {
    super();
    new SettingsController(this);
    this.errors = {};
    if (push.supported()) {
      this.#look();
    }
  }

  async #look() {
    await this.#attempt(async () => {
      this.channel = (await push.channel()) ?? null;
      this.browser = await push.subscription();
    });
  }

  render() {
    return html`<section class="card">
      <h2>${t('more.push')}</h2>
      ${push.supported() ? this.#content() : html`<p class="soft">${t('more.push.unsupported')}</p>`}
      <p role="status" class=${this.outcome?.bad ? 'error' : ''}>${this.outcome?.text ?? nothing}</p>
    </section>`;
  }

  #content() {
    if (this.channel === null) {
      return this.manager ? this.#creation() : html`<p class="soft">${t('more.push.ask')}</p>`;
    }
    if (!this.channel) {
      return nothing;
    }
    return html`<div class="line">
        <div>
          <p>${t('more.push.on')}</p>
          <p class="soft">${t('more.push.about')}</p>
        </div>
        ${toggle({
          on: Boolean(this.browser),
          label: t('more.push.on'),
          disabled: this.busy,
          pressed: (on) => this.#turn(on),
        })}
      </div>
      ${this.browser
        ? html`<p class="done">
              <button ?disabled=${this.busy} @click=${this.#test}>${t('more.push.test')}</button>
            </p>
            <p class="soft">${t('more.push.rules')}</p>`
        : nothing}`;
  }

  #creation() {
    return html`<form novalidate @submit=${this.#create}>
      <p>${t('more.push.none')}</p>
      ${field({
        name: 'contact',
        type: 'email',
        label: t('more.push.contact'),
        hint: t('more.push.contact.hint'),
        errors: this.errors,
      })}
      <p class="done">
        <button class="primary" ?disabled=${this.busy}>${t('more.push.create')}</button>
      </p>
    </form>`;
  }

  #create = async (event) => {
    event.preventDefault();
    const contact = event.target.elements.contact.value.trim();
    this.errors = /^[^@\s]+@[^@\s]+$/.test(contact)
      ? {}
      : { contact: t('more.push.contact.wrong') };
    if (!this.errors.contact) {
      await this.#attempt(async () => {
        this.channel = await push.createChannel(t('more.push.name'), contact);
      });
    }
  };

  #turn(on) {
    return this.#attempt(async () => {
      if (!on) {
        await push.unsubscribe(this.browser);
        this.browser = undefined;
      } else if ((await Notification.requestPermission()) === 'granted') {
        this.browser = await push.subscribe(this.channel);
      } else {
        this.outcome = { text: t('more.push.denied'), bad: true };
      }
    });
  }

  #test = () =>
    this.#attempt(async () => {
      const { outcome, detail } = await push.test(this.channel, this.browser);
      this.outcome =
        outcome === 'accepted'
          ? { text: t('more.push.sent') }
          : { text: t('more.push.failed', { reason: detail ?? outcome }), bad: true };
    });

  async #attempt(action) {
    this.busy = true;
    this.outcome = undefined;
    try {
      await action();
    } catch (problem) {
      // The browser's own refusals have no code.
      const text = problem.code
        ? (errorsOf(problem, [])[''] ?? problemText(problem))
        : problem.message;
      this.outcome = { text, bad: true };
    } finally {
      this.busy = false;
      this.requestUpdate();
    }
  }
}

customElements.define('st-notifications', Notifications);
