// What the pages of alarms ask of the service.
import { call, path, query } from '../../rest.js';

const SIZE = 50;

export { flows, products } from '../parts/api.js';
export const LIVE = '/api/alarms/live';
export const list = (filter, page) => call('GET', `/api/alarms${query({ ...filter, page, size: SIZE })}`);
export const csv = (filter) => `/api/alarms/export.csv${query(filter)}`;
export const get = (id) => call('GET', path`/api/alarms/${id}`);
export const acknowledge = (id) => call('POST', path`/api/alarms/${id}/acknowledgement`);
export const close = (id) => call('POST', path`/api/alarms/${id}/closure`);
export const comment = (id, text) => call('POST', path`/api/alarms/${id}/comments`, { text });
