import type { CDPSession } from 'playwright';
import { brotliCompressSync } from 'node:zlib';
import type { RunningApp } from '../tests/support/app';
import { quantile, tenths } from './quantile';
import { launchBrowser, SLOWER, TV, watchScreen } from './wall-screen';

const VISITS = 5;
/** 1.6 Mbit/s in bytes a second, and how long the line takes back and forth in milliseconds. */
const LINE = { throughput: 200_000, latency: 40 };
/** Fonts that arrive late move nothing after this many milliseconds. */
const SETTLED = 3_000;

/** What the first visit of a screen weighs, and how long it takes on a slow line and a slow screen: medians of five. */
export async function measureLoad(app: RunningApp) {
  const browser = await launchBrowser();
  try {
    const visits: { first: number; shift: number; script: number; all: number }[] = [];
    let parts: Record<string, number> = {};
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
      const { script, all, kinds } = await weighed();
      visits.push({ first, shift: await screen.layoutShift(), script, all });
      parts = kinds;
      await context.close();
    }
    const median = (key: keyof (typeof visits)[number]) =>
      quantile(
        visits.map((visit) => visit[key]),
        0.5
      );
    return {
      script_kb_brotli: tenths(median('script') / 1000),
      first_load_kb: tenths(median('all') / 1000),
      first_load_parts_kb: parts,
      first_verbatim_ms: Math.round(median('first')),
      layout_shift: Math.max(...visits.map(({ shift }) => shift))
    };
  } finally {
    await browser.close();
  }
}

/** Counts what crosses the line, compressed as it is; scripts also as brotli would have them, whatever the server does. */
async function weigh(
  session: CDPSession
): Promise<() => Promise<{ script: number; all: number; kinds: Record<string, number> }>> {
  const scripts: string[] = [];
  const sizes = new Map<string, number>();
  const kindOf = new Map<string, string>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') scripts.push(requestId);
    kindOf.set(requestId, response.mimeType === 'text/event-stream' ? 'content' : type.toLowerCase());
  });
  const add = (id: string, size: number) => sizes.set(id, (sizes.get(id) ?? 0) + size);
  session.on('Network.dataReceived', ({ requestId, encodedDataLength, dataLength }) =>
    add(requestId, encodedDataLength || dataLength)
  );
  // What was compressed is counted once it is whole, headers included.
  session.on(
    'Network.loadingFinished',
    ({ requestId, encodedDataLength }) => void sizes.set(requestId, encodedDataLength)
  );
  await session.send('Network.enable');
  return async () => {
    let script = 0;
    for (const requestId of scripts) {
      const { body } = await session.send('Network.getResponseBody', { requestId });
      script += brotliCompressSync(body).length;
    }
    const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const kinds: Record<string, number> = {};
    for (const [id, size] of sizes) {
      const kind = kindOf.get(id) ?? 'other';
      kinds[kind] = tenths((kinds[kind] ?? 0) + size / 1000);
    }
    return { script, all, kinds };
  };
}
