// Time zones: typed with suggestions of all that the browser knows.
import { html } from 'lit';

const ZONES = Intl.supportedValuesOf('timeZone');

export const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function isZone(name) {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

// As the control of a field.
export function zoneInput(value, change) {
  return ({ id, invalid, describedBy }) => html`<input id=${id} list="${id}-zones" autocomplete="off"
      spellcheck="false" .value=${value ?? ''} aria-invalid=${invalid} aria-describedby=${describedBy}
      @change=${({ target }) => change(target.value.trim() || undefined)} />
    <datalist id="${id}-zones">${ZONES.map((zone) => html`<option value=${zone}></option>`)}</datalist>`;
}
