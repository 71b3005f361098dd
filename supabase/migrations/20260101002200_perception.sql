-- What employees and leaders believe that customers' score is: beside what it is.

alter table public.questions
  drop constraint questions_battery_check,
  drop constraint questions_scale_check,
  drop constraint questions_check,
  drop constraint questions_check1,
  add constraint questions_battery_check check (battery in ('levers', 'recommendation', 'digital', 'perception')),
  add constraint questions_scale_check check (scale in ('agreement', 'recommendation', 'guess')),
  add constraint questions_scale_of_battery check (
    scale = case battery when 'recommendation' then 'recommendation' when 'perception' then 'guess' else 'agreement' end
  ),
  add constraint questions_lever_of_battery check ((battery in ('levers', 'digital')) = (lever is not null));
comment on column public.questions.scale is
  'agreement: 1 (strongly disagree) to 5 (strongly agree); recommendation: 0 to 10; guess: customers'' score, 0 to 10.';
comment on column public.cells.total is
  'agreement and guess: the sum of the answers; recommendation: promoters (9-10) minus detractors (0-6).';

insert into public.questions (slug, battery, lever, scale, position, text_fr, text_en)
values
  ('customers-score', 'perception', null, 'guess', 25,
   'De 0 à 10, quelle note nos clients nous donnent-ils en moyenne, selon vous ?',
   'From 0 to 10, what score do our customers give us on average, in your opinion?');

alter table public.wave_plans add column asks_perception boolean not null default false;
comment on column public.wave_plans.asks_perception is
  'Also asks what score customers give, when six months have passed since it was last asked.';

create or replace function private.publish_cells(wave uuid, scores private.figure[], distributions private.figure[])
  returns void
  language sql volatile security definer set search_path = ''
as $$
  with own as (
    select question_id, team_id, value, count(*)::integer as n
    from public.answers where wave_id = wave group by question_id, team_id, value
  ),
  given as (
    select own.question_id, ancestry.ancestor_id as team_id, own.value, sum(own.n)::integer as n
    from own join private.wave_ancestry(wave) as ancestry on ancestry.team_id = own.team_id
    group by own.question_id, ancestry.ancestor_id, own.value
  ),
  steps as (
    select questions.id as question_id, step::smallint as value, questions.scale
    from public.questions
    cross join lateral generate_series(
      case questions.scale when 'agreement' then 1 else 0 end, case questions.scale when 'agreement' then 5 else 10 end
    ) as step
    where questions.id in (select question_id from own)
  )
  insert into public.cells (wave_id, team_id, question_id, n, total, distribution)
  select wave, figure.team_id, figure.question_id,
    sum(coalesce(given.n, 0)),
    sum(coalesce(given.n, 0) * case
      when steps.scale in ('agreement', 'guess') then steps.value
      when steps.value >= 9 then 1
      when steps.value <= 6 then -1
      else 0 end),
    case when (figure.question_id, figure.team_id)::private.figure = any (distributions)
      then array_agg(coalesce(given.n, 0) order by steps.value) end
  from unnest(scores) as figure
  join steps on steps.question_id = figure.question_id
  left join given on (given.question_id, given.team_id, given.value) = (steps.question_id, figure.team_id, steps.value)
  group by figure.question_id, figure.team_id
$$;

-- What each leader believes the score of the running quarter will be, until the quarter is over.
create table public.leader_guesses (
  quarter date not null check (quarter = date_trunc('quarter', quarter::timestamp)::date),
  person_id uuid not null references public.people (id) on delete cascade,
  value smallint not null check (value between 0 and 10),
  primary key (quarter, person_id)
);
create index leader_guesses_by_person on public.leader_guesses (person_id);

-- What they believed together, where five or more said so; who believed what is forgotten with it.
create table public.leader_beliefs (
  quarter date primary key,
  n integer not null check (n >= 5),
  total integer not null check (total between 0 and 10 * n)
);

alter table public.leader_guesses enable row level security;
alter table public.leader_beliefs enable row level security;
grant select, insert, update (value) on public.leader_guesses to authenticated;
grant insert on public.leader_guesses to service_role;
grant select on public.leader_beliefs to authenticated, service_role;

-- A day's grace at either end: the quarter turns at midnight where the company is, not where the database is.
create function private.running_quarters() returns setof date
  language sql stable set search_path = ''
as $$
  select date_trunc('quarter', now() - interval '1 day')::date
  union
  select date_trunc('quarter', now() + interval '1 day')::date
$$;
grant execute on function private.running_quarters() to authenticated;

create policy "a leader sees their own guess" on public.leader_guesses
  for select to authenticated
  using ((select private.i_am('leadership')) and person_id = (select private.my_person()));
create policy "a leader guesses while the quarter runs" on public.leader_guesses
  for insert to authenticated
  with check (
    (select private.i_am('leadership')) and person_id = (select private.my_person())
    and quarter in (select private.running_quarters())
  );
create policy "a leader guesses again while the quarter runs" on public.leader_guesses
  for update to authenticated
  using (
    (select private.i_am('leadership')) and person_id = (select private.my_person())
    and quarter in (select private.running_quarters())
  );
create policy "leadership sees what leaders believed" on public.leader_beliefs
  for select to authenticated using ((select private.i_am('leadership')));

-- Ends the guessing of every quarter that is over: keeps the sum where five or more guessed, and forgets the guesses.
-- Truncated, as in private.forget_answering and for its reasons.
create function public.close_guesses(at timestamptz default now()) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  if not exists (select from public.leader_guesses where quarter + interval '3 months 1 day' <= at) then
    return;
  end if;
  lock table public.leader_guesses in access exclusive mode;
  insert into public.leader_beliefs (quarter, n, total)
  select quarter, count(*), sum(value) from public.leader_guesses
  where quarter + interval '3 months 1 day' <= at
  group by quarter having count(*) >= 5
  on conflict (quarter) do nothing;
  create temporary table kept_guesses on commit drop as
    select * from public.leader_guesses where quarter + interval '3 months 1 day' > at;
  truncate public.leader_guesses;
  insert into public.leader_guesses select * from kept_guesses;
  drop table kept_guesses;
end
$$;
grant execute on function public.close_guesses(timestamptz) to service_role;

-- What all customers said in a quarter that is over, in sums, for everybody who works here: what they guessed of it is
-- told beside what it was. Closed months count as they were closed.
create function public.customers_in_quarter(quarter date)
  returns table (positive bigint, neutral bigint, negative bigint, rated bigint, rating_sum numeric, rating_squares numeric)
  language sql stable security definer set search_path = ''
as $$
  with counted as (
    select kept.positive, kept.neutral, kept.negative, kept.rated, kept.rating_sum, kept.rating_squares
    from public.closed_month_rollups as kept
    where kept.whole and kept.month >= quarter and kept.month < quarter + interval '3 months'
    union all
    select live.positive, live.neutral, live.negative, live.rated, live.rating_sum, live.rating_squares
    from public.team_rollups as live
    where live.grain = 'month' and live.starts_on >= quarter and live.starts_on < quarter + interval '3 months'
      and live.starts_on not in (select month from public.closed_months)
  )
  select coalesce(sum(positive), 0), coalesce(sum(neutral), 0), coalesce(sum(negative), 0), coalesce(sum(rated), 0),
    coalesce(sum(rating_sum), 0), coalesce(sum(rating_squares), 0)
  from counted
  where private.my_person() is not null and quarter + interval '3 months' <= now()
$$;
grant execute on function public.customers_in_quarter(date) to authenticated;
