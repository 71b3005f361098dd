/**
 * What a hosted Supabase project has before the first migration, and the embedded one lacks.
 * Runs at every start, so every statement can be repeated.
 */
export const BOOTSTRAP_SQL = `
do $$
begin
  if not exists (select from pg_roles where rolname = 'anon') then create role anon nologin; end if;
  if not exists (select from pg_roles where rolname = 'authenticated') then create role authenticated nologin; end if;
  if not exists (select from pg_roles where rolname = 'service_role') then create role service_role nologin bypassrls; end if;
end $$;

create schema if not exists extensions;
grant usage on schema public, auth, extensions to anon, authenticated, service_role;
revoke create on schema public from public;

-- The API hands the claims over as one JSON setting; the engine's own version reads only the old single one.
create or replace function auth.uid() returns uuid language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.sub', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'
  )::uuid
$$;
`;
