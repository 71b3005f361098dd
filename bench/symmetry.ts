import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Page } from 'playwright';
import { ensureChromium } from '../src/cli/browser.js';
import { ensureBuilt } from '../src/cli/prepare.js';
import { CAST } from '../src/lib/demo/company';
import { openSupabase, type Supabase } from '../src/lib/server/supabase';
import { linksOf } from '../src/lib/symmetry/link/link.server';
import { addMonths, monthOf, type Grain } from '../src/lib/symmetry/month';
import { sumsOf } from '../src/lib/symmetry/symmetry.server';
import { today } from '../src/lib/verbatims/filters';
import { places } from '../src/lib/verbatims/verbatims.server';
import { startApp } from '../tests/support/app';
import { fillLargeCompany, MONTHS, TEAMS, VERBATIMS } from './large-company';
import { progress } from './million';
import { hundredths, quantile, tenths } from './quantile';
import { signIn } from './reader';
import { scriptOf } from './script';

const READER = CAST.claire;
const WARM_UP = 3;
const PAGES = 20;
const VISITS = 7;
/** Milliseconds after which a chart is not waited for any more. */
const PATIENCE = 30_000;

/** What leadership asks for: the usual view, a longer one, one region, one step of the journey, month by month. */
const VIEWS = ['', '?period=12m', '?region=region-1', '?step=advice', '?by=month'];

/**
 * How long the page of symmetry takes with five hundred teams, three years and ten million verbatims behind the rollups:
 * at the server, until its first chart is drawn in a browser, and how long the permutation test takes by itself.
 *
 * npm run bench:symmetry [-- --json]
 */
export async function run(args: string[]): Promise<number> {
  ensureBuilt();
  const dataDir = await mkdtemp(join(tmpdir(), 'vis-a-vis-bench-'));
  const config = { kind: 'embedded', dataDir, demo: true } as const;
  try {
    const database = await openSupabase(config);
    await fillLargeCompany(database);
    const tests = {
      quarter: await measureLink(database, 'quarter'),
      month: await measureLink(database, 'month')
    };
    await database.close();
    report(await measurePages(dataDir), tests, args.includes('--json'));
    return 0;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Pages {
  /** Milliseconds from request to the last byte, by view; and to the first byte of all of them. */
  server: Map<string, number[]>;
  firstByte: number[];
  bytes: number;
  brotli: number;
  firstChart: number[];
  script: { page: number; charts: number };
}

async function measurePages(dataDir: string): Promise<Pages> {
  const app = await startApp({ env: { DATA_DIR: dataDir } });
  try {
    const cookie = await signIn(app.url, READER);
    const server = new Map<string, number[]>();
    const firstByte: number[] = [];
    for (const view of VIEWS) {
      const taken: number[] = [];
      for (let i = 0; i < WARM_UP + PAGES; i++) {
        const started = performance.now();
        const response = await fetch(`${app.url}/symmetry${view}`, { headers: { cookie } });
        const first = performance.now() - started;
        await response.text();
        if (response.status !== 200) throw new Error(`The page answered ${response.status}`);
        if (i < WARM_UP) continue;
        taken.push(performance.now() - started);
        firstByte.push(first);
      }
      server.set(view, taken);
      progress(`page ${view}`);
    }
    const page = await fetch(`${app.url}/symmetry`, { headers: { cookie } });
    const html = await page.text();
    return {
      server,
      firstByte,
      bytes: Buffer.byteLength(html),
      brotli: brotliCompressSync(html).length,
      firstChart: await measureFirstChart(app.url, cookie),
      script: await scriptOf(page, html)
    };
  } finally {
    await app.dispose();
  }
}

/** In the page, as text: notes the moment at which a canvas first has something on it. */
const WATCH_THE_CHARTS = `
  const look = () => {
    const canvas = document.querySelector('canvas');
    const drawn = canvas && canvas.width > 0 && canvas.height > 0 &&
      canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value !== 0);
    if (drawn) window.firstChart = performance.now();
    else setTimeout(look, 5);
  };
  look();
`;

/** Milliseconds from the start of the navigation to the first chart that is drawn, by a visitor with an empty cache. */
async function measureFirstChart(url: string, cookie: string): Promise<number[]> {
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu']
  });
  const taken: number[] = [];
  try {
    for (let i = 0; i < VISITS; i++) {
      const context = await browser.newContext({
        viewport: { width: 1366, height: 768 },
        extraHTTPHeaders: { cookie }
      });
      const page = await context.newPage();
      await page.addInitScript(WATCH_THE_CHARTS);
      await page.goto(`${url}/symmetry`);
      taken.push(await firstChartOf(page));
      await context.close();
      progress(`visit ${i + 1}`);
    }
  } finally {
    await browser.close();
  }
  return taken;
}

/** Asked again and again: to wait in the page itself, its policy of contents forbids. */
async function firstChartOf(page: Page): Promise<number> {
  for (
    const started = performance.now();
    performance.now() - started < PATIENCE;
    await page.waitForTimeout(20)
  ) {
    const drawn = (await page.evaluate('window.firstChart')) as number | undefined;
    if (drawn !== undefined) return drawn;
  }
  throw new Error(`No chart was drawn within ${PATIENCE} ms`);
}

/** Seconds that both views of the link take, with every draw of the permutation test. */
async function measureLink({ service }: Supabase, grain: Grain) {
  const { teams } = await places(service);
  const root = teams.find(({ parent_id }) => parent_id === null)!;
  const until = addMonths(monthOf(today()), -1);
  const span = { since: addMonths(until, -5), until };
  const sums = await sumsOf(service, span, { step: null, teams: null });
  const started = performance.now();
  const { time } = await linksOf(sums, { teams, root: root.id, isCompany: true }, span, grain);
  progress(`link by ${grain}`);
  return {
    seconds: (performance.now() - started) / 1000,
    draws: time.draws,
    pairs: time.pairs,
    lags: time.lags.length
  };
}

type Tests = Record<Grain, Awaited<ReturnType<typeof measureLink>>>;

function report(
  { server, firstByte, bytes, brotli, firstChart, script }: Pages,
  tests: Tests,
  json: boolean
): void {
  const all = [...server.values()].flat();
  const outcome = {
    teams: TEAMS,
    months: MONTHS,
    verbatims: VERBATIMS,
    server_p50_ms: tenths(quantile(all, 0.5)),
    server_p95_ms: tenths(quantile(all, 0.95)),
    first_byte_p50_ms: tenths(quantile(firstByte, 0.5)),
    bytes,
    bytes_brotli: brotli,
    first_chart_ms: tenths(quantile(firstChart, 0.5)),
    script_kb_brotli: tenths(script.page + script.charts),
    permutation_s: hundredths(tests.quarter.seconds),
    permutation_draws: tests.quarter.draws,
    permutation_by_month_s: hundredths(tests.month.seconds),
    permutation_by_month_draws: tests.month.draws
  };
  if (json) return console.log(JSON.stringify(outcome));
  console.log(
    `${TEAMS} teams, ${MONTHS} months, ${VERBATIMS} verbatims behind the rollups. The page is all of it over HTTP.`
  );
  console.table(
    [...server].map(([view, taken]) => ({
      view: `/symmetry${view}`,
      'page p50 ms': tenths(quantile(taken, 0.5)),
      'page p95 ms': tenths(quantile(taken, 0.95))
    }))
  );
  console.table({
    'all views, p50 (ms)': outcome.server_p50_ms,
    'all views, p95 (ms)': outcome.server_p95_ms,
    'first byte, p50 (ms)': outcome.first_byte_p50_ms,
    'page (bytes)': outcome.bytes,
    'page, brotli (bytes)': outcome.bytes_brotli,
    'first chart, median of visits (ms)': outcome.first_chart_ms,
    'script, brotli (kB)': outcome.script_kb_brotli
  });
  console.table(
    Object.entries(tests).map(([grain, { seconds, ...test }]) => ({
      grain,
      'link (s)': hundredths(seconds),
      ...test
    }))
  );
}
