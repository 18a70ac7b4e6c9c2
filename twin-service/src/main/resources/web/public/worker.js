// Keeps the app, so that it opens without the service; shows what the service pushes, also while the
// app is closed.
const CACHE = 'shell';
const PAGE = '/';
// Their names change with their content.
const BUNDLE = '/static/bundle/';
// Of the newest version and some before it; beyond, the oldest go.
const MOST_FILES = 80;

self.addEventListener('install', (event) => {
  event.waitUntil(keepPage().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// The page and the files it names.
async function keepPage() {
  const page = await fetch(PAGE);
  const files = [...(await page.clone().text()).matchAll(/"(\/static\/bundle\/[^"]+)"/g)];
  const cache = await caches.open(CACHE);
  await cache.addAll([...files.map(([, file]) => file), '/icon.svg', '/manifest.webmanifest']);
  await cache.put(PAGE, page);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) {
    return;
  }
  if (pathname.startsWith(BUNDLE)) {
    event.respondWith(keptFirst(request));
  } else if (pathname === PAGE || ['/icon.svg', '/manifest.webmanifest'].includes(pathname)) {
    event.respondWith(newestFirst(request, pathname));
  }
});

async function keptFirst(request) {
  return (await caches.match(request)) ?? keep(request, await fetch(request));
}

async function newestFirst(request, key) {
  try {
    return await keep(key, await fetch(request));
  } catch (lost) {
    const kept = await caches.match(key);
    if (kept) {
      return kept;
    }
    throw lost;
  }
}

async function keep(key, response) {
  if (response.ok) {
    const cache = await caches.open(CACHE);
    await cache.put(key, response.clone());
    const bundle = (await cache.keys()).filter(({ url }) => url.includes(BUNDLE));
    await Promise.all(
      bundle.slice(0, Math.max(0, bundle.length - MOST_FILES)).map((old) => cache.delete(old)),
    );
  }
  return response;
}

self.addEventListener('push', (event) => {
  const { title, body, key, severity } = event.data.json();
  // The tag makes a message that arrives twice one notification.
  event.waitUntil(
    self.registration.showNotification(title, {
      body, tag: key, icon: '/icon-192.png', requireInteraction: severity === 'critical',
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(
    self.clients
      .matchAll({ type: 'window' })
      .then((open) => (open.length ? open[0].focus() : self.clients.openWindow('/#/alarms'))),
  );
});
