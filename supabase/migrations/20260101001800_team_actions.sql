-- What a team decided to do about its results, and what was done: the reason to answer the next time.

create table public.team_actions (
  id uuid primary key default gen_random_uuid(),
  team_id uuid not null references public.teams (id) on delete cascade,
  lever text check (
    lever in ('onboarding', 'training', 'culture', 'autonomy', 'quality_of_work_life', 'tools')
  ),
  title text not null check (title = btrim(title) and title <> '' and length(title) <= 200),
  decided_on date not null default current_date,
  done_on date,
  person_id uuid references public.people (id) on delete set null,
  created_at timestamptz not null default now()
);
create index team_actions_by_team on public.team_actions (team_id, decided_on desc);
create index team_actions_by_person on public.team_actions (person_id);

alter table public.team_actions enable row level security;
grant select, insert, update, delete on public.team_actions to authenticated;
grant select, insert on public.team_actions to service_role;

create policy "everyone sees what their team and the company do" on public.team_actions
  for select to authenticated using (team_id in (select private.my_pulse_teams()));
create policy "a manager decides for their teams" on public.team_actions
  for all to authenticated
  using ((select private.i_am('manager')) and team_id in (select private.my_teams()))
  with check ((select private.i_am('manager')) and team_id in (select private.my_teams()));
create policy "leadership decides for any team" on public.team_actions
  for all to authenticated
  using ((select private.i_am('leadership'))) with check ((select private.i_am('leadership')));
