// The service's REST interface. What goes wrong is a Problem with a stable code (RFC 9457).
const PATIENCE_MILLIS = 10_000;

export class Problem extends Error {
  constructor(code, status = 0) {
    super(code);
    this.code = code;
    this.status = status;
  }
}

// Tells with the event "ended" that the session is no longer valid.
export const session = new EventTarget();

export const signIn = (key) => call('POST', '/api/session', { key }, { anonymous: true });
export const signOut = () => call('DELETE', '/api/session');
export const currentUser = () => call('GET', '/api/session', undefined, { anonymous: true });
export const devices = (size) => call('GET', `/api/devices?size=${size}`);
export const product = (id) => call('GET', `/api/products/${encodeURIComponent(id)}`);
export const twin = (device, patience) => call('GET', twinPath(device), undefined, { patience });
export const control = (id) => call('GET', `/api/controls/${encodeURIComponent(id)}`);
export const liveUrl = (device) => `${twinPath(device)}/live`;

export function desire(device, values, expirySeconds) {
  const expiry = expirySeconds ? `?expirySeconds=${expirySeconds}` : '';
  return call('PATCH', `${twinPath(device)}/desired${expiry}`, values);
}

function twinPath({ productId, name }) {
  return `/api/twins/${encodeURIComponent(productId)}/${encodeURIComponent(name)}`;
}

async function call(method, path, body, { anonymous = false, patience = PATIENCE_MILLIS } = {}) {
  let response;
  let answer;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
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
  throw new Problem(codeOf(answer), response.status);
}

// A proxy in between does not speak our problems.
function codeOf(answer) {
  try {
    return JSON.parse(answer).code ?? 'unavailable';
  } catch {
    return 'unavailable';
  }
}
