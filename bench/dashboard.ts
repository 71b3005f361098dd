import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../src/cli/prepare.js';
import { CAST, DEMO_PASSWORD } from '../src/lib/demo/company';
import { openSupabase, type Supabase } from '../src/lib/server/supabase';
import { PRESETS, readFilters, today } from '../src/lib/verbatims/filters';
import { previousPeriod, type Period } from '../src/lib/verbatims/period';
import { startApp } from '../tests/support/app';
import { fill, progress, ROWS } from './million';
import { scriptOf } from './script';

/** An administrator: the only one whose rights reach every verbatim that the rollups count. */
const READER = CAST.thomas;

const WARM_UP = 3;
const PAGES = 15;
const RAW_RUNS = 3;

interface Outcome {
  server_p50_ms: number;
  server_p95_ms: number;
  raw_p50_ms: number;
  raw_p95_ms: number;
  times_faster_p50: number;
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
    const raw = await measureRaw(reopened).finally(() => reopened.close());
    report({ server: server.times, raw, script: server.script }, json);
    return 0;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Milliseconds from request to the last byte of the page, for each period that can be chosen, signed in. */
async function measurePages(
  dataDir: string
): Promise<Pick<Measured, 'script'> & { times: Map<string, number[]> }> {
  const app = await startApp({ env: { DATA_DIR: dataDir } });
  try {
    const cookie = await signIn(app.url);
    const times = new Map<string, number[]>();
    for (const preset of PRESETS) {
      const taken: number[] = [];
      for (let i = 0; i < WARM_UP + PAGES; i++) {
        const started = performance.now();
        const response = await fetch(`${app.url}/dashboard?period=${preset}`, { headers: { cookie } });
        await response.text();
        if (response.status !== 200) throw new Error(`The dashboard answered ${response.status}`);
        if (i >= WARM_UP) taken.push(performance.now() - started);
      }
      times.set(preset, taken);
      progress(`dashboard, ${preset}`);
    }
    const page = await fetch(`${app.url}/dashboard`, { headers: { cookie } });
    return { times, script: await scriptOf(page, await page.text()) };
  } finally {
    await app.dispose();
  }
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/login`, {
    method: 'POST',
    headers: { origin: url, accept: 'text/html' },
    body: new URLSearchParams({ email: READER.email, password: DEMO_PASSWORD }),
    redirect: 'manual'
  });
  if (response.status !== 303) throw new Error(`The reader could not sign in: ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Milliseconds of the same figures for the same person, of a period and the one before, from the verbatims themselves. */
async function measureRaw({ embedded }: Supabase): Promise<Map<string, number[]>> {
  const query = embedded!.query;
  const times = new Map<string, number[]>();
  await query('begin');
  await query(AS_READER, [READER.email]);
  for (const preset of PRESETS) {
    const known = { teams: [], steps: [] };
    const { period } = readFilters(new URLSearchParams({ period: preset }), known, today());
    const taken: number[] = [];
    // The first run warms up.
    for (let i = 0; i <= RAW_RUNS; i++) {
      const started = performance.now();
      for (const each of [period, previousPeriod(period)]) await query(RAW, argumentsOf(each));
      if (i > 0) taken.push(performance.now() - started);
    }
    await compare(query, period);
    times.set(preset, taken);
    progress(`raw table, ${preset}`);
  }
  await query('commit');
  return times;
}

/** Until the end of the transaction: the reader's role and token, as the API hands them over. */
const AS_READER = `
  select
    set_config('request.jwt.claims', jsonb_build_object('sub', user_id, 'role', 'authenticated')::text, true),
    set_config('role', 'authenticated', true)
  from public.people where email = $1`;

const RAW = `
  select
    case grouping(starts_on, team_id, step_id) when 3 then 'slice' when 5 then 'team' when 6 then 'step' else 'all' end
      as grouped_by,
    starts_on, team_id, step_id, count(*) as n, count(*) filter (where sentiment = 'positive') as positive,
    count(*) filter (where sentiment = 'neutral') as neutral, count(*) filter (where sentiment = 'negative') as negative,
    count(rating) as rated, coalesce(sum(rating_percent), 0) as rating_sum,
    coalesce(sum(rating_percent * rating_percent), 0) as rating_squares,
    count(*) filter (where rating_scale = '0-10') as nps_rated,
    count(*) filter (where rating_scale = '0-10' and rating >= 9) as promoters,
    count(*) filter (where rating_scale = '0-10' and rating <= 6) as detractors
  from (
    select date_trunc($3, day::timestamp)::date as starts_on, team_id, step_id, sentiment, rating, rating_percent, rating_scale
    from public.verbatims
    where day between $1 and $2 and sentiment is not null and status <> 'erased'
  ) as said
  group by grouping sets ((starts_on), (team_id), (step_id), ())`;

/** Two ways to the same figures must lead to the same figures. */
async function compare(query: Query, period: Period): Promise<void> {
  const kept = await query(`select * from public.verbatim_counts($1, $2, $3)`, argumentsOf(period));
  const raw = await query(RAW, argumentsOf(period));
  const sorted = (rows: unknown[]) =>
    rows
      .map((row) => JSON.stringify(row))
      .sort()
      .join('\n');
  if (sorted(kept) !== sorted(raw))
    throw new Error(`The rollups of ${period.since} to ${period.until} are wrong`);
}

type Query = (sql: string, params?: unknown[]) => Promise<unknown[]>;

const argumentsOf = ({ since, until, slice }: Period) => [since, until, slice];

interface Measured {
  server: Map<string, number[]>;
  raw: Map<string, number[]>;
  script: { page: number; charts: number };
}

function report({ server, raw, script }: Measured, json: boolean): void {
  const all = (times: Map<string, number[]>) => [...times.values()].flat();
  const outcome: Outcome = {
    server_p50_ms: round(quantile(all(server), 0.5)),
    server_p95_ms: round(quantile(all(server), 0.95)),
    raw_p50_ms: round(quantile(all(raw), 0.5)),
    raw_p95_ms: round(quantile(all(raw), 0.95)),
    times_faster_p50: round(quantile(all(raw), 0.5) / quantile(all(server), 0.5)),
    rows: ROWS,
    script_kb_brotli: round(script.page + script.charts)
  };
  if (json) return console.log(JSON.stringify(outcome));
  const line = (name: string, pages: number[], rows: number[]) => ({
    period: name,
    'page p50 ms': round(quantile(pages, 0.5)),
    'page p95 ms': round(quantile(pages, 0.95)),
    'raw p50 ms': round(quantile(rows, 0.5)),
    'raw p95 ms': round(quantile(rows, 0.95)),
    'times faster': round(quantile(rows, 0.5) / quantile(pages, 0.5))
  });
  console.log(
    `${ROWS} verbatims; the whole page over HTTP, against nothing but its figures from the raw table`
  );
  console.table([
    ...PRESETS.map((preset) => line(preset, server.get(preset) ?? [], raw.get(preset) ?? [])),
    line('all', all(server), all(raw))
  ]);
  console.log(
    `script, brotli: ${round(script.page)} kB for the page, ${round(script.charts)} kB later for its charts`
  );
}

function quantile(values: number[], share: number): number {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
