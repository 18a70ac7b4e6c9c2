// What people say about an alarm.
import { LitElement, css, html } from 'lit';
import { problemText, t } from '../../i18n.js';
import { SettingsController } from '../../settings.js';
import { errorsOf, field, fields } from '../../ui/field.js';
import { base, buttons } from '../../ui/styles.js';
import { partStyles } from '../parts/styles.js';
import { exact } from '../parts/times.js';
import * as api from './api.js';

class AlarmComments extends LitElement {
  static properties = {
    alarm: { attribute: false },
    // A Problem, or 'missing'.
    problem: { state: true },
    busy: { state: true },
  };

  static styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      ol {
        display: grid;
        gap: 10px;
        margin: 12px 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: 8px 12px;
        border-radius: 10px;
        background: var(--raised);
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    new SettingsController(this);
  }

  render() {
    return html`<h2>${t('alarms.comments')}</h2>
      <ol class="comments">
        ${(this.alarm.comments ?? []).map(
          ({ at, author, text }) => html`<li>
            <p>${text}</p>
            <span class="soft">${author} · ${exact(at)}</span>
          </li>`,
        )}
      </ol>
      <form class="form" novalidate @submit=${this.#say}>
        ${field({
          name: 'text',
          label: t('alarms.comment'),
          errors: { text: this.#wrong },
          control: ({ id, invalid, describedBy }) => html`<textarea id=${id} rows="2" maxlength="1000"
            aria-invalid=${invalid} aria-describedby=${describedBy}></textarea>`,
        })}
        <button ?disabled=${this.busy}>${t('alarms.comment.add')}</button>
      </form>`;
  }

  get #wrong() {
    if (!this.problem || this.problem === 'missing') {
      return this.problem && t('parts.missing');
    }
    return errorsOf(this.problem, ['text']).text ?? problemText(this.problem);
  }

  #say = async (event) => {
    event.preventDefault();
    const input = this.renderRoot.getElementById('text');
    const text = input.value.trim();
    if (text === '') {
      this.problem = 'missing';
      input.focus();
      return;
    }
    this.busy = true;
    try {
      this.dispatchEvent(new CustomEvent('said', { detail: await api.comment(this.alarm.id, text) }));
      this.problem = undefined;
      input.value = '';
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('st-alarm-comments', AlarmComments);
