-- Months of customers as they stood when they were closed: what a board has seen does not change under its eyes.
-- The employees' side needs no such table, because what a wave published never changes.

create table public.closed_months (
  month date primary key check (month = date_trunc('month', month::timestamp)::date),
  closed_at timestamptz not null default now()
);

-- The monthly rows of team_rollups, copied, and the sum of those of each team: a page that shows all steps, as most do,
-- reads a seventh of the rows.
create table public.closed_month_rollups (
  month date not null references public.closed_months (month) on delete cascade,
  team_id uuid references public.teams (id),
  step_id uuid references public.journey_steps (id),
  whole boolean not null check (not whole or step_id is null),
  positive integer not null,
  neutral integer not null,
  negative integer not null,
  rated integer not null,
  rating_sum numeric not null,
  rating_squares numeric not null,
  nps_rated integer not null,
  promoters integer not null,
  detractors integer not null,
  constraint closed_month_rollups_key unique nulls not distinct (month, whole, step_id, team_id)
);
comment on column public.closed_month_rollups.whole is 'All steps together, beside the rows of each step and of none.';
create index closed_month_rollups_by_team on public.closed_month_rollups (team_id, month);
create index closed_month_rollups_by_step on public.closed_month_rollups (step_id);

alter table public.closed_months enable row level security;
alter table public.closed_month_rollups enable row level security;
grant select on public.closed_months, public.closed_month_rollups to authenticated, service_role;

create policy "everyone in the company sees which months are closed" on public.closed_months
  for select to authenticated using ((select private.my_person()) is not null);
create policy "one sees the counts of one's teams" on public.closed_month_rollups
  for select to authenticated
  using (team_id in (select private.my_teams()) or (select private.i_am('moderator', 'leadership', 'admin')));

-- Closes a month that is over, once: false where it was closed already. A month without a verbatim stays open, so that
-- a history which is imported later counts.
create function public.close_month(month date, at timestamptz default now()) returns boolean
  language plpgsql volatile security definer set search_path = ''
as $$
#variable_conflict use_variable
begin
  if (month = date_trunc('month', month::timestamp)::date) is not true then
    raise sqlstate 'PT400' using message = 'A month is named by its first day.';
  end if;
  if at < month + interval '1 month' then
    raise sqlstate 'PT409' using message = 'Only a month that is over can be closed.';
  end if;
  if not exists (
    select from public.team_rollups as live
    where live.grain = 'month' and live.starts_on = month and live.positive + live.neutral + live.negative > 0
  ) then
    return false;
  end if;
  insert into public.closed_months (month, closed_at) values (month, at) on conflict do nothing;
  if not found then
    return false;
  end if;
  perform private.copy_month(month);
  return true;
end
$$;

-- One statement, and so one moment: what an import that is under way adds is in none of the rows, and late in all.
-- Rows that are read together lie together.
create function private.copy_month(month date) returns void
  language sql volatile security definer set search_path = ''
as $$
  insert into public.closed_month_rollups
  select live.starts_on, live.team_id, live.step_id, grouping(live.step_id) = 1, sum(live.positive), sum(live.neutral),
    sum(live.negative), sum(live.rated), sum(live.rating_sum), sum(live.rating_squares), sum(live.nps_rated),
    sum(live.promoters), sum(live.detractors)
  from public.team_rollups as live
  where live.grain = 'month' and live.starts_on = copy_month.month
  group by grouping sets ((live.starts_on, live.team_id, live.step_id), (live.starts_on, live.team_id))
  having sum(live.positive + live.neutral + live.negative) > 0
  order by 4, 3, 2
$$;

-- How far the counts have moved since their months were closed: of each month of a span, or of all, the verbatims that
-- came and that went. One whose sentiment, team or step was corrected went as what it was and came as what it is.
create function public.late_verbatims(since date default '-infinity', until date default 'infinity') returns table (
  month date,
  closed_at timestamptz,
  came bigint,
  went bigint
)
  language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
begin
  perform private.require_overview();
  return query
    with moved as (
      select counts.month, sum(positive) as positive, sum(neutral) as neutral, sum(negative) as negative
      from (
        select live.starts_on as month, live.team_id, live.step_id, live.positive, live.neutral, live.negative
        from public.team_rollups as live
        where live.grain = 'month' and live.starts_on = any (array(select month from public.closed_months))
          and live.starts_on between since and until
        union all
        select kept.month, kept.team_id, kept.step_id, -kept.positive, -kept.neutral, -kept.negative
        from public.closed_month_rollups as kept
        where not kept.whole and kept.month between since and until
      ) as counts
      group by counts.month, counts.team_id, counts.step_id
      having (sum(positive), sum(neutral), sum(negative)) <> (0, 0, 0)
    )
    select closed_months.month, closed_months.closed_at,
      sum(greatest(positive, 0) + greatest(neutral, 0) + greatest(negative, 0))::bigint,
      -sum(least(positive, 0) + least(neutral, 0) + least(negative, 0))::bigint
    from moved join public.closed_months on closed_months.month = moved.month
    group by closed_months.month, closed_months.closed_at
    order by closed_months.month;
end
$$;

-- Closes months again with what came and went since, and says so in the log: their figures change, and their date.
create function public.recount_months(months date[]) returns integer
  language plpgsql volatile security definer set search_path = ''
as $$
#variable_conflict use_column
declare
  again public.closed_months;
  n integer := 0;
begin
  perform private.require_overview();
  for again in
    select * from public.closed_months where month = any (months) order by month for update
  loop
    delete from public.closed_month_rollups where month = again.month;
    update public.closed_months set closed_at = now() where month = again.month;
    perform private.copy_month(again.month);
    perform private.note_act(
      'recount', 'month', to_char(again.month, 'YYYY-MM'), jsonb_build_object('closed_at', again.closed_at)
    );
    n := n + 1;
  end loop;
  return n;
end
$$;

create function private.require_overview() returns void
  language plpgsql stable security definer set search_path = ''
as $$
begin
  if not private.i_am('leadership', 'admin') then
    raise sqlstate 'PT403' using message = 'Only leadership and administrators may do this to closed months.';
  end if;
end
$$;

grant execute on function public.close_month(date, timestamptz) to service_role;
grant execute on function public.late_verbatims(date, date), public.recount_months(date[]) to authenticated;
