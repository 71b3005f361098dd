-- Both sides beside each other: where leadership sets the cuts, what happened, and the sums behind every figure.

-- The score from which a side counts as well; each change is kept, so that a cut never moves unseen.
create table public.symmetry_targets (
  id uuid primary key default gen_random_uuid(),
  cx smallint not null check (cx between 1 and 99),
  ex smallint not null check (ex between 1 and 99),
  set_at timestamptz not null default now(),
  person_id uuid references public.people (id) on delete set null
);
create index symmetry_targets_by_time on public.symmetry_targets (set_at desc);
create index symmetry_targets_by_person on public.symmetry_targets (person_id);

-- Something that happened to a team, or to everybody when it is the topmost one, and that a curve may show.
create table public.events (
  id uuid primary key default gen_random_uuid(),
  team_id uuid not null references public.teams (id) on delete cascade,
  day date not null,
  title text not null check (title = btrim(title) and title <> '' and length(title) <= 120),
  person_id uuid references public.people (id) on delete set null,
  created_at timestamptz not null default now()
);
create index events_by_team on public.events (team_id, day);
create index events_by_person on public.events (person_id);

alter table public.symmetry_targets enable row level security;
alter table public.events enable row level security;
grant select, insert (cx, ex, person_id) on public.symmetry_targets to authenticated;
grant select, insert, delete on public.events to authenticated;
grant select, insert on public.symmetry_targets, public.events to service_role;

create policy "who reads figures of teams sees the targets" on public.symmetry_targets
  for select to authenticated using ((select private.i_am('manager', 'leadership', 'admin')));
create policy "leadership sets the targets" on public.symmetry_targets
  for insert to authenticated
  with check ((select private.i_am('leadership')) and person_id = (select private.my_person()));

create policy "everyone sees what happened to their team and the company" on public.events
  for select to authenticated using (team_id in (select private.my_pulse_teams()));
create policy "leadership sees what happened anywhere" on public.events
  for select to authenticated using ((select private.i_am('leadership')));
create policy "leadership notes what happened" on public.events
  for insert to authenticated
  with check ((select private.i_am('leadership')) and person_id = (select private.my_person()));
create policy "leadership takes back what it noted" on public.events
  for delete to authenticated using ((select private.i_am('leadership')));

-- The sums behind EX and CX, by team and month, under the caller's row-level security. Closed months count as they were
-- closed, the others as they are. An employee's month is the one in which the wave closed, in this time zone.
--
-- {closed: {month: closed_at}, cx: {team: [[month, positive, neutral, negative, rated, rating_sum, rating_squares,
-- nps_rated, promoters, detractors], ...]}, ex: {team: [[month, n, questions, score_sum, error_sum], ...]}, asked: {month:
-- [[question, its score in the whole company], ...]}}: months as YYYY-MM in ascending order, each team for itself without
-- those below in cx and with them in ex, '' for no team.
-- One document, because the API cuts lists after a thousand rows; put together as text, because building 36,000 small
-- arrays as JSON takes four times as long.
create function public.symmetry_months(
  since date,
  until date,
  in_teams uuid[] default null,
  in_step uuid default null,
  zone text default 'Europe/Paris'
) returns json
  language sql stable security invoker set search_path = ''
as $$
  with months as materialized (
    select first::date as month, to_char(first, '\"YYYY-MM\"') as written, closed.closed_at
    from generate_series(date_trunc('month', since::timestamp), until::timestamp, interval '1 month') as first
    left join public.closed_months as closed on closed.month = first::date
  ),
  kept as (
    select * from public.closed_month_rollups
    where in_step is null and whole and month = any (array(select month from months where closed_at is not null))
    union all
    select * from public.closed_month_rollups
    where not whole and step_id = in_step and month = any (array(select month from months where closed_at is not null))
  ),
  counted as (
    select month, team_id, positive, neutral, negative, rated, rating_sum, rating_squares, nps_rated, promoters, detractors
    from kept
    union all
    select starts_on, team_id, sum(positive)::integer, sum(neutral)::integer, sum(negative)::integer, sum(rated)::integer,
      sum(rating_sum), sum(rating_squares), sum(nps_rated)::integer, sum(promoters)::integer, sum(detractors)::integer
    from public.team_rollups
    where grain = 'month' and starts_on = any (array(select month from months where closed_at is null))
      and (in_step is null or step_id = in_step)
    group by starts_on, team_id
    having sum(positive + neutral + negative) > 0
  ),
  cx as (
    select coalesce(team_id::text, '') as team, string_agg(
        concat_ws(',', written, positive, neutral, negative, rated, rating_sum, rating_squares, nps_rated, promoters, detractors),
        '],[' order by month
      ) as sums
    from counted join months using (month)
    where in_teams is null or team_id = any (in_teams)
    group by team_id
  ),
  told as (
    select id as wave_id, month, written, count(*) over (partition by month) as waves
    from public.waves join months on month = date_trunc('month', closes_at at time zone zone)::date
  ),
  -- A month usually has one wave, and then there is nothing to add up.
  asked as (
    select team_id, month, written, n, questions, score_sum, error_sum
    from public.pulse_rollups join told using (wave_id)
    where waves = 1
    union all
    select team_id, month, written, min(n), sum(questions)::integer, sum(score_sum), sum(error_sum)
    from public.pulse_rollups join told using (wave_id)
    where waves > 1
    group by team_id, month, written
  ),
  ex as (
    select team_id::text as team,
      string_agg(concat_ws(',', written, n, questions, score_sum, error_sum), '],[' order by month) as sums
    from asked
    where in_teams is null or team_id = any (in_teams)
    group by team_id
  ),
  questions as (
    select month, json_agg(json_build_array(cells.question_id, round(25 * (cells.total::numeric / cells.n - 1), 2))) as scores
    from told
    join public.cells using (wave_id)
    join public.questions on questions.id = cells.question_id and questions.battery = 'levers'
    where cells.team_id in (select id from public.teams where parent_id is null)
    group by month
  )
  select concat(
    '{"closed":', coalesce(
      (select json_object_agg(to_char(month, 'YYYY-MM'), closed_at) from months where closed_at is not null)::text, '{}'
    ),
    ',"cx":{', (select string_agg(format('"%s":[[%s]]', team, sums), ',') from cx),
    '},"ex":{', (select string_agg(format('"%s":[[%s]]', team, sums), ',') from ex),
    '},"asked":', coalesce((select json_object_agg(to_char(month, 'YYYY-MM'), scores) from questions)::text, '{}'),
    '}'
  )::json
$$;
grant execute on function public.symmetry_months(date, date, uuid[], uuid, text) to authenticated, service_role;
