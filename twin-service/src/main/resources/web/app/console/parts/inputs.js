// Plain inputs as the controls of fields.
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

// change: takes the text at each key; settled: only when somebody has finished
export function textInput(value, change, { type = 'text', label, maxlength, settled, placeholder, step } = {}) {
  const tell = ({ target }) => change(target.value);
  return ({ id, invalid, describedBy }) => html`<input
    id=${id}
    type=${type}
    aria-label=${ifDefined(label)}
    maxlength=${ifDefined(maxlength)}
    step=${ifDefined(step)}
    placeholder=${ifDefined(placeholder)}
    autocomplete="off"
    spellcheck="false"
    .value=${String(value ?? '')}
    aria-invalid=${invalid}
    aria-describedby=${describedBy}
    @input=${settled ? undefined : tell}
    @change=${settled ? tell : undefined}
  />`;
}

// change: takes the number, undefined if emptied
export function numberInput(value, change, { step = '1' } = {}) {
  const tell = (text) => change(text === '' ? undefined : Number(text));
  return textInput(value, tell, { type: 'number', step, settled: true });
}
