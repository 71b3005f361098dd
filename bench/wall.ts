import { createClient } from '@supabase/supabase-js';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Page } from 'playwright';
import WebSocket from 'ws';
import { ensureChromium } from '../src/cli/browser.js';
import type { Database } from '../src/lib/server/database.types';
import { throughDoor } from '../src/lib/server/embedded/door';
import type { Client } from '../src/lib/server/supabase';
import { startApp } from '../tests/support/app';

const INSERTS = 200;
/** Milliseconds between two inserts, so that each has the screen to itself for a moment, as in life. */
const GAP = { least: 150, most: 350 };
/** What is not on the screen after this many milliseconds has been lost. */
const PATIENCE = 10_000;
const SENTIMENTS = ['positive', 'positive', 'positive', 'neutral', 'negative'] as const;

const CHROMIUM = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

/**
 * Runs in the page, as text because what the compiler adds to functions is missing there. Notes when each verbatim was
 * first painted, on the card or in the announcement above it: after the frame in which it is there and at least half
 * opaque, since a card that fades in is not there at once.
 */
const WATCH_THE_PIXELS = `
  const painted = new Map();
  const isVisible = (element) => {
    for (let each = element; each; each = each.parentElement) {
      if (Number(getComputedStyle(each).opacity) < 0.5) return false;
    }
    return true;
  };
  const look = () => {
    const seen = [...document.querySelectorAll('[data-verbatim]')]
      .filter((element) => !painted.has(element.dataset.verbatim) && isVisible(element))
      .map((element) => element.dataset.verbatim);
    if (seen.length > 0) {
      const afterTheFrame = new MessageChannel();
      afterTheFrame.port1.onmessage = () => seen.forEach((id) => painted.set(id, performance.timeOrigin + performance.now()));
      afterTheFrame.port2.postMessage(null);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.paintedAt = (id) => painted.get(id) ?? null;
`;

interface Sample {
  /** From the moment the insert was sent; it includes the insert itself. */
  fromSent: number;
  /** From the moment the database said it was done; negative where the screen was faster than the answer. */
  fromDone: number;
}

/** npm run bench:wall [-- --json] */
export async function run(args: string[]): Promise<number> {
  const target = await openTarget();
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: CHROMIUM });
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    const weighed = weighScripts(page);
    await page.addInitScript({ content: WATCH_THE_PIXELS });
    await page.goto(`${target.url}/wall`);
    await page
      .getByRole('status')
      .getByText(/en direct|live/)
      .waitFor();
    const samples: Sample[] = [];
    for (let i = 0; i < INSERTS; i += 1) {
      samples.push(await measure(page, target.service, i));
      await new Promise((resolve) => setTimeout(resolve, GAP.least + Math.random() * (GAP.most - GAP.least)));
    }
    report(samples, (await weighed()) / 1000, args.includes('--json'));
    return 0;
  } finally {
    await browser.close();
    await target.dispose();
  }
}

/** The application of BENCH_URL on this machine, with its DATA_DIR; else one of our own with the demo company. */
async function openTarget(): Promise<{ url: string; service: Client; dispose(): Promise<void> }> {
  const { BENCH_URL, DATA_DIR } = process.env;
  if (!BENCH_URL) return startApp();
  if (!DATA_DIR)
    throw new Error(
      'With BENCH_URL also set DATA_DIR, the data directory of that server: verbatims go in through it.'
    );
  const { secretKey } = JSON.parse(await readFile(join(DATA_DIR, 'secrets.json'), 'utf8')) as {
    secretKey: string;
  };
  const service = createClient<Database>('http://embedded.supabase', secretKey, {
    auth: { persistSession: false },
    global: { fetch: throughDoor(DATA_DIR) },
    realtime: { transport: WebSocket as never }
  });
  return { url: BENCH_URL, service, dispose: async () => undefined };
}

/** Adds up the scripts a wall loads, in bytes of brotli, whatever the server compresses. */
function weighScripts(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.push(response.body().then((body) => brotliCompressSync(body).length));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function measure(page: Page, service: Client, i: number): Promise<Sample> {
  const id = crypto.randomUUID();
  const text = `Verbatim de mesure numéro ${i}, aussi long que la plupart de ceux que les clients laissent.`;
  const sentiment = SENTIMENTS[i % SENTIMENTS.length] ?? 'positive';
  const { data: source } = await service.from('sources').select('id').limit(1).single().throwOnError();
  const sent = now();
  await service
    .from('verbatims')
    .insert({
      id,
      source_id: source.id,
      external_id: id,
      raw_text: text,
      text,
      language: 'fr',
      status: 'approved',
      sentiment,
      score: 0,
      confidence: 1,
      answer: sentiment === 'negative' ? 'Nous avons rappelé ce client.' : null
    })
    .throwOnError();
  const done = now();
  const painted = await page.waitForFunction(
    (verbatim) => (window as unknown as { paintedAt(id: string): number | null }).paintedAt(verbatim),
    id,
    { timeout: PATIENCE }
  );
  const at = (await painted.jsonValue()) as number;
  return { fromSent: at - sent, fromDone: at - done };
}

/** The same clock as the page's, to a fraction of a millisecond. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

function report(samples: Sample[], kilobytes: number, json: boolean): void {
  const fromSent = samples.map((sample) => sample.fromSent);
  const fromDone = samples.map((sample) => sample.fromDone);
  const rounded = (value: number) => Math.round(value * 10) / 10;
  if (json) {
    const result = {
      insert_to_pixels_p50_ms: rounded(percentile(fromSent, 50)),
      insert_to_pixels_p95_ms: rounded(percentile(fromSent, 95)),
      n: samples.length,
      script_kb_brotli: rounded(kilobytes)
    };
    return void process.stdout.write(`${JSON.stringify(result)}\n`);
  }
  const row = (values: number[]) => ({
    'p50 ms': rounded(percentile(values, 50)),
    'p95 ms': rounded(percentile(values, 95)),
    'max ms': rounded(Math.max(...values))
  });
  console.log(
    `${samples.length} approved verbatims, one screen, ${rounded(kilobytes)} kB of script (brotli)`
  );
  console.table({ 'insert sent -> pixels': row(fromSent), 'insert done -> pixels': row(fromDone) });
}

/** The value below which that many percent of the values lie, by nearest rank. */
function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}
