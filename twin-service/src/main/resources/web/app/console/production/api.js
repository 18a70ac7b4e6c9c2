// What the pages of production ask of the service.
import { call, path, query } from '../../rest.js';

// Of up to 100 000 devices, all or none.
const MAKING_MILLIS = 120_000;
const SIZE = 50;

export { products } from '../parts/api.js';
export const list = (after) => call('GET', `/api/production/batches${query({ after, size: SIZE })}`);
export const get = (id) => call('GET', path`/api/production/batches/${id}`);
export const remove = (id) => call('DELETE', path`/api/production/batches/${id}`);
export const audit = (id) => call('GET', path`/api/production/batches/${id}/audit`);

// key: the same for each try at the same batch, so that none is made twice.
export const create = (draft, key) =>
  call('POST', '/api/production/batches', draft, {
    headers: { 'Idempotency-Key': key },
    patience: MAKING_MILLIS,
  });

export const close = ({ id, version }) =>
  call('POST', path`/api/production/batches/${id}/close`, undefined, {
    headers: { 'If-Match': `"${version}"` },
  });

export const devices = (id, finding, after) =>
  call('GET', `${path`/api/production/batches/${id}/audit/devices`}${query({ finding, after, size: SIZE })}`);

export const file = (id, name, parameters = {}) =>
  `${path`/api/production/batches/${id}/${name}`}${query(parameters)}`;
