// Shows what the service pushes to this browser, also while the panel is closed.

self.addEventListener('push', (event) => {
  const { title, body, key, severity } = event.data.json();
  // The tag makes a message that arrives twice one notification.
  event.waitUntil(
    self.registration.showNotification(title, {
      body, tag: key, icon: '/icon.svg', requireInteraction: severity === 'critical',
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(
    self.clients
      .matchAll({ type: 'window' })
      .then((open) => (open.length ? open[0].focus() : self.clients.openWindow('/'))),
  );
});
