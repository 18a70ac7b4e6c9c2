// What the settings of a socket ask of the service.
import { Problem, call, path, query } from '../rest.js';
import { settings } from '../settings.js';

const MOST = 200;
// A year of reports takes its time.
const EXPORT_PATIENCE_MILLIS = 300_000;

const of = ({ productId, name }) => path`/api/devices/${productId}/${name}`;

export const change = (device, fields, version) =>
  call('PATCH', of(device), fields, { headers: { 'If-Match': `"${version}"` } });
export const remove = (device) => call('DELETE', of(device));

export const homes = async () => (await call('GET', `/api/homes${query({ size: MOST })}`)).items;
export const rooms = (homeId) => call('GET', path`/api/homes/${homeId}/rooms`);
export const createHome = (name) =>
  call('POST', '/api/homes', {
    name,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
export const createRoom = (homeId, name) =>
  call('POST', path`/api/homes/${homeId}/rooms`, { name });

export const tariffs = () => call('GET', '/api/tariffs');
export const tariffOf = async ({ productId, name }) =>
  (await call('GET', path`/api/energy/${productId}/${name}`)).tariff;
export const assignTariff = ({ productId, name }, tariffId) =>
  tariffId
    ? call('PUT', path`/api/energy/${productId}/${name}/tariff`, { tariffId })
    : call('DELETE', path`/api/energy/${productId}/${name}/tariff`);
export const putTariff = (id, tariff) => call('PUT', path`/api/tariffs/${id}`, tariff);

// Readings or energy as a file.
export async function exported({ productId, name }, { what, from, to, step }) {
  const url =
    what === 'energy'
      ? path`/api/energy/${productId}/${name}` + query({ from, to, period: step })
      : path`/api/history/devices/${productId}/${name}/reports` + query({ from, to, step });
  let answer;
  try {
    answer = await fetch(url, {
      headers: {
        Accept: 'text/csv',
        'Accept-Language': settings.language === 'zh' ? 'zh-CN' : 'en',
      },
      signal: AbortSignal.timeout(EXPORT_PATIENCE_MILLIS),
    });
  } catch {
    throw new Problem('unreachable');
  }
  if (!answer.ok) {
    throw Problem.of(await answer.text(), answer.status);
  }
  return answer.blob();
}
