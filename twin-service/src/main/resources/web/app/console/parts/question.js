// Asks before something is destroyed, and names it.
import { html, nothing } from 'lit';
import { t } from '../../i18n.js';
import '../../ui/dialog.js';

// A host renders it with question.render() and waits for question.ask(…), true if the answer is yes.
export class Question {
  #host;
  #asked;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.#answer(false);
  }

  // heading and text name the thing; yes: what the button says.
  ask(question) {
    this.#answer(false);
    return new Promise((resolve) => {
      this.#asked = { ...question, resolve };
      this.#host.requestUpdate();
    });
  }

  render() {
    if (!this.#asked) {
      return nothing;
    }
    const { heading, text, yes } = this.#asked;
    return html`<st-dialog .heading=${heading} @closed=${() => this.#answer(false)}>
      <p>${text}</p>
      <button slot="actions" @click=${() => this.#answer(false)}>${t('parts.cancel')}</button>
      <button slot="actions" class="danger" @click=${() => this.#answer(true)}>${yes}</button>
    </st-dialog>`;
  }

  #answer(yes) {
    const asked = this.#asked;
    this.#asked = undefined;
    asked?.resolve(yes);
    this.#host.requestUpdate();
  }
}
