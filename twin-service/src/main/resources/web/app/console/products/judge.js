// What there is to say of a data template's text: that it is no JSON, what the service finds wrong, what it
// would change.
import { t } from '../../i18n.js';
import * as api from './api.js';
import { flawOf } from './json-flaw.js';
import { lineOf, wrongOf } from './places.js';

// { line, message } of a text that is no JSON.
export function wrongJson(text) {
  const flaw = flawOf(text);
  return flaw && { line: lineOf(text, flaw.at), message: t(`products.json.${flaw.kind}`, flaw) };
}

// { checked }, { wrong } or { problem }.
export async function judged(productId, text) {
  const wrong = wrongJson(text);
  if (wrong) {
    return { wrong };
  }
  try {
    return { checked: await api.check(productId, text) };
  } catch (problem) {
    return refusal(text, problem);
  }
}

// The service refused this text: for a place in it, or the request as a whole.
export function refusal(text, problem) {
  const { errors } = problem;
  return errors.length > 0 ? { wrong: wrongOf(text, errors) } : { problem };
}
