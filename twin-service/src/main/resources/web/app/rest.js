// One request to the service's REST interface. What goes wrong is a Problem with a stable code (RFC 9457).
import { settings } from './settings.js';

const PATIENCE_MILLIS = 10_000;

export class Problem extends Error {
  // errors: [{ field, message }], which fields of the request are at fault.
  constructor(code, status = 0, errors = []) {
    super(code);
    this.code = code;
    this.status = status;
    this.errors = errors;
  }

  // Of an answer that is none of what was asked for. A proxy in between does not speak our problems.
  static of(text, status) {
    try {
      const { code, errors } = JSON.parse(text);
      return new Problem(code ?? 'unavailable', status, errors);
    } catch {
      return new Problem('unavailable', status);
    }
  }
}

// Tells with the event "ended" that the session is no longer valid.
export const session = new EventTarget();

// The path of parts that may hold any character: path`/api/devices/${productId}/${name}`.
export function path(texts, ...parts) {
  return String.raw({ raw: texts }, ...parts.map(encodeURIComponent));
}

// A query without the parameters that have no value.
export function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => (value ?? '') !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

// body: goes as JSON, a blob as it is
export async function call(method, url, body, { anonymous, patience, headers } = {}) {
  let response;
  let answer;
  try {
    response = await fetch(url, {
      method,
      headers: {
        'Accept-Language': settings.language === 'zh' ? 'zh-CN' : 'en',
        ...(body === undefined || body instanceof Blob ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(patience ?? PATIENCE_MILLIS),
    });
    answer = await response.text();
  } catch {
    throw new Problem('unreachable');
  }
  if (response.ok) {
    return answer === '' ? undefined : JSON.parse(answer);
  }
  if (response.status === 401 && !anonymous) {
    session.dispatchEvent(new Event('ended'));
  }
  throw Problem.of(answer, response.status);
}
