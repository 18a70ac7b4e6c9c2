// What several sections ask of the service.
import { call, query } from '../../rest.js';

const MOST = 200;

export const products = async () => {
  const { items } = await call('GET', `/api/products${query({ size: MOST })}`);
  return items.map((product) => ({
    ...product,
    template: { properties: [], events: [], ...product.template },
  }));
};

export const channels = async () => (await call('GET', `/api/channels${query({ size: MOST })}`)).items;
export const flows = async () => (await call('GET', `/api/flows${query({ size: MOST })}`)).items;

// Devices whose names begin so, for suggestions.
export const deviceNames = async (productId, prefix, size = 20) =>
  (await call('GET', `/api/devices${query({ productId, prefix, size })}`)).items.map(({ name }) => name);

export const ifMatch = ({ version }) => ({ headers: { 'If-Match': `"${version}"` } });
