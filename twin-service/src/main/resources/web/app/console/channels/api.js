// What the pages of channels ask of the service.
import { call, path, query } from '../../rest.js';
import { ifMatch } from '../parts/api.js';

// The provider has ten seconds for each recipient.
const TEST_MILLIS = 60_000;
const SIZE = 50;

export { channels as list } from '../parts/api.js';
export const get = (id) => call('GET', path`/api/channels/${id}`);
export const create = (draft) => call('POST', '/api/channels', draft);
export const change = (channel, draft) =>
  call('PUT', path`/api/channels/${channel.id}`, draft, ifMatch(channel));
export const remove = (channel) =>
  call('DELETE', path`/api/channels/${channel.id}`, undefined, ifMatch(channel));
export const test = (id) =>
  call('POST', path`/api/channels/${id}/test`, undefined, { patience: TEST_MILLIS });
export const messages = (state, channel, page) =>
  call('GET', `/api/push-messages${query({ state, channel, page, size: SIZE })}`);
export const retry = (id) => call('POST', path`/api/push-messages/${id}/retry`);
export const retryAll = (channel) => call('POST', `/api/push-messages/retry${query({ channel })}`);
export const drop = (id) => call('DELETE', path`/api/push-messages/${id}`);
