import { loadDemo } from '../src/lib/demo/load.server';
import type { Supabase } from '../src/lib/server/supabase';

export const ROWS = 1_000_000;

const BATCH = 25_000;
/** Days over which they are spread: eighteen months. */
const DAYS = 548;

/** The demo company, and a million verbatims that come in as any others do: triggers keep the rollups. */
export async function fill(database: Supabase): Promise<void> {
  await loadDemo(database);
  const query = database.embedded!.query;
  await query(`insert into public.sources (name, kind) values ('Bench', 'table')`);
  await query(`select setseed(0.5)`);
  const started = performance.now();
  for (let from = 0; from < ROWS; from += BATCH) {
    await query(INSERT, [from, from + BATCH - 1]);
    const left = ((performance.now() - started) / (from + BATCH)) * (ROWS - from - BATCH);
    progress(`${from + BATCH} verbatims, ${Math.round(left / 1000)} s to go`);
  }
  await database.embedded!.maintain('vacuum analyze');
}

const INSERT = `
  with sites as materialized (
    select array_agg(id order by slug) as ids from public.teams
    where kind = 'site' or slug in ('relation-client', 'e-commerce')
  ),
  steps as materialized (select array_agg(id order by position) as ids from public.journey_steps),
  drawn as materialized (
    select i, random() as a, random() as b, random() as c, random() as d, random() as e
    from generate_series($1::integer, $2::integer) as i
  )
  insert into public.verbatims (
    source_id, external_id, raw_text, text, language, said_on, rating, rating_scale, channel, team_id, step_id,
    status, sentiment, score, confidence, approved_at
  )
  select
    (select id from public.sources where name = 'Bench'), 'bench ' || i,
    'Livraison en retard, vendeuse aimable, ' || i, 'Livraison en retard, vendeuse aimable, ' || i, 'fr',
    current_date - (i::bigint * ${DAYS} / ${ROWS})::integer,
    case when a < 0.4 then floor(a / 0.4 * 11) end, case when a < 0.4 then '0-10' end,
    (array['google', 'survey', 'email', 'phone', 'chat', 'social', 'store'])[1 + floor(b * 7)::integer],
    sites.ids[1 + floor(c * array_length(sites.ids, 1))::integer],
    steps.ids[1 + floor(d * array_length(steps.ids, 1))::integer],
    'approved', case when e < 0.6 then 'positive' when e < 0.75 then 'neutral' else 'negative' end, 0, 0.9, now()
  from drawn, sites, steps`;

/** To standard error: standard output holds the outcome alone. */
export function progress(text: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}` : '');
}
