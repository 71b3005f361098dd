-- What screens receive: redacted text of approved verbatims, by the service alone, and word of every change.

create view public.wall_cards with (security_invoker = true) as
  select
    verbatims.id, verbatims.revision, verbatims.changed_at, verbatims.text, verbatims.language, verbatims.sentiment,
    verbatims.channel, verbatims.day, verbatims.said_on, verbatims.received_at, verbatims.answer,
    teams.name as team,
    owners.name as owner,
    steps.customer_label_fr as step_fr,
    steps.customer_label_en as step_en
  from public.verbatims
  left join public.teams on teams.id = verbatims.team_id
  left join public.teams as owners on owners.id = verbatims.owner_team_id
  left join public.journey_steps as steps on steps.id = verbatims.step_id
  where verbatims.status = 'approved';
grant select on public.wall_cards to service_role;

-- Verbatims that changed since a moment, oldest change first; `approved` false means: take it off the screen.
-- Rows may become visible after later ones, so a feed asks again for the last minute and drops what it knows.
create function public.wall_changes(since timestamptz, at_most integer default 500) returns table (
  id uuid,
  revision bigint,
  changed_at timestamptz,
  approved boolean
)
  language sql stable security definer set search_path = ''
as $$
  select verbatims.id, verbatims.revision, verbatims.changed_at, verbatims.status = 'approved'
  from public.verbatims
  where verbatims.changed_at > since
  order by verbatims.changed_at, verbatims.id
  limit coalesce(at_most, 500)
$$;
grant execute on function public.wall_changes(timestamptz, integer) to service_role;

-- Pokes whoever listens: Postgres listeners everywhere, a private Realtime channel where there is one. No content.
create function private.poke() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  perform pg_notify('verbatims', '');
  if to_regprocedure('realtime.send(jsonb, text, text, boolean)') is not null then
    execute 'select realtime.send($1, $2, $3, true)' using '{}'::jsonb, 'changed', 'verbatims';
  end if;
  return null;
end
$$;
create trigger poke after insert or update or delete on public.verbatims
  for each statement execute function private.poke();
