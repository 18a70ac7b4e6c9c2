// Asks once more before something is gone.
import { html } from 'lit';
import { t } from '../i18n.js';
import './dialog.js';

// question: { title, text, action, run }; closed is called when it is answered either way.
export function confirmation(question, closed) {
  const close = (event) => event.target.closest('st-dialog').close();
  return html`<st-dialog .heading=${question.title} @closed=${closed}>
    <p>${question.text}</p>
    <button slot="actions" type="button" @click=${close}>${t('cancel')}</button>
    <button slot="actions" type="button" class="danger"
      @click=${(event) => {
        close(event);
        question.run();
      }}>
      ${question.action}
    </button>
  </st-dialog>`;
}
