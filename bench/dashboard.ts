import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../src/cli/prepare.js';
import { CAST } from '../src/lib/demo/company';
import { openSupabase } from '../src/lib/server/supabase';
import { PRESETS } from '../src/lib/verbatims/filters';
import { startApp } from '../tests/support/app';
import { measureFigures, type Times } from './figures';
import { fill, progress, ROWS } from './million';
import { quantile, tenths } from './quantile';
import { signIn } from './reader';
import { scriptOf } from './script';

/** An administrator: the only one whose rights reach every verbatim that the rollups count. */
const READER = CAST.thomas;

const WARM_UP = 3;
const PAGES = 15;

interface Outcome {
  server_p50_ms: number;
  server_p95_ms: number;
  raw_p50_ms: number;
  raw_p95_ms: number;
  /** The raw figures alone against the whole page. */
  times_faster_p50: number;
  figures_p50_ms: number;
  /** Figures against figures. */
  figures_times_faster_p50: number;
  rows: number;
  script_kb_brotli: number;
}

/**
 * How long the dashboard takes on a million verbatims, and how long its figures would take without the rollups.
 *
 * npm run bench:dashboard [-- --json]
 */
export async function run(args: string[]): Promise<number> {
  const json = args.includes('--json');
  ensureBuilt();
  const dataDir = await mkdtemp(join(tmpdir(), 'vis-a-vis-bench-'));
  const config = { kind: 'embedded', dataDir, demo: true } as const;
  try {
    const database = await openSupabase(config);
    await fill(database);
    await database.close();
    const server = await measurePages(dataDir);
    const reopened = await openSupabase(config);
    const figures = await measureFigures(reopened, READER.email).finally(() => reopened.close());
    report({ ...server, ...figures }, json);
    return 0;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Milliseconds from request to the last byte of the page, for each period that can be chosen, signed in. */
async function measurePages(dataDir: string): Promise<Pick<Measured, 'server' | 'script'>> {
  const app = await startApp({ env: { DATA_DIR: dataDir } });
  try {
    const cookie = await signIn(app.url, READER);
    const server: Times = new Map();
    for (const preset of PRESETS) {
      const taken: number[] = [];
      for (let i = 0; i < WARM_UP + PAGES; i++) {
        const started = performance.now();
        const response = await fetch(`${app.url}/dashboard?period=${preset}`, { headers: { cookie } });
        await response.text();
        if (response.status !== 200) throw new Error(`The dashboard answered ${response.status}`);
        if (i >= WARM_UP) taken.push(performance.now() - started);
      }
      server.set(preset, taken);
      progress(`dashboard, ${preset}`);
    }
    const page = await fetch(`${app.url}/dashboard`, { headers: { cookie } });
    return { server, script: await scriptOf(page, await page.text()) };
  } finally {
    await app.dispose();
  }
}

interface Measured {
  /** The whole page over HTTP. */
  server: Times;
  /** Nothing but its figures, from the rollups and from the verbatims. */
  kept: Times;
  raw: Times;
  script: { page: number; charts: number };
}

function report({ server, kept, raw, script }: Measured, json: boolean): void {
  const all = (times: Times) => [...times.values()].flat();
  const outcome: Outcome = {
    server_p50_ms: tenths(quantile(all(server), 0.5)),
    server_p95_ms: tenths(quantile(all(server), 0.95)),
    raw_p50_ms: tenths(quantile(all(raw), 0.5)),
    raw_p95_ms: tenths(quantile(all(raw), 0.95)),
    times_faster_p50: tenths(quantile(all(raw), 0.5) / quantile(all(server), 0.5)),
    figures_p50_ms: tenths(quantile(all(kept), 0.5)),
    figures_times_faster_p50: tenths(quantile(all(raw), 0.5) / quantile(all(kept), 0.5)),
    rows: ROWS,
    script_kb_brotli: tenths(script.page + script.charts)
  };
  if (json) return console.log(JSON.stringify(outcome));
  const line = (period: string, of: (times: Times) => number[]) => ({
    period,
    'page p50 ms': tenths(quantile(of(server), 0.5)),
    'page p95 ms': tenths(quantile(of(server), 0.95)),
    'figures p50 ms': tenths(quantile(of(kept), 0.5)),
    'raw p50 ms': tenths(quantile(of(raw), 0.5)),
    'raw p95 ms': tenths(quantile(of(raw), 0.95)),
    'page, times faster': tenths(quantile(of(raw), 0.5) / quantile(of(server), 0.5)),
    'figures, times faster': tenths(quantile(of(raw), 0.5) / quantile(of(kept), 0.5))
  });
  console.log(`${ROWS} verbatims. The page is all of it over HTTP; figures and raw are nothing but SQL.`);
  console.table([
    ...PRESETS.map((preset) => line(preset, (times) => times.get(preset) ?? [])),
    line('all', all)
  ]);
  console.log(
    `script, brotli: ${tenths(script.page)} kB for the page, ${tenths(script.charts)} kB later for its charts`
  );
}
