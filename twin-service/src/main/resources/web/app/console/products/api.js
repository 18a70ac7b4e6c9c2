// What the pages of products ask of the service.
import { call, path, query } from '../../rest.js';
import { ifMatch } from '../parts/api.js';

const SIZE = 50;
// Of a template with tens of thousands of devices behind it.
const CHECK_MILLIS = 30_000;

export { products as list } from '../parts/api.js';
export const get = (id) => call('GET', path`/api/products/${id}`);
export const create = (draft, key) =>
  call('POST', '/api/products', draft, { headers: { 'Idempotency-Key': key } });
export const change = (product, fields) =>
  call('PATCH', path`/api/products/${product.id}`, fields, ifMatch(product));
export const remove = (product) =>
  call('DELETE', path`/api/products/${product.id}`, undefined, ifMatch(product));
export const newSecret = (product) =>
  call('POST', path`/api/products/${product.id}/secret`, undefined, ifMatch(product));

// The text as it was written, so that the service can say where it is wrong.
const json = (text) => new Blob([text], { type: 'application/json' });

export const check = (id, text) =>
  call('POST', path`/api/products/${id}/template/check`, json(text), { patience: CHECK_MILLIS });
export const putTemplate = (product, text, { note, force }) =>
  call('PUT', `${path`/api/products/${product.id}/template`}${query({ note, force })}`, json(text), {
    ...ifMatch(product),
    patience: CHECK_MILLIS,
  });
export const versions = (id, after) =>
  call('GET', `${path`/api/products/${id}/templates`}${query({ after, size: SIZE })}`);
export const version = (id, number) => call('GET', path`/api/products/${id}/templates/${number}`);
export const differences = (id, number, from) =>
  call('GET', `${path`/api/products/${id}/templates/${number}/differences`}${query({ from })}`);
export const restore = (product, number, force) =>
  call('POST', `${path`/api/products/${product.id}/templates/${number}/restore`}${query({ force })}`, undefined, {
    ...ifMatch(product),
    patience: CHECK_MILLIS,
  });
