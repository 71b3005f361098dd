-- Teams, the people in them, and the questions every policy asks: who am I, what is my role, which teams are mine.

create schema if not exists extensions;
create extension if not exists unaccent with schema extensions;
create extension if not exists pg_trgm with schema extensions;

-- Helpers of policies and triggers. Not exposed by the API: only `public` is.
create schema private;
grant usage on schema private to authenticated, service_role;

-- What nobody granted, nobody has.
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke execute on functions from public, anon, authenticated, service_role;
alter default privileges in schema private revoke execute on functions from public;
alter default privileges revoke execute on functions from public;

-- A node of the organisation tree; one company at the top.
create table public.teams (
  id uuid primary key default gen_random_uuid(),
  parent_id uuid references public.teams (id),
  kind text not null check (kind in ('company', 'region', 'site', 'team')),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name = btrim(name) and name <> ''),
  created_at timestamptz not null default now(),
  check ((kind = 'company') = (parent_id is null))
);
create index teams_by_parent on public.teams (parent_id);
create unique index teams_one_company on public.teams ((true)) where parent_id is null;

-- Somebody who works or worked here. Without a user, somebody who cannot sign in.
create table public.people (
  id uuid primary key default gen_random_uuid(),
  user_id uuid unique references auth.users (id) on delete set null,
  team_id uuid not null references public.teams (id),
  role text not null check (role in ('employee', 'manager', 'moderator', 'leadership', 'admin')),
  full_name text not null check (full_name = btrim(full_name) and full_name <> ''),
  email text not null check (email = lower(email) and email like '%_@_%'),
  joined_on date not null default current_date,
  left_on date,
  created_at timestamptz not null default now(),
  check (left_on is null or left_on >= joined_on)
);
create unique index people_by_email on public.people (email);
create index people_by_team on public.people (team_id);

alter table public.teams enable row level security;
alter table public.people enable row level security;

grant select on public.teams to authenticated;
grant select on public.people to authenticated;
grant insert, update, delete on public.teams, public.people to authenticated;
grant select, insert, update, delete on public.teams, public.people to service_role;

-- A team cannot be, however indirectly, above itself.
create function private.refuse_team_cycle() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  ancestor uuid := new.parent_id;
begin
  while ancestor is not null loop
    if ancestor = new.id then
      raise exception 'Team % cannot be placed below itself', new.name using hint = 'Choose a parent outside of it.';
    end if;
    select parent_id into ancestor from public.teams where id = ancestor;
  end loop;
  return new;
end
$$;
create trigger refuse_cycle before insert or update of parent_id on public.teams
  for each row execute function private.refuse_team_cycle();

-- The signed-in person's id, or null for a stranger and for somebody who has left.
create function private.my_person() returns uuid
  language sql stable security definer set search_path = ''
as $$
  select id from public.people
  where user_id = (select auth.uid()) and (left_on is null or left_on > current_date)
$$;

create function private.my_role() returns text
  language sql stable security definer set search_path = ''
as $$
  select role from public.people where id = private.my_person()
$$;

create function private.i_am(variadic roles text[]) returns boolean
  language sql stable security definer set search_path = ''
as $$
  select coalesce(private.my_role() = any (roles), false)
$$;

-- A team and everything below it.
create function private.team_and_below(root uuid) returns setof uuid
  language sql stable security definer set search_path = ''
as $$
  with recursive below (id) as (
    select root
    union
    select teams.id from public.teams join below on teams.parent_id = below.id
  )
  select id from below
$$;

-- The teams whose customers and figures the signed-in person may see: all for who serves the whole company,
-- one's own and those below for a manager, one's own for an employee.
create function private.my_teams() returns setof uuid
  language sql stable security definer set search_path = ''
as $$
  select teams.id from public.teams where private.i_am('moderator', 'leadership', 'admin')
  union
  select private.team_and_below(people.team_id) from public.people
  where people.id = private.my_person() and people.role = 'manager'
  union
  select people.team_id from public.people
  where people.id = private.my_person() and people.role = 'employee'
$$;

grant execute on all functions in schema private to authenticated, service_role;
revoke execute on function private.refuse_team_cycle() from authenticated, service_role;

create policy "everyone in the company sees its teams" on public.teams
  for select to authenticated using ((select private.my_person()) is not null);
create policy "an administrator arranges the teams" on public.teams
  for all to authenticated
  using ((select private.i_am('admin'))) with check ((select private.i_am('admin')));

create policy "one sees oneself" on public.people
  for select to authenticated using (id = (select private.my_person()));
create policy "a manager sees the people of their teams" on public.people
  for select to authenticated
  using ((select private.i_am('manager')) and team_id in (select private.my_teams()));
create policy "an administrator manages the people" on public.people
  for all to authenticated
  using ((select private.i_am('admin'))) with check ((select private.i_am('admin')));

-- Who the bearer of this token is, in one call for every page.
create function public.me() returns table (
  id uuid,
  full_name text,
  email text,
  role text,
  team_id uuid,
  team_name text
)
  language sql stable security definer set search_path = ''
as $$
  select people.id, people.full_name, people.email, people.role, people.team_id, teams.name
  from public.people join public.teams on teams.id = people.team_id
  where people.id = private.my_person()
$$;
grant execute on function public.me() to authenticated;
