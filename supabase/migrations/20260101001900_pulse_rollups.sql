-- What a wave found on the levers as a whole, added up as its cells are published: EX of any period at any scale.

-- One wave and one team with all below it. Sums over questions, so that several waves go together by adding.
create table public.pulse_rollups (
  wave_id uuid not null,
  team_id uuid not null,
  n integer not null check (n >= 5),
  questions integer not null check (questions > 0),
  score_sum numeric not null,
  error_sum numeric not null check (error_sum >= 0),
  primary key (wave_id, team_id),
  foreign key (wave_id, team_id) references public.wave_teams (wave_id, team_id)
);
create index pulse_rollups_by_team on public.pulse_rollups (team_id);
comment on table public.pulse_rollups is
  'Made of published cells of the levers and nothing else; the digital set is asked too seldom to compare periods by.';
comment on column public.pulse_rollups.n is 'The fewest people who answered one of the questions.';
comment on column public.pulse_rollups.score_sum is 'Of each question 25 (mean - 1), from 0 to 100.';
comment on column public.pulse_rollups.error_sum is
  'Of each question the standard error of its score. Below 30 people it borrows the spread of the widest cell of its wave.';

alter table public.pulse_rollups enable row level security;
grant select on public.pulse_rollups to authenticated, service_role;

create policy "everyone sees the figures of their team and of the company" on public.pulse_rollups
  for select to authenticated using (team_id in (select private.my_pulse_teams()));
create policy "leadership sees all figures" on public.pulse_rollups
  for select to authenticated using ((select private.i_am('leadership')));

create trigger keep_published before update or delete on public.pulse_rollups
  for each row execute function private.keep_published();

-- The variance of answers mapped to 0-100, from how many gave each answer from 1 to 5; null without two answers.
create function private.agreement_variance(distribution integer[]) returns numeric
  language sql immutable set search_path = ''
as $$
  select (sum(count * value ^ 2) - sum(count * value) ^ 2 / sum(count)) / nullif(sum(count) - 1, 0)
  from (
    select count, 25.0 * (step - 1) as value from unnest(distribution) with ordinality as given (count, step)
  ) as steps
$$;

-- The sums of published cells, by wave and team. Answers that are all alike say nothing of their spread: four more, half
-- of them at either end, stand in for it (Agresti and Coull, American Statistician 52, 1998).
create function private.sums_of_cells(published public.cells[]) returns setof public.pulse_rollups
  language sql stable security definer set search_path = ''
as $$
  with levers as (
    select came.wave_id, came.team_id, came.question_id, came.n, 25.0 * (came.total::numeric / came.n - 1) as score,
      came.distribution
    from unnest(published) as came
    join public.questions on questions.id = came.question_id and questions.battery = 'levers'
  ),
  widest as (
    select distinct on (wave_id, question_id) wave_id, question_id, private.agreement_variance(distribution) as variance
    from levers where distribution is not null
    order by wave_id, question_id, n desc, team_id
  ),
  spread as (
    select levers.*, coalesce(
        case when levers.n >= 30 then private.agreement_variance(levers.distribution) end, widest.variance, 0
      ) as variance,
      (levers.score / 100 * levers.n + 2) / (levers.n + 4) as share
    from levers left join widest using (wave_id, question_id)
  )
  select wave_id, team_id, min(n), count(*)::integer, round(sum(score), 4),
    round(sum(case when variance > 1e-6 then sqrt(variance / n)
                   else 100 * sqrt(share * (1 - share) / (n + 4)) end), 4)
  from spread
  group by wave_id, team_id
$$;

-- Adds up cells that were just published.
create function private.add_up_cells() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.pulse_rollups
  select * from private.sums_of_cells(array(select came::public.cells from came));
  return null;
end
$$;
create trigger add_up after insert on public.cells
  referencing new table as came for each statement execute function private.add_up_cells();

-- What was published before there were sums.
insert into public.pulse_rollups
select * from private.sums_of_cells(array(select cells from public.cells));
