// What the list of timers and their form ask of the service.
import { call, path, query } from '../rest.js';

const MOST = 200;
const LAST_FIRINGS = 10;

export const timers = async ({ productId, name }) =>
  (await call('GET', `/api/timers${query({ productId, name, size: MOST })}`)).items;
export const create = (draft) => call('POST', '/api/timers', draft);
export const change = ({ id, version }, part) =>
  call('PATCH', path`/api/timers/${id}`, part, { headers: { 'If-Match': `"${version}"` } });
export const remove = ({ id }) => call('DELETE', path`/api/timers/${id}`);
export const firings = async ({ id }) =>
  (await call('GET', path`/api/timers/${id}/firings` + query({ size: LAST_FIRINGS }))).items;
