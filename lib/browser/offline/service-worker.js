/**
 * Serves the review without a connection. It keeps one page that holds nothing of anybody, and the files that pages are
 * made of, which never change under their names. No other page and no answer of the API is ever kept. A request for a
 * web worker is left alone: its address carries what to load after the #, which a kept answer would lose.
 */
const cacheName = "epoch __BUILD__";
const page = "/review/offline";
const parts = "/_next/static/";

async function fill() {
  const cache = await caches.open(cacheName);
  const response = await fetch(page, { cache: "no-store", redirect: "error" });
  if (!response.ok) throw new Error(`${page}: ${response.status}`);
  const html = await response.clone().text();
  const files = new Set([...html.matchAll(/\/_next\/static\/[^"'\\\s)]+/g)].map(([path]) => path));
  await cache.addAll([...files]);
  await cache.put(page, response);
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith("epoch ") && name !== cacheName)
      .map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

async function fromCache(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) {
    const cache = await caches.open(cacheName);
    await cache.put(request, response.clone());
  }
  return response;
}

async function pageOrOffline(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(page)) ?? Response.error();
  }
}

self.addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOlder());
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || request.destination === "worker") return;
  if (request.mode === "navigate") event.respondWith(pageOrOffline(request));
  else if (pathname.startsWith(parts)) event.respondWith(fromCache(request));
});
