/**
 * Serves the review without a connection. It keeps one page that holds nothing of anybody, and the files that pages are
 * made of, which never change under their names. No other page and no answer of the API is ever kept. A request for a
 * web worker is left alone: its address carries what to load after the #, which a kept answer would lose.
 */
const cacheName = "epoch __BUILD__";
const page = "/review/offline";
const parts = "/_next/static/";

/** Only here a cache is made, and only once the server gave the page: to somebody who is signed in. */
async function fill() {
  const response = await fetch(page, { cache: "no-store", redirect: "error" });
  if (!response.ok) throw new Error(`${page}: ${response.status}`);
  const cache = await caches.open(cacheName);
  const html = await response.clone().text();
  const files = new Set([...html.matchAll(/\/_next\/static\/[^"'\\\s)]+/g)].map(([path]) => path));
  await cache.addAll([...files]);
  await cache.put(page, response);
}

/** Tabs of the build before may still need its parts: what is older than that goes. */
async function forgetOlder() {
  const others = (await caches.keys()).filter((name) => name.startsWith("epoch ") && name !== cacheName);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** Fetches the page again if it was kept in another language, palette or choice of keys than a page of now has. */
async function keepLook(look) {
  const kept = await caches.match(page, { cacheName });
  const tag = /<html[^>]*>/.exec((await kept?.text()) ?? "")?.[0] ?? "";
  const isSame = Object.entries(look).every(([name, value]) =>
    value === undefined ? !tag.includes(`${name}=`) : tag.includes(`${name}="${value}"`),
  );
  if (!isSame) await fill();
}

/** Without room for it the part is fetched again next time. */
async function keep(request, response) {
  const cache = await caches.open(cacheName);
  await cache.put(request, response).catch(() => undefined);
}

async function fromCache(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && (await caches.has(cacheName))) await keep(request, response.clone());
  return response;
}

/** Between the browser and the server something may answer in its place that it is not there. */
const isAway = ({ status }) => status >= 502 && status <= 504;

async function pageOrOffline(request) {
  const response = await fetch(request).catch(() => Response.error());
  if (response.type !== "error" && !isAway(response)) return response;
  const kept = await caches.match(page, { cacheName });
  return kept ?? response;
}

self.addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOlder());
});
self.addEventListener("message", (event) => {
  // Without a connection it stays as it is; the next page asks again.
  event.waitUntil(keepLook(event.data).catch(() => undefined));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || request.destination === "worker") return;
  if (request.mode === "navigate") event.respondWith(pageOrOffline(request));
  else if (pathname.startsWith(parts)) event.respondWith(fromCache(request));
});
