// What adding a socket asks of the service.
import { call, path, query } from '../rest.js';

export const drawToken = () => call('POST', '/api/bind-tokens');
export const tokenState = (token) => call('GET', path`/api/bind-tokens/${token}`);
export const bind = ({ productId, name }) =>
  call('PUT', path`/api/devices/${productId}/${name}/binding`);
export const register = (draft) => call('POST', '/api/devices', draft);
export const products = async () =>
  (await call('GET', `/api/products${query({ size: 200 })}`)).items;
