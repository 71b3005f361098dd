import { loadDemo } from '../src/lib/demo/load.server';
import { closeMonths } from '../src/lib/symmetry/closing.server';
import { addMonths, firstDay, monthOf } from '../src/lib/symmetry/month';
import type { Supabase } from '../src/lib/server/supabase';
import { today } from '../src/lib/verbatims/filters';
import { progress } from './million';

export const TEAMS = 500;
export const MONTHS = 36;
export const VERBATIMS = 10_000_000;

const REGIONS = 20;

/**
 * The demo company grown to five hundred shops: three years of waves, one a month with six questions, and the rollups
 * of ten million verbatims. The rollups are written as the triggers would have left them, without the texts, which the
 * page never reads; so are the cells, as their publication would have.
 */
export async function fillLargeCompany(database: Supabase): Promise<void> {
  await loadDemo(database);
  const query = database.embedded!.query;
  const last = addMonths(monthOf(today()), -1);
  const first = addMonths(last, 1 - MONTHS);
  await query(`select setseed(0.5)`);
  progress('shops');
  await query(SHOPS, [TEAMS - (await unitsOf(database)), REGIONS]);
  progress('rollups');
  await query(ROLLUPS, [firstDay(first), firstDay(last), VERBATIMS]);
  progress('waves');
  await query(WAVES, [firstDay(first), firstDay(last)]);
  await query(WAVE_TEAMS);
  progress('cells');
  for (const { id } of await query<{ id: string }>(
    `select id from public.waves where name like 'Grande vague %' order by closes_at`
  ))
    await query(CELLS, [id]);
  progress('closing the months');
  await closeMonths(database.service, monthOf(today()));
  await database.embedded!.maintain('vacuum analyze');
}

async function unitsOf({ embedded }: Supabase): Promise<number> {
  const [row] = await embedded!.query<{ n: number }>(
    `select count(distinct team_id)::integer as n from public.team_rollups where team_id is not null`
  );
  return row?.n ?? 0;
}

/**
 * How far a shop is from its usual in a quarter, as good as by chance, and the same on both sides: a plausible link is
 * what the permutation test takes longest to tell.
 */
function swing(size: number, shop: string, day: string): string {
  return `${size} * sin(${shop} * 12.9898 + (extract(year from ${day}) * 4 + extract(quarter from ${day})) * 78.233)`;
}

const SHOPS = `
  with regions as (
    insert into public.teams (parent_id, kind, slug, name)
    select id, 'region', 'region-' || i, 'Région ' || i
    from public.teams, generate_series(1, $2::integer) as i where parent_id is null
    returning id, slug
  )
  insert into public.teams (parent_id, kind, slug, name)
  select regions.id, 'site', 'shop-' || i, 'Boutique ' || i
  from generate_series(1, $1::integer) as i join regions on regions.slug = 'region-' || (1 + i % $2::integer)`;

/** As many verbatims in each shop, month and step, a little more or less, of which two in three have a rating. */
const ROLLUPS = `
  with shops as (select id, row_number() over (order by slug) as nth from public.teams where slug like 'shop-%'),
  months as (select month::date from generate_series($1::date, $2::date, interval '1 month') as month),
  each as (
    select $3::bigint / ((select count(*) from shops) * (select count(*) from months) * (select count(*) from public.journey_steps)) as n
  ),
  drawn as (
    select months.month, shops.id as team_id, journey_steps.id as step_id,
      greatest(1, round(each.n * (0.7 + 0.6 * random())))::integer as n,
      0.5 + 0.15 * sin(shops.nth) + ${swing(0.12, 'shops.nth', 'months.month')} + 0.1 * random() as good
    from shops, months, public.journey_steps, each
  ),
  shares as (
    select *, round(n * good)::integer as positive, round(n * (1 - good) / 2)::integer as neutral,
      round(n * 0.66)::integer as rated
    from drawn
  )
  insert into public.team_rollups
  select 'month', month, team_id, step_id, positive, neutral, greatest(0, n - positive - neutral), rated,
    rated * 100 * good, rated * (1e4 * good ^ 2 + 700), rated, round(rated * good)::integer,
    round(rated * (1 - good) / 2)::integer
  from shares`;

const WAVES = `
  insert into public.waves (name, status, opens_at, closes_at, published_at)
  select 'Grande vague ' || to_char(month, 'YYYY-MM'), 'published', month + interval '10 days', month + interval '17 days',
    month + interval '17 days'
  from generate_series($1::timestamptz, $2::timestamptz, interval '1 month') as month`;

const WAVE_TEAMS = `
  insert into public.wave_teams (wave_id, team_id, parent_id, name)
  select waves.id, teams.id, teams.parent_id, teams.name
  from public.waves, public.teams where waves.name like 'Grande vague %' order by teams.kind = 'company' desc, teams.kind = 'region' desc`;

/** Of one wave, because a wave is published at once. */
const CELLS = `
  with asked as (
    select waves.id as wave_id, waves.closes_at, questions.id as question_id
    from (
      select *, row_number() over (order by closes_at) as nth from public.waves where name like 'Grande vague %'
    ) as waves
    join (
      select *, row_number() over (order by position) as nth from public.questions where battery = 'levers'
    ) as questions on questions.nth % 3 = waves.nth % 3
    where waves.id = $1
  ),
  shops as (
    select id, kind, case kind when 'company' then 6000 when 'region' then 300 else 12 end as n,
      row_number() over (partition by kind order by slug) as nth
    from public.teams where slug like 'shop-%' or slug like 'region-%' or kind = 'company'
  ),
  drawn as (
    select asked.wave_id, asked.question_id, shops.*, asked.closes_at,
      3.2 + 0.4 * sin(nth * 1.7) + ${swing(0.4, 'nth', 'asked.closes_at')} + 0.3 * random() as felt
    from asked, shops
  )
  insert into public.cells (wave_id, team_id, question_id, n, total, distribution)
  select wave_id, id, question_id, n, round(n * felt)::integer,
    -- All on two neighbouring answers and some on their neighbours: enough of a spread.
    array[n / 12, n / 6, n / 4, n - n / 12 - n / 6 - n / 4 - n / 6, n / 6]
  from drawn`;
