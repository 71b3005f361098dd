import type { CDPSession } from 'playwright';
import { brotliCompressSync } from 'node:zlib';
import type { RunningApp } from '../tests/support/app';
import { layCable } from '../tests/support/proxy';
import { quantile, tenths } from './quantile';
import { launchBrowser, SLOWER, TV, watchScreen } from './wall-screen';

const VISITS = 5;
/** 1.6 Mbit/s in bytes a second, and how long the line takes back and forth in milliseconds. */
const LINE = { throughput: 200_000, latency: 40 };
/** Fonts that arrive late move nothing after this many milliseconds. */
const SETTLED = 3_000;
const MINUTE = 60_000;

type Page = Awaited<ReturnType<typeof watchScreen>>['page'];

/**
 * What the first visit of a screen weighs, and how long it takes on a slow line and a slow screen: medians of five.
 *
 * The first load is all that crossed the line until the first verbatim was on the screen. What comes later, such as
 * the fonts of scripts that are not on the screen yet, is in the first minute, which is everything, the service worker
 * included: of one visit, on a line that is not slow.
 */
export async function measureLoad(app: RunningApp) {
  const browser = await launchBrowser();
  try {
    const visits: { first: number; shift: number; script: number; load: Parts }[] = [];
    for (let i = 0; i < VISITS; i += 1) {
      const context = await browser.newContext(TV);
      const screen = await watchScreen(context, SLOWER);
      const weighed = await weigh(screen.session);
      await screen.session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: LINE.latency,
        downloadThroughput: LINE.throughput,
        uploadThroughput: LINE.throughput
      });
      await screen.page.goto(`${app.url}/wall`, { waitUntil: 'commit' });
      const first = await screen.firstPaint();
      await new Promise((resolve) => setTimeout(resolve, SETTLED));
      const { script, load } = await weighed((await openedAt(screen.page)) + first);
      visits.push({ first, shift: await screen.layoutShift(), script, load });
      await context.close();
    }
    const median = (of: (visit: (typeof visits)[number]) => number) => quantile(visits.map(of), 0.5);
    const kinds = [...new Set(visits.flatMap(({ load }) => Object.keys(load)))];
    const minute = await browser.newContext(TV).then((context) => weighMinute(app, context));
    return {
      script_kb_brotli: tenths(median(({ script }) => script / 1000)),
      first_load_kb: tenths(median(({ load }) => sum(Object.values(load)) / 1000)),
      first_load_parts_kb: Object.fromEntries(
        kinds.map((kind) => [kind, tenths(median(({ load }) => (load[kind] ?? 0) / 1000))])
      ),
      first_minute_kb: tenths(minute / 1000),
      first_verbatim_ms: Math.round(median(({ first }) => first)),
      layout_shift: Math.max(...visits.map(({ shift }) => shift))
    };
  } finally {
    await browser.close();
  }
}

/** Bytes by what they are: the page, its script, its styles, fonts, and the content, which comes over the stream. */
type Parts = Record<string, number>;

/** Something that crossed the line, and when, in seconds since 1970. */
interface Crossing {
  at: number;
  encoded: number;
  decoded: number;
}

/**
 * Notes what crosses the line, compressed as it is; scripts are also weighed as brotli would have them, whatever the
 * server does.
 *
 * @returns a function to call at the end: what all scripts weigh, and what had crossed until a time in milliseconds
 *   since 1970
 */
async function weigh(
  session: CDPSession
): Promise<(until: number) => Promise<{ script: number; load: Parts }>> {
  const scripts: string[] = [];
  const crossings = new Map<string, Crossing[]>();
  const kindOf = new Map<string, string>();
  let clock = 0;
  const add = (id: string, timestamp: number, encoded: number, decoded = 0) =>
    crossings.set(id, [...(crossings.get(id) ?? []), { at: timestamp + clock, encoded, decoded }]);
  session.on('Network.requestWillBeSent', ({ timestamp, wallTime }) => void (clock = wallTime - timestamp));
  session.on('Network.responseReceived', ({ requestId, timestamp, type, response }) => {
    if (type === 'Script') scripts.push(requestId);
    kindOf.set(requestId, response.mimeType === 'text/event-stream' ? 'content' : type.toLowerCase());
    // The headers.
    add(requestId, timestamp, response.encodedDataLength);
  });
  session.on('Network.dataReceived', ({ requestId, timestamp, encodedDataLength, dataLength }) =>
    add(requestId, timestamp, encodedDataLength, dataLength)
  );
  // A file that came whole before it was looked at is counted once it ends.
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) =>
    add(requestId, timestamp, encodedDataLength - sum((crossings.get(requestId) ?? []).map(encodedOf)))
  );
  await session.send('Network.enable');

  return async (until) => {
    let script = 0;
    for (const requestId of scripts) {
      const { body } = await session.send('Network.getResponseBody', { requestId });
      script += brotliCompressSync(body).length;
    }
    const load: Parts = {};
    for (const [id, all] of crossings) {
      const crossed = all.filter(({ at }) => at * 1000 <= until);
      if (crossed.length === 0) continue;
      const kind = kindOf.get(id) ?? 'other';
      load[kind] = (load[kind] ?? 0) + sum(crossed.map(encodedOf));
    }
    return { script, load };
  };
}

/** A stream that never ends is not always told apart from what is in it. */
function encodedOf({ encoded, decoded }: Crossing): number {
  return encoded || decoded;
}

/** Bytes from the server to a screen in its first minute, those that no page asked for included. */
async function weighMinute(
  app: RunningApp,
  context: Awaited<ReturnType<Awaited<ReturnType<typeof launchBrowser>>['newContext']>>
): Promise<number> {
  const cable = await layCable(app.url);
  const { page, firstPaint } = await watchScreen(context);
  await page.goto(`${cable.url}/wall`, { waitUntil: 'commit' });
  await firstPaint();
  await page.waitForTimeout(MINUTE - (Date.now() - (await openedAt(page))));
  const bytes = cable.bytes();
  await context.close();
  await cable.dispose();
  return bytes;
}

/** When a page was asked for, in milliseconds since 1970. */
function openedAt(page: Page): Promise<number> {
  return page.evaluate(() => performance.timeOrigin);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
