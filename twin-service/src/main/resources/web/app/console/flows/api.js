// What the pages of flows ask of the service.
import { call, path, query } from '../../rest.js';
import { ifMatch } from '../parts/api.js';

// A back-test may take a minute.
const BACK_TEST_MILLIS = 70_000;
const MOST = 200;

export { channels, products } from '../parts/api.js';
export const list = (page, productId) => call('GET', `/api/flows${query({ page, size: MOST, productId })}`);
export const activity = () => call('GET', '/api/flows/activity');
export const get = (id) => call('GET', path`/api/flows/${id}`);
export const create = (draft) => call('POST', '/api/flows', draft);
export const change = (flow, draft) => call('PUT', path`/api/flows/${flow.id}`, draft, ifMatch(flow));
export const remove = (flow) => call('DELETE', path`/api/flows/${flow.id}`, undefined, ifMatch(flow));
export const check = async (draft) => (await call('POST', '/api/flows/check', draft)).flaws;
export const tryOut = (trial) => call('POST', '/api/flows/try', trial);
export const versions = (id) => call('GET', path`/api/flows/${id}/versions`);
export const backTest = (test) =>
  call('POST', '/api/flows/back-test', test, { patience: BACK_TEST_MILLIS });
