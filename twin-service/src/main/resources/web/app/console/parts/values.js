// Values of properties and parameters, typed by their data template.
import { html } from 'lit';
import { localized, t } from '../../i18n.js';
import { label, unit } from '../../template.js';
import { field } from '../../ui/field.js';
import { choice } from './choices.js';

export const isNumber = ({ define }) => ['int', 'float', 'timestamp'].includes(define.type);
export const isText = ({ define }) => ['string', 'stringenum'].includes(define.type);
export const isWritable = ({ mode }) => mode === 'rw';
export const hasParts = ({ define }) => ['struct', 'array'].includes(define.type);

export function withUnit(property) {
  const its = unit(property);
  return its ? `${label(property)} (${its})` : label(property);
}

// As the template's JSON has it: numbers for bool, enum, int and float.
export function parsed(property, text) {
  if (text.trim() === '') {
    return undefined;
  }
  if (hasParts(property)) {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }
  const number = Number(text);
  return isText(property) || Number.isNaN(number) ? text : number;
}

// What is wrong with a value, undefined if nothing is.
export function wrongValue(property, value) {
  const { type, min, max, mapping } = property.define;
  if (value === undefined || value === '') {
    return t('parts.missing');
  }
  if (mapping || isText(property) || hasParts(property)) {
    return undefined;
  }
  if (typeof value !== 'number') {
    return t('parts.number');
  }
  if (type === 'int' && !Number.isInteger(value)) {
    return t('parts.whole');
  }
  const low = min !== undefined && value < Number(min);
  const high = max !== undefined && value > Number(max);
  return low || high ? t('parts.range', { min, max }) : undefined;
}

// One value as a field. change: takes the value, undefined if emptied.
export function valueField({ name, property, value, errors, change, caption, optional }) {
  const { mapping, labels, type, min, max } = property.define;
  if (mapping) {
    const options = Object.entries(mapping).map(([key, text]) => ({
      value: key,
      label: localized(labels?.[key], text),
    }));
    const none = { value: '', label: optional ? '–' : t('parts.choose'), disabled: !optional };
    const shown = typeof value === 'boolean' ? Number(value) : value;
    return field({
      name,
      label: caption ?? withUnit(property),
      errors,
      control: choice(shown, [none, ...options], (text) => change(parsed(property, text))),
    });
  }
  const shown = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
  return field({
    name,
    label: caption ?? withUnit(property),
    errors,
    control: ({ id, invalid, describedBy }) => html`<input id=${id}
      type=${isNumber(property) ? 'number' : 'text'} step=${type === 'int' ? '1' : 'any'}
      min=${min ?? ''} max=${max ?? ''} autocomplete="off"
      .value=${String(shown ?? '')} aria-invalid=${invalid} aria-describedby=${describedBy}
      @change=${({ target }) => change(parsed(property, target.value))} />`,
  });
}
