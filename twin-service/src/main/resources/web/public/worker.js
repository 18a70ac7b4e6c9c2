// Works while the panel is closed or the service is out of reach: shows what is pushed to this browser, and
// keeps the panel's page and scripts, so that it opens without a network. It never keeps data of the interface.

const SHELL = 'shell';
const PAGE = '/';
// Names in it change with their content; so whatever is kept under a name stays right.
const BUNDLE = '/static/bundle/';
const FILES = ['/icon.svg', '/icon-192.png', '/manifest.webmanifest'];
// A page that is slower than this comes from what is kept.
const PATIENCE_MILLIS = 3_000;

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(
    caches.open(SHELL).then(async (shell) => {
      await shell.addAll(FILES);
      await keep(await fetch(PAGE, { cache: 'no-store' }));
    }),
  );
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) {
    return;
  }
  if (mode === 'navigate' && pathname === PAGE) {
    event.respondWith(page(event));
  } else if (pathname.startsWith(BUNDLE)) {
    event.respondWith(bundled(event));
  } else if (FILES.includes(pathname)) {
    event.respondWith(fetch(event.request).catch(() => kept(event.request)));
  }
});

// The newest page there is, so that an update of the service shows at once; what is kept while the service is
// away, slow or restarting behind a proxy.
async function page(event) {
  const fresh = fetch(event.request);
  event.waitUntil(fresh.then((response) => keep(response.clone())).catch(() => {}));
  const usable = fresh.then((response) => (response.status < 500 ? response : undefined)).catch(() => {});
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLIS));
  return (await Promise.race([usable, late])) ?? (await caches.match(PAGE)) ?? fresh;
}

async function bundled(event) {
  const before = await caches.match(event.request);
  if (before) {
    return before;
  }
  const response = await fetch(event.request);
  if (response.ok) {
    const copy = response.clone();
    event.waitUntil(caches.open(SHELL).then((shell) => shell.put(event.request, copy)));
  }
  return response;
}

async function kept(request) {
  return (await caches.match(request)) ?? Response.error();
}

// Keeps the page with its files. Another page is another version: nothing of the old one stays, which also bounds
// what is kept to one version's files.
async function keep(response) {
  if (!response.ok) {
    return;
  }
  const shell = await caches.open(SHELL);
  const text = await response.clone().text();
  if (text === (await (await shell.match(PAGE))?.text())) {
    return;
  }
  const wanted = await firstView(text, shell);
  for (const request of await shell.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith(BUNDLE) && !wanted.has(pathname)) {
      await shell.delete(request);
    }
  }
  await shell.put(PAGE, response);
}

// Keeps what the page names and what that imports at once, not what is loaded when somebody needs it.
async function firstView(page, shell) {
  const wanted = new Set([...page.matchAll(/"(\/static\/bundle\/[^"]+)"/g)].map(([, name]) => name));
  // Those that are added on the way are visited too.
  for (const name of wanted) {
    if (!(await shell.match(name))) {
      await shell.add(name);
    }
    if (name.endsWith('.js')) {
      const script = await (await shell.match(name)).text();
      for (const [, other] of script.matchAll(/\b(?:from|import)\s*"([^"]+\.js)"/g)) {
        wanted.add(new URL(other, location.origin + name).pathname);
      }
    }
  }
  return wanted;
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
