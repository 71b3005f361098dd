/** Written in front of this script by whoever serves it: the build, and the files without which its page is none. */
declare const BUILD: string;
declare const FILES: string[];

/** What a service worker has and a page has not; the types of both cannot be had at once. */
interface Worker {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(name: string, hear: (event: Event & Lasting) => void): void;
}
interface Lasting {
  request: Request;
  data: { booted?: string } | null;
  waitUntil(work: Promise<unknown>): void;
  respondWith(response: Promise<Response>): void;
}

const worker = self as unknown as Worker;
const SHELL = '/wall';
const ASSETS = '/_app/immutable/wall/';
const CACHE = `wall-${BUILD}`;
/** A network that takes longer to bring the page is as good as none. Milliseconds. */
const PATIENCE = 3_000;

// Opens the wall without a network, where the browser can. What is shown on it is none of its business: the stream,
// the beats and the pairing go past it.
worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => {
  if (event.data && event.data.booted) event.waitUntil(forgetAllBut(event.data.booted));
});
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname, search } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  const isShell = mode === 'navigate' && pathname === SHELL && !/[?&](trial|preview)\b/.test(search);
  if (isShell) event.respondWith(shell());
  else if (pathname.startsWith(ASSETS)) event.respondWith(asset(event.request));
});

async function install(): Promise<void> {
  const page = await fetch(SHELL, { cache: 'no-store' });
  const isOurs = (await page.clone().text()).indexOf(`data-build="${BUILD}"`) > 0;
  // Two servers behind a balancer: the browser will ask again.
  if (!page.ok || !isOurs) throw new Error('The page is of another build.');
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES);
  await cache.put(SHELL, page);
  await worker.skipWaiting();
}

/** From the network if it brings it soon; else the page that booted last. */
async function shell(): Promise<Response> {
  const fetched = fetch(SHELL, { cache: 'no-cache' });
  const brought = await Promise.race([fetched.catch(() => null), after(PATIENCE)]);
  if (brought && brought.ok) return brought;
  // Looks into the oldest cache first: a newer one is of a page that has not booted yet.
  return (await caches.match(SHELL)) || fetched;
}

/** What a build before this one kept is kept on: it will be forgotten. */
async function asset(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  const found = (await caches.match(request.url)) || (await fetch(request));
  if (found.ok) await cache.put(request.url, found.clone());
  return found;
}

/** A page has booted: those before it are not needed any more. The build of this worker may boot next. */
async function forgetAllBut(build: string): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('wall-') && name !== `wall-${build}` && name !== CACHE) await caches.delete(name);
  }
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms));
}

export {};
