// What the pages of timers ask of the service.
import { call, path, query } from '../../rest.js';
import { ifMatch } from '../parts/api.js';

const SIZE = 50;

export { deviceNames, products } from '../parts/api.js';
export const list = (filter, after) => call('GET', `/api/timers${query({ ...filter, after, size: SIZE })}`);
export const get = (id) => call('GET', path`/api/timers/${id}`);
export const create = (draft) => call('POST', '/api/timers', draft);
export const change = (timer, patch) => call('PATCH', path`/api/timers/${timer.id}`, patch, ifMatch(timer));
export const remove = (timer) => call('DELETE', path`/api/timers/${timer.id}`, undefined, ifMatch(timer));
export const firings = (id, after) => call('GET', `${path`/api/timers/${id}/firings`}${query({ after, size: SIZE })}`);
