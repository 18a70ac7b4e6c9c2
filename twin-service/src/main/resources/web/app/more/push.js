// This browser as a recipient of what the service pushes.
import { call, path, query } from '../rest.js';
import { settings } from '../settings.js';

const KIND = 'web-push';

export const supported = () =>
  isSecureContext && 'serviceWorker' in navigator && 'PushManager' in globalThis;

// The first channel to browsers; undefined if there is none.
export async function channel() {
  const { items } = await call('GET', `/api/channels${query({ size: 200 })}`);
  return items.find(({ kind, enabled }) => kind === KIND && enabled);
}

export const createChannel = (name, contact) =>
  call('POST', '/api/channels', { name, kind: KIND, settings: { contact: `mailto:${contact}` } });

export const test = ({ id }) => call('POST', path`/api/channels/${id}/test`);

// How this browser is subscribed; undefined if it is not.
export async function subscription() {
  const worker = await navigator.serviceWorker.ready;
  return (await worker.pushManager.getSubscription()) ?? undefined;
}

export async function subscribe({ id }) {
  const base = path`/api/channels/${id}/subscriptions`;
  const { applicationServerKey } = await call('GET', `${base}/key`);
  const worker = await navigator.serviceWorker.ready;
  const browser = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey,
  });
  const { endpoint, keys } = browser.toJSON();
  await call('POST', base, { endpoint, keys, language: settings.language });
  return browser;
}

// The service notices at its next message.
export const unsubscribe = (browser) => browser.unsubscribe();
