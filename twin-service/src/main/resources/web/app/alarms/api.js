// What pages ask about alarms.
import { call, path, query } from '../rest.js';

const MOST = 50;

// filter: { state, productId, device, page }
export const alarms = (filter) => call('GET', `/api/alarms${query({ size: MOST, ...filter })}`);
export const openCount = async () =>
  (await call('GET', `/api/alarms${query({ state: 'open', size: 1 })}`)).total;
export const acknowledge = (id) => call('POST', path`/api/alarms/${id}/acknowledgement`);
