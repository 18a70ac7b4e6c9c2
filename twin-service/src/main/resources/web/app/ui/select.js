// A select as the control of a field.
import { html } from 'lit';
import { live } from 'lit/directives/live.js';

// options: [{ value, text }]; chosen: takes the value.
export function select(value, options, chosen) {
  return ({ id, invalid, describedBy }) => html`<select
    id=${id}
    name=${id}
    aria-invalid=${invalid}
    aria-describedby=${describedBy}
    @change=${({ target }) => chosen(target.value)}
  >
    ${options.map(
      (option) =>
        html`<option value=${option.value} .selected=${live(option.value === value)}>${option.text}</option>`,
    )}
  </select>`;
}
