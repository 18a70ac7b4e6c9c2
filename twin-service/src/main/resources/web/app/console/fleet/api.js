// What the page of the fleet asks of the service.
import { call, query } from '../../rest.js';

export { products } from '../parts/api.js';
export const fleet = () => call('GET', '/api/fleet');
export const pulse = () => call('GET', '/api/fleet/pulse');
export const map = (productId) => call('GET', `/api/fleet/map${query({ productId })}`);
