// What the pages of devices ask of the service.
import { call, path, query } from '../../rest.js';
import { ifMatch } from '../parts/api.js';

// The most that one request gives.
export const PAGE = 200;
const ACTION_SECONDS = 8;

const devicePath = ({ productId, name }) => path`/api/devices/${productId}/${name}`;
const twinPath = ({ productId, name }) => path`/api/twins/${productId}/${name}`;

export { products } from '../parts/api.js';
export const groups = async () => (await call('GET', `/api/groups${query({ size: PAGE })}`)).items;
export const list = (filter, after) => call('GET', `/api/devices${query({ ...filter, after, size: PAGE })}`);
export const get = (device) => call('GET', devicePath(device));
export const product = (id) => call('GET', path`/api/products/${id}`);
export const register = (draft, key) =>
  call('POST', '/api/devices', draft, { headers: { 'Idempotency-Key': key } });
export const change = (device, fields) => call('PATCH', devicePath(device), fields, ifMatch(device));
export const remove = (device) => call('DELETE', devicePath(device), undefined, ifMatch(device));
export const newSecret = (device) => call('POST', `${devicePath(device)}/secret`, undefined, ifMatch(device));
export const bulk = (wanted) => call('POST', '/api/devices/bulk', wanted, { patience: 120_000 });

export const messagesUrl = (device) => `${devicePath(device)}/messages/live`;
export const messages = (device, after) =>
  call('GET', `${devicePath(device)}/messages${query({ after, size: PAGE })}`);
export const messageLog = (device) => call('GET', `${devicePath(device)}/message-log`);
export const keepMessages = (device, hours) => call('PUT', `${devicePath(device)}/message-log`, { hours });
export const dropMessages = (device) => call('DELETE', `${devicePath(device)}/message-log`);

export const events = ({ productId, name }, after) =>
  call('GET', `/api/history/events${query({ productId, name, after })}`);
export const controls = ({ productId, name }, after) =>
  call('GET', `${path`/api/history/devices/${productId}/${name}/controls`}${query({ after })}`);
export const act = (device, actionId, input) =>
  call('POST', `${twinPath(device)}/actions/${encodeURIComponent(actionId)}`, input, {
    patience: 1_000 * ACTION_SECONDS,
  });

export function sendRaw(device, bytes) {
  const body = new Blob([bytes], { type: 'application/octet-stream' });
  return call('POST', `${twinPath(device)}/raw`, body);
}
