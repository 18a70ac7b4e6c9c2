// This browser as a recipient of what the service pushes.
import { call, path } from '../rest.js';
import { settings } from '../settings.js';

const KIND = 'web-push';

export const supported = () =>
  isSecureContext && 'serviceWorker' in navigator && 'PushManager' in globalThis;

// The first channel to browsers; undefined if there is none.
export const channel = async () => (await call('GET', '/api/browser-channels'))[0];

export const createChannel = (name, contact) =>
  call('POST', '/api/channels', { name, kind: KIND, settings: { contact: `mailto:${contact}` } });

// How this browser is subscribed; undefined if it is not.
export async function subscription() {
  const worker = await navigator.serviceWorker.ready;
  return (await worker.pushManager.getSubscription()) ?? undefined;
}

export async function subscribe({ id }) {
  const { applicationServerKey } = await call('GET', path`/api/channels/${id}/subscriptions/key`);
  const worker = await navigator.serviceWorker.ready;
  const browser = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey,
  });
  await enrol(id, browser);
  return browser;
}

// { outcome, detail }: what the push service of the browser's maker answered.
export async function test({ id }, browser) {
  return call('POST', path`/api/channels/${id}/subscriptions/${await enrol(id, browser)}/test`);
}

// The id of its subscription; again for the same browser renews it.
async function enrol(channel, browser) {
  const { endpoint, keys } = browser.toJSON();
  const draft = { endpoint, keys, language: settings.language };
  return (await call('POST', path`/api/channels/${channel}/subscriptions`, draft)).id;
}

// The service notices at its next message.
export const unsubscribe = (browser) => browser.unsubscribe();

// Nobody is told here any more.
export async function end() {
  const worker = supported() ? await navigator.serviceWorker.getRegistration() : undefined;
  await (await worker?.pushManager.getSubscription())?.unsubscribe();
}
