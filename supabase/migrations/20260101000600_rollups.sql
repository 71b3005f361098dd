-- Counts of verbatims kept as they change, so that no page ever adds up the texts themselves.
--
-- Everything tagged counts, whether held, approved or hidden: what a moderator hides stays in the share, or hiding
-- would be a way to polish it. Only erasure takes a verbatim out.

-- One row per day and combination: what any filter can be answered from.
create table public.daily_rollups (
  day date not null,
  team_id uuid references public.teams (id),
  step_id uuid references public.journey_steps (id),
  channel text,
  source_id uuid not null references public.sources (id),
  positive integer not null,
  neutral integer not null,
  negative integer not null,
  rated integer not null,
  rating_sum numeric not null,
  rating_squares numeric not null,
  nps_rated integer not null,
  promoters integer not null,
  detractors integer not null,
  constraint daily_rollups_key unique nulls not distinct (day, team_id, step_id, channel, source_id)
);
comment on column public.daily_rollups.rating_sum is 'Sum of ratings mapped to 0-100, over the `rated` rows that have one.';
comment on column public.daily_rollups.rating_squares is 'Sum of the squares of the same, for the interval of their mean.';
comment on column public.daily_rollups.nps_rated is 'Rows rated from 0 to 10, of which promoters gave 9-10 and detractors 0-6.';
create index daily_rollups_by_channel on public.daily_rollups (channel, day);
create index daily_rollups_by_source on public.daily_rollups (source_id, day);
create index daily_rollups_by_team on public.daily_rollups (team_id, day);
create index daily_rollups_by_step on public.daily_rollups (step_id, day);

-- The same without channel and source, by day, week and month: small enough for a page at any volume.
create table public.team_rollups (
  grain text not null check (grain in ('day', 'week', 'month')),
  starts_on date not null,
  team_id uuid references public.teams (id),
  step_id uuid references public.journey_steps (id),
  positive integer not null,
  neutral integer not null,
  negative integer not null,
  rated integer not null,
  rating_sum numeric not null,
  rating_squares numeric not null,
  nps_rated integer not null,
  promoters integer not null,
  detractors integer not null,
  constraint team_rollups_key unique nulls not distinct (grain, starts_on, team_id, step_id)
);
create index team_rollups_by_team on public.team_rollups (team_id);
create index team_rollups_by_step on public.team_rollups (step_id);

alter table public.daily_rollups enable row level security;
alter table public.team_rollups enable row level security;
grant select on public.daily_rollups, public.team_rollups to authenticated, service_role;

create policy "one sees the counts of one's teams" on public.daily_rollups
  for select to authenticated
  using (team_id in (select private.my_teams()) or (select private.i_am('moderator', 'leadership', 'admin')));
create policy "one sees the counts of one's teams" on public.team_rollups
  for select to authenticated
  using (team_id in (select private.my_teams()) or (select private.i_am('moderator', 'leadership', 'admin')));

-- What one change of verbatims adds to the counts: `weight` 1 for a row that came, -1 for one that went.
create type private.counted as (
  weight integer,
  day date,
  team_id uuid,
  step_id uuid,
  channel text,
  source_id uuid,
  sentiment text,
  rating numeric,
  rating_scale text,
  rating_percent numeric
);

-- Adds a batch to both tables, keys in order so that two transactions never wait for each other crosswise.
create function private.add_to_rollups(batch private.counted[]) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  insert into public.daily_rollups as kept
  select day, team_id, step_id, channel, source_id,
    coalesce(sum(weight) filter (where sentiment = 'positive'), 0),
    coalesce(sum(weight) filter (where sentiment = 'neutral'), 0),
    coalesce(sum(weight) filter (where sentiment = 'negative'), 0),
    coalesce(sum(weight) filter (where rating is not null), 0),
    coalesce(sum(weight * rating_percent), 0),
    coalesce(sum(weight * rating_percent * rating_percent), 0),
    coalesce(sum(weight) filter (where rating_scale = '0-10'), 0),
    coalesce(sum(weight) filter (where rating_scale = '0-10' and rating >= 9), 0),
    coalesce(sum(weight) filter (where rating_scale = '0-10' and rating <= 6), 0)
  from unnest(batch)
  group by day, team_id, step_id, channel, source_id
  order by day, team_id, step_id, channel, source_id
  on conflict on constraint daily_rollups_key do update set
    positive = kept.positive + excluded.positive,
    neutral = kept.neutral + excluded.neutral,
    negative = kept.negative + excluded.negative,
    rated = kept.rated + excluded.rated,
    rating_sum = kept.rating_sum + excluded.rating_sum,
    rating_squares = kept.rating_squares + excluded.rating_squares,
    nps_rated = kept.nps_rated + excluded.nps_rated,
    promoters = kept.promoters + excluded.promoters,
    detractors = kept.detractors + excluded.detractors;

  insert into public.team_rollups as kept
  select grains.grain, date_trunc(grains.grain, day::timestamp)::date, team_id, step_id,
    coalesce(sum(weight) filter (where sentiment = 'positive'), 0),
    coalesce(sum(weight) filter (where sentiment = 'neutral'), 0),
    coalesce(sum(weight) filter (where sentiment = 'negative'), 0),
    coalesce(sum(weight) filter (where rating is not null), 0),
    coalesce(sum(weight * rating_percent), 0),
    coalesce(sum(weight * rating_percent * rating_percent), 0),
    coalesce(sum(weight) filter (where rating_scale = '0-10'), 0),
    coalesce(sum(weight) filter (where rating_scale = '0-10' and rating >= 9), 0),
    coalesce(sum(weight) filter (where rating_scale = '0-10' and rating <= 6), 0)
  from unnest(batch) cross join (values ('day'), ('week'), ('month')) as grains (grain)
  group by grains.grain, date_trunc(grains.grain, day::timestamp)::date, team_id, step_id
  order by grains.grain, date_trunc(grains.grain, day::timestamp)::date, team_id, step_id
  on conflict on constraint team_rollups_key do update set
    positive = kept.positive + excluded.positive,
    neutral = kept.neutral + excluded.neutral,
    negative = kept.negative + excluded.negative,
    rated = kept.rated + excluded.rated,
    rating_sum = kept.rating_sum + excluded.rating_sum,
    rating_squares = kept.rating_squares + excluded.rating_squares,
    nps_rated = kept.nps_rated + excluded.nps_rated,
    promoters = kept.promoters + excluded.promoters,
    detractors = kept.detractors + excluded.detractors;
end
$$;

create function private.count_arrivals() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.add_to_rollups(array(
    select (1, day, team_id, step_id, channel, source_id, sentiment, rating, rating_scale, rating_percent)::private.counted
    from came where sentiment is not null and status <> 'erased'
  ));
  return null;
end
$$;

create function private.count_departures() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.add_to_rollups(array(
    select (-1, day, team_id, step_id, channel, source_id, sentiment, rating, rating_scale, rating_percent)::private.counted
    from went where sentiment is not null and status <> 'erased'
  ));
  return null;
end
$$;

-- Only rows whose counted values changed: approving or answering a verbatim touches no count.
create function private.count_changes() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  perform private.add_to_rollups(array(
    with before as (
      select id, (-1, day, team_id, step_id, channel, source_id, sentiment, rating, rating_scale, rating_percent)::private.counted as counted,
        sentiment is not null and status <> 'erased' as counts
      from went
    ),
    after as (
      select id, (1, day, team_id, step_id, channel, source_id, sentiment, rating, rating_scale, rating_percent)::private.counted as counted,
        sentiment is not null and status <> 'erased' as counts
      from came
    ),
    changed as (
      select before.counted as was, before.counts as counted_before, after.counted as now, after.counts as counts_after
      from before join after using (id)
      where before.counts <> after.counts
        or (((before.counted).day, (before.counted).team_id, (before.counted).step_id, (before.counted).channel,
             (before.counted).source_id, (before.counted).sentiment, (before.counted).rating, (before.counted).rating_scale)
            is distinct from
            ((after.counted).day, (after.counted).team_id, (after.counted).step_id, (after.counted).channel,
             (after.counted).source_id, (after.counted).sentiment, (after.counted).rating, (after.counted).rating_scale))
    )
    select was from changed where counted_before
    union all
    select now from changed where counts_after
  ));
  return null;
end
$$;

create trigger count_arrivals after insert on public.verbatims
  referencing new table as came for each statement execute function private.count_arrivals();
create trigger count_changes after update on public.verbatims
  referencing old table as went new table as came for each statement execute function private.count_changes();
create trigger count_departures after delete on public.verbatims
  referencing old table as went for each statement execute function private.count_departures();

-- The counts of a period, under the caller's row-level security: by slice of time, by team, by step, and of all of
-- it. Four groupings in one answer, each of a few rows, because the API cuts every answer after a thousand.
--
-- slice: 'day', 'week' or 'month'. Without a channel the small table answers: whole weeks from its weekly rows, their
-- ends from its daily ones. Months are whole ones: whoever asks for slices of a month asks for whole months.
create function public.verbatim_counts(
  since date,
  until date,
  slice text default 'day',
  in_teams uuid[] default null,
  in_step uuid default null,
  in_channel text default null
) returns table (
  grouped_by text,
  starts_on date,
  team_id uuid,
  step_id uuid,
  n bigint,
  positive bigint,
  neutral bigint,
  negative bigint,
  rated bigint,
  rating_sum numeric,
  rating_squares numeric,
  nps_rated bigint,
  promoters bigint,
  detractors bigint
)
  language plpgsql stable security invoker set search_path = ''
as $$
#variable_conflict use_column
declare
  -- The first day of our era was a Monday.
  era constant date := '0001-01-01';
  first_monday date := since + (7 - (since - era) % 7) % 7;
  last_sunday date := until - (until - era + 1) % 7;
begin
  if slice is null or slice not in ('day', 'week', 'month') then
    raise sqlstate 'PT400' using message = 'slice must be day, week or month';
  end if;
  return query
    with kept as (
      select small.starts_on as day, small.team_id, small.step_id, small.positive, small.neutral, small.negative,
        small.rated, small.rating_sum, small.rating_squares, small.nps_rated, small.promoters, small.detractors
      from public.team_rollups as small
      where in_channel is null
        and small.grain = slice
        and small.starts_on between since and case slice when 'week' then last_sunday else until end
      union all
      select ends.starts_on, ends.team_id, ends.step_id, ends.positive, ends.neutral, ends.negative,
        ends.rated, ends.rating_sum, ends.rating_squares, ends.nps_rated, ends.promoters, ends.detractors
      from public.team_rollups as ends
      where in_channel is null
        and slice = 'week'
        and ends.grain = 'day'
        and (ends.starts_on between since and least(first_monday - 1, until)
          or ends.starts_on between greatest(last_sunday + 1, first_monday) and until)
      union all
      select large.day, large.team_id, large.step_id, large.positive, large.neutral, large.negative,
        large.rated, large.rating_sum, large.rating_squares, large.nps_rated, large.promoters, large.detractors
      from public.daily_rollups as large
      where large.channel = in_channel
        and large.day between since and until
    ),
    sliced as (
      select
        case slice
          when 'day' then kept.day
          -- As date_trunc says it, in a third of the time.
          when 'week' then kept.day - (kept.day - era) % 7
          else date_trunc('month', kept.day::timestamp)::date
        end as starts_on,
        kept.*
      from kept
      where (in_teams is null or kept.team_id = any (in_teams))
        and (in_step is null or kept.step_id = in_step)
    ),
    grouped as (
      select
        case grouping(starts_on, team_id, step_id) when 3 then 'slice' when 5 then 'team' else 'step' end as grouped_by,
        starts_on, team_id, step_id, sum(positive) + sum(neutral) + sum(negative) as n,
        sum(positive) as positive, sum(neutral) as neutral, sum(negative) as negative,
        sum(rated) as rated, sum(rating_sum) as rating_sum, sum(rating_squares) as rating_squares,
        sum(nps_rated) as nps_rated, sum(promoters) as promoters, sum(detractors) as detractors
      from sliced
      group by grouping sets ((starts_on), (team_id), (step_id))
      having sum(positive) + sum(neutral) + sum(negative) > 0
    )
    select * from grouped
    union all
    select 'all', null, null, null, sum(n)::bigint, sum(positive)::bigint, sum(neutral)::bigint, sum(negative)::bigint,
      sum(rated)::bigint, sum(rating_sum), sum(rating_squares),
      sum(nps_rated)::bigint, sum(promoters)::bigint, sum(detractors)::bigint
    from grouped
    where grouped_by = 'slice'
    having sum(n) > 0;
end
$$;
grant execute on function public.verbatim_counts(date, date, text, uuid[], uuid, text) to authenticated, service_role;
