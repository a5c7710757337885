// Keeps all files of one version of the page, so that it works without a connection. The list of files and its version are written when the page is published;
// a new list means a new version, whose files are fetched afresh and replace the old ones.

importScripts('offline-assets.js');

const prefix = `progressionsim ${new URL(self.registration.scope).pathname} `;
const cacheName = prefix + self.assetsManifest.version;
const files = self.assetsManifest.assets.map(asset => asset.url).filter(url => !/\.(br|gz|map|pdb)$/.test(url) && url !== 'offline.js');

self.addEventListener('install', event => event.waitUntil((async () => {
  const cache = await caches.open(cacheName);
  await cache.addAll(['./', ...files].map(url => new Request(url, { cache: 'no-cache' })));
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  const old = (await caches.keys()).filter(name => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map(name => caches.delete(name)));
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) {
    return;
  }

  if (url.pathname === new URL('api/info', self.registration.scope).pathname) {
    // Without a connection nobody offers big runs; that is no error.
    event.respondWith(fetch(event.request).catch(() => Response.json({})));
  } else {
    event.respondWith((async () => (await (await caches.open(cacheName)).match(event.request, { ignoreSearch: true })) ?? fetch(event.request))());
  }
});
