// A labelled input of a form, with its hint and with what is wrong in it below.
import { css, html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { problemText } from '../i18n.js';

// control: what takes the value, instead of a plain input; it must carry id, aria-invalid and
// aria-describedby of `attributes`.
export function field({ name, label, value, hint, errors = {}, control, ...input }) {
  const error = errors[name];
  const attributes = {
    id: name,
    invalid: error ? 'true' : 'false',
    describedBy: `${name}-error ${name}-hint`,
  };
  return html`<div class="field">
    <label for=${name}>${label}</label>
    ${control ? control(attributes) : plain({ name, value, ...input }, attributes)}
    <p id="${name}-error" class="wrong" role="alert">${error ?? nothing}</p>
    ${hint ? html`<p id="${name}-hint" class="soft">${hint}</p>` : nothing}
  </div>`;
}

function plain(input, { id, invalid, describedBy }) {
  return html`<input
    id=${id}
    name=${input.name}
    type=${input.type ?? 'text'}
    .value=${input.value ?? ''}
    maxlength=${ifDefined(input.maxlength)}
    min=${ifDefined(input.min)}
    max=${ifDefined(input.max)}
    step=${ifDefined(input.step)}
    inputmode=${ifDefined(input.inputmode)}
    autocomplete=${input.autocomplete ?? 'off'}
    placeholder=${ifDefined(input.placeholder)}
    ?required=${input.required}
    ?disabled=${input.disabled}
    aria-invalid=${invalid}
    aria-describedby=${describedBy}
  />`;
}

// What a refused request says of each field; under '' what it says of none.
export function errorsOf(problem, names) {
  const errors = {};
  for (const { field: name, message } of problem.errors ?? []) {
    const known = names.find((candidate) => name === candidate || name.startsWith(`${candidate}.`));
    errors[known ?? ''] ??= known ? message : `${name}: ${message}`;
  }
  return Object.keys(errors).length > 0 ? errors : { '': problemText(problem) };
}

export const fields = css`
  .field {
    display: grid;
    align-content: start;
    gap: 4px;
    min-width: 0;
  }
  .field + .field {
    margin-top: 14px;
  }
  label,
  legend {
    font-weight: 600;
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    width: 100%;
    min-width: 0;
    min-height: var(--touch);
    padding: 8px 14px;
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    background: var(--ground);
    color: var(--ink);
    font: inherit;
  }
  input[type='checkbox'],
  input[type='radio'] {
    width: 22px;
    height: 22px;
    accent-color: var(--accent);
  }
  textarea {
    resize: vertical;
  }
  [aria-invalid='true'] {
    border-color: var(--bad);
  }
  .wrong {
    color: var(--bad);
    font-size: 0.875rem;
  }
  .wrong:empty {
    display: none;
  }
`;
