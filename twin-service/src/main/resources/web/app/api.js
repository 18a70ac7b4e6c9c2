// What every page asks of the service: who is signed in, devices and their twins.
import { call, path, query } from './rest.js';

// Of one part of the list; a home has fewer.
const MOST_DEVICES = 200;

export { Problem, session } from './rest.js';

// given: { name, password } or { key }
export const signIn = (given) => call('POST', '/api/session', given, { anonymous: true });
export const signOut = () => call('DELETE', '/api/session');
export const currentUser = () => call('GET', '/api/session', undefined, { anonymous: true });
// after: the `next` of the part before
export const devices = (after) =>
  call('GET', `/api/devices${query({ after, size: MOST_DEVICES })}`);
export const device = ({ productId, name }) => call('GET', path`/api/devices/${productId}/${name}`);
export const product = (id) => call('GET', path`/api/products/${id}`);
export const twin = (device, patience) => call('GET', twinPath(device), undefined, { patience });
export const control = (id) => call('GET', path`/api/controls/${id}`);
export const liveUrl = (device) => `${twinPath(device)}/live`;

export function desire(device, values, expirySeconds) {
  return call('PATCH', `${twinPath(device)}/desired${query({ expirySeconds })}`, values);
}

function twinPath({ productId, name }) {
  return path`/api/twins/${productId}/${name}`;
}
