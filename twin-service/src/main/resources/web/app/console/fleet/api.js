// What the page of the fleet asks of the service.
import { call, path, query } from '../../rest.js';

export { products } from '../parts/api.js';
export const fleet = () => call('GET', '/api/fleet');
export const pulse = () => call('GET', '/api/fleet/pulse');
export const map = (productId) => call('GET', `/api/fleet/map${query({ productId })}`);
export const runs = () => call('GET', '/api/fleet/load-runs');
export const attachRun = (run) => call('POST', '/api/fleet/load-runs', run);
export const removeRun = (id) => call('DELETE', path`/api/fleet/load-runs/${id}`);
export const reportOf = (id) => path`/api/fleet/load-runs/${id}/report.html`;
