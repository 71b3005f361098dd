import type { Supabase } from '../src/lib/server/supabase';
import { PRESETS, readFilters, today } from '../src/lib/verbatims/filters';
import { previousPeriod, type Period } from '../src/lib/verbatims/period';
import { progress } from './million';

/** Milliseconds of each run, by the period that was chosen. */
export type Times = Map<string, number[]>;

/** Runs that are measured, after one that warms up. */
const KEPT_RUNS = 15;
const RAW_RUNS = 3;

/**
 * The figures of a dashboard, of a period and the one before, without anything around them: from the rollups, and
 * added up from the verbatims themselves.
 *
 * @param email whose rights they are asked with
 */
export async function measureFigures(
  { embedded }: Supabase,
  email: string
): Promise<{ kept: Times; raw: Times }> {
  const query = embedded!.query;
  const times = { kept: new Map(), raw: new Map() };
  await query('begin');
  await query(AS_READER, [email]);
  for (const preset of PRESETS) {
    const known = { teams: [], steps: [] };
    const { period } = readFilters(new URLSearchParams({ period: preset }), known, today());
    await compare(query, period);
    times.kept.set(preset, await measure(query, KEPT, period, KEPT_RUNS));
    times.raw.set(preset, await measure(query, RAW, period, RAW_RUNS));
    progress(`figures, ${preset}`);
  }
  await query('commit');
  return times;
}

async function measure(query: Query, sql: string, period: Period, runs: number): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i <= runs; i++) {
    const started = performance.now();
    for (const each of [period, previousPeriod(period)]) await query(sql, argumentsOf(each));
    if (i > 0) taken.push(performance.now() - started);
  }
  return taken;
}

/** Two ways to the same figures must lead to the same figures. */
async function compare(query: Query, period: Period): Promise<void> {
  const kept = await query(KEPT, argumentsOf(period));
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

/** Until the end of the transaction: the reader's role and token, as the API hands them over. */
const AS_READER = `
  select
    set_config('request.jwt.claims', jsonb_build_object('sub', user_id, 'role', 'authenticated')::text, true),
    set_config('role', 'authenticated', true)
  from public.people where email = $1`;

const KEPT = `select * from public.verbatim_counts($1, $2, $3)`;

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
