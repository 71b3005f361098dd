-- The first administrator's company, in one step: all of it or nothing, and only once.

create function public.create_company(
  company text, first_team text, administrator text, administrator_email text, administrator_user uuid
) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  top uuid;
  team uuid;
begin
  perform pg_advisory_xact_lock(hashtext('create_company'));
  if exists (select from public.people where role = 'admin') then
    raise sqlstate 'PT409' using message = 'This installation already has an administrator.';
  end if;
  insert into public.teams (kind, slug, name) values ('company', 'company', btrim(company)) returning id into top;
  insert into public.teams (parent_id, kind, slug, name) values (top, 'team', 'first-team', btrim(first_team))
  returning id into team;
  insert into public.people (user_id, team_id, role, full_name, email)
  values (administrator_user, team, 'admin', btrim(administrator), lower(btrim(administrator_email)));
end
$$;
grant execute on function public.create_company(text, text, text, text, uuid) to service_role;
