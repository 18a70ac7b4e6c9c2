// Choices of few: one of several, some of several, a select.
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { t } from '../../i18n.js';

export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

// One of several side by side. options: [{ value, label }]
export function segments({ name, label, value, options, pick, hidden }) {
  return html`<fieldset class="segments">
    <legend class=${hidden ? 'visually-hidden' : ''}>${label}</legend>
    <div>
      ${options.map(
        (option) => html`<label>
          <input type="radio" name=${name} value=${option.value}
            .checked=${live(option.value === value)} @change=${() => pick(option.value)} />
          <span class=${option.tone ?? ''}>${option.label}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

// A select as the control of a field. pick: takes the chosen value.
export function choice(value, options, pick) {
  return ({ id, invalid, describedBy }) => html`<select id=${id} aria-invalid=${invalid}
    aria-describedby=${describedBy} .value=${live(String(value ?? ''))}
    @change=${({ target }) => pick(target.value)}>
    ${options.map(
      (option) => html`<option value=${option.value} ?selected=${String(option.value) === String(value ?? '')}
        ?disabled=${option.disabled}>${option.label}</option>`,
    )}
  </select>`;
}

export function tick({ label, checked, pick, hint, disabled }) {
  return html`<label class="tick">
    <input type="checkbox" .checked=${live(checked)} ?disabled=${disabled}
      @change=${({ target }) => pick(target.checked)} />
    <span>${label}${hint ? html`<small class="soft">${hint}</small>` : nothing}</span>
  </label>`;
}

// Days of the week; pick: takes those chosen, in order.
export function days(name, chosen, pick, error) {
  const toggled = (day, on) => DAYS.filter((each) => (each === day ? on : chosen.includes(each)));
  return html`<fieldset class="segments days" aria-describedby="${name}-error">
    <legend>${t('parts.days')}</legend>
    <div>
      ${DAYS.map(
        (day) => html`<label>
          <input type="checkbox" .checked=${live(chosen.includes(day))}
            @change=${({ target }) => pick(toggled(day, target.checked))} />
          <span>${t(`parts.day.${day}`)}</span>
        </label>`,
      )}
    </div>
    <p id="${name}-error" class="wrong" role="alert">${error ?? nothing}</p>
  </fieldset>`;
}
