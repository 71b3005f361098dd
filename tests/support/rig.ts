import type { Page } from '@playwright/test';
import type { Devtools } from './cdp';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export const WRONG_CLOCKS = {
  'an hour slow': -HOUR,
  'three days fast': 3 * DAY,
  'in 1970': 1e9 - Date.now(),
  'ten years fast': 3652 * DAY
};

/**
 * Sets the clock of a page wrong before it loads; `jumpClock` sets it wrong while it runs. Timers go on as they did,
 * as they do on a device. The clock of its service worker stays right.
 *
 * @param milliseconds ahead, or behind when negative
 */
export async function setClockWrong(page: Page, milliseconds: number): Promise<void> {
  await inEveryPage(
    page,
    (shift: number) => {
      const Right = Date;
      let ahead = shift;
      const now = () => Right.now() + ahead;
      const Wrong = function (this: unknown, ...given: []) {
        if (!new.target) return new Right(now()).toString();
        return given.length === 0 ? new Right(now()) : new Right(...given);
      };
      Object.setPrototypeOf(Wrong, Right);
      Wrong.prototype = Right.prototype;
      Wrong.now = now;
      Object.assign(window, { Date: Wrong, jumpClock: (by: number) => (ahead += by) });
    },
    milliseconds
  );
}

/** Moves the clock of a page that runs. It needs a page whose clock was set by `setClockWrong`, be it by 0. */
export function jumpClock(page: Page, milliseconds: number): Promise<void> {
  return page.evaluate(
    (by) => void (window as unknown as { jumpClock(by: number): void }).jumpClock(by),
    milliseconds
  );
}

/**
 * Takes away all a page could keep things in: `refused`, as for a browser whose storage is switched off, where even
 * looking at it throws; or `full`, where reading works and nothing can be written.
 */
export async function refuseStorage(page: Page, how: 'refused' | 'full'): Promise<void> {
  await inEveryPage(
    page,
    (kind: 'refused' | 'full') => {
      const refuse = (name: string) => () => {
        throw new DOMException('Storage is refused by the test.', name);
      };
      if (kind === 'refused') {
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
          Object.defineProperty(window, name, { configurable: true, get: refuse('SecurityError') });
        Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => undefined });
        Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: refuse('SecurityError') });
        return;
      }
      const full = refuse('QuotaExceededError');
      const fully = () =>
        Promise.reject(new DOMException('Storage is full by the test.', 'QuotaExceededError'));
      Object.assign(Storage.prototype, { setItem: full });
      Object.assign(IDBObjectStore.prototype, { put: full, add: full });
      if ('Cache' in window) Object.assign(Cache.prototype, { put: fully, add: fully, addAll: fully });
    },
    how
  );
}

/**
 * Lets the time of a page run ahead as fast as it can: its timers, its frames and its clock, not its network.
 *
 * @param session of the DevTools protocol, `context.newCDPSession(page)`
 * @param milliseconds to pass; settles when they have passed
 */
export async function passTime(
  session: Devtools & { once(event: 'Emulation.virtualTimeBudgetExpired', heard: () => void): unknown },
  milliseconds: number
): Promise<void> {
  const passed = new Promise<void>((resolve) =>
    session.once('Emulation.virtualTimeBudgetExpired', () => resolve())
  );
  await session.send('Emulation.setVirtualTimePolicy', {
    policy: 'advance',
    budget: milliseconds,
    maxVirtualTimeTaskStarvationCount: 10_000
  });
  await passed;
}

/**
 * Breathes for the server every 15 seconds of the page's time: when that runs ahead, the server's own 15 seconds are
 * hours. Counts in `window.rotations` how often the wall put a picture in the place of another.
 */
export async function breatheAndCount(page: Page): Promise<void> {
  await inEveryPage(page, () => {
    const counted = Object.assign(window, { rotations: 0 });
    document.addEventListener('DOMContentLoaded', () =>
      new MutationObserver((changes) => {
        for (const { addedNodes, target } of changes)
          if (target.nodeName === 'MAIN') counted.rotations += addedNodes.length;
      }).observe(document.body, { childList: true, subtree: true })
    );
    const request = window.fetch.bind(window);
    window.fetch = async (...asked) => {
      const response = await request(...asked);
      if (!String(asked[0]).includes('/wall/stream') || !response.body) return response;
      const reader = response.body.getReader();
      const breath = new TextEncoder().encode(': beat\n\n');
      return new Response(
        new ReadableStream({
          start(controller) {
            const breathing = setInterval(() => controller.enqueue(breath), 15_000);
            const read = (): Promise<void> =>
              reader.read().then(({ done, value }) => {
                if (value) controller.enqueue(value);
                return done ? Promise.reject(new Error('over')) : read();
              });
            read().catch((error: unknown) => {
              clearInterval(breathing);
              controller.error(error);
            });
          }
        }),
        { status: response.status, headers: response.headers }
      );
    };
  });
}

/** Runs before the scripts of a page. Some compilers wrap every function with a name in a helper of theirs. */
async function inEveryPage<Given>(page: Page, script: (given: Given) => void, given?: Given): Promise<void> {
  await page.addInitScript({ content: 'window.__name = (named) => named;' });
  await page.addInitScript<Given | undefined>(script as never, given);
}

/** What a page holds in memory once what nobody needs is gone. */
export interface Holding {
  /** Bytes of script heap. */
  heap: number;
  nodes: number;
  listeners: number;
}

export async function readHolding(session: Devtools): Promise<Holding> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
  const counters = (await session.send('Memory.getDOMCounters')) as {
    nodes: number;
    jsEventListeners: number;
  };
  return { heap: usedSize, nodes: counters.nodes, listeners: counters.jsEventListeners };
}
