-- TVs that were paired, what is decided about each and about all of them, what each tells of itself.

create table public.screens (
  id uuid primary key default gen_random_uuid(),
  name text not null check (name = btrim(name) and length(name) between 1 and 80),
  settings jsonb not null,
  token_hash text unique check (token_hash ~ '^[0-9a-f]{64}$'),
  paired_by uuid references public.people (id) on delete set null,
  paired_at timestamptz not null default now(),
  revoked_at timestamptz,
  paused boolean not null default false,
  reload_at timestamptz,
  identify_at timestamptz,
  changed_at timestamptz not null default now()
);
comment on column public.screens.token_hash is
  'SHA-256 of the token that the TV carries; none until it came for it. Kept after a revocation, to tell it so.';
create unique index screens_by_name on public.screens (name) where revoked_at is null;
create index screens_by_change on public.screens (changed_at);
create index screens_by_person on public.screens (paired_by);

-- Apart from the screens, because a beat every 30 seconds is news for nobody.
create table public.screen_beats (
  screen_id uuid primary key references public.screens (id) on delete cascade,
  heard_at timestamptz not null,
  build text not null,
  painted_scene text,
  painted_id text,
  painted_at timestamptz,
  state text not null check (
    state in ('live', 'catching-up', 'offline', 'lease-over', 'quiet', 'curtain', 'paused', 'message')
  ),
  viewport_width integer not null,
  viewport_height integer not null,
  pixel_ratio real not null,
  engine text not null,
  clock_offset bigint not null,
  heap bigint,
  uptime bigint not null
);
comment on column public.screen_beats.clock_offset is 'The server''s clock minus the screen''s, in milliseconds.';

-- What holds for all screens: one row.
create table public.wall_control (
  id boolean primary key default true check (id),
  curtain_since timestamptz,
  curtain_by uuid references public.people (id) on delete set null,
  message_fr text not null default '' check (length(message_fr) <= 280),
  message_en text not null default '' check (length(message_en) <= 280),
  message_until timestamptz,
  lease_hours smallint not null default 24 check (lease_hours between 1 and 168),
  changed_at timestamptz not null default now()
);
comment on column public.wall_control.lease_hours is
  'For how long a screen that hears nothing of the server may go on showing verbatims.';
create index wall_control_by_person on public.wall_control (curtain_by);
insert into public.wall_control default values;

-- A TV that asks to be paired: it shows the code and keeps the secret.
create table public.screen_pairings (
  code text primary key check (code ~ '^[2-9A-HJ-NP-Z]{6}$'),
  secret_hash text not null unique check (secret_hash ~ '^[0-9a-f]{64}$'),
  address_hash text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '10 minutes',
  screen_id uuid references public.screens (id) on delete cascade
);
create index screen_pairings_by_address on public.screen_pairings (address_hash, created_at);
create index screen_pairings_by_screen on public.screen_pairings (screen_id);

alter table public.screens enable row level security;
alter table public.screen_beats enable row level security;
alter table public.wall_control enable row level security;
alter table public.screen_pairings enable row level security;

grant select (
  id, name, settings, paired_by, paired_at, revoked_at, paused, reload_at, identify_at, changed_at
) on public.screens to authenticated;
grant select on public.screen_beats, public.wall_control to authenticated;
grant select on public.screens, public.screen_beats, public.wall_control to service_role;

create policy "who keeps the wall sees its screens" on public.screens
  for select to authenticated using ((select private.i_am('moderator', 'admin')));
create policy "who keeps the wall sees how its screens are" on public.screen_beats
  for select to authenticated using ((select private.i_am('moderator', 'admin')));
create policy "who keeps the wall sees what holds for all screens" on public.wall_control
  for select to authenticated using ((select private.i_am('moderator', 'admin')));

-- Pokes whoever listens to the channel that the trigger names, that of verbatims unless it names one. No content.
create or replace function private.poke() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  channel constant text := coalesce(tg_argv[0], 'verbatims');
begin
  perform pg_notify(channel, '');
  if to_regprocedure('realtime.send(jsonb, text, text, boolean)') is not null then
    execute 'select realtime.send($1, $2, $3, true)' using '{}'::jsonb, 'changed', channel;
  end if;
  return null;
end
$$;
create trigger poke after insert or update or delete on public.screens
  for each statement execute function private.poke('screens');
create trigger poke after update on public.wall_control
  for each statement execute function private.poke('screens');

-- A screen of some teams shows those below them too: which these are changes with the tree.
create function private.retell_screens() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  update public.screens set changed_at = now() where revoked_at is null and settings -> 'teams' <> '[]';
  return null;
end
$$;
create trigger retell_screens after update of parent_id or insert or delete on public.teams
  for each statement execute function private.retell_screens();

-- Whether a value is a list of which each satisfies a condition; one that fails to be decided is not satisfied.
create function private.are_all(list jsonb, condition jsonpath) returns boolean
  language sql immutable set search_path = ''
as $$
  select case when jsonb_typeof(list) = 'array'
    then not exists (select from jsonb_array_elements(list) as each where not coalesce(each @@ condition, false))
    else false end
$$;

-- Refuses settings of a screen that are not as `src/lib/screens/settings.ts` describes them.
create function private.require_settings(settings jsonb) returns void
  language plpgsql stable security definer set search_path = ''
as $$
declare
  keys constant text[] := array[
    'playlist', 'teams', 'steps', 'languages', 'share', 'quiet', 'theme', 'night', 'orientation', 'language',
    'distance', 'diagonal'
  ];
  hours constant text := 'strict $.from like_regex "^([01][0-9]|2[0-3]):[0-5][0-9]$"
    && $.to like_regex "^([01][0-9]|2[0-3]):[0-5][0-9]$" && $.from != $.to
    && !exists($.keyvalue() ? (@.key != "from" && @.key != "to"))';
  problem text;
begin
  if jsonb_typeof(settings) is distinct from 'object' or not settings ?& keys then
    raise sqlstate 'PT422' using message = 'The settings of a screen are not complete.';
  end if;
  problem := case
    when settings - keys <> '{}' then 'a setting that does not exist'
    when not private.are_all(settings -> 'playlist', 'strict
        ($.scene == "spotlight" || $.scene == "mosaic" || $.scene == "mirror" || $.scene == "numbers"
          || $.scene == "message")
        && $.times.type() == "number" && $.times >= 1 && $.times <= 20 && $.times == $.times.floor()
        && ($.seconds == null
          || $.seconds.type() == "number" && $.seconds >= 5 && $.seconds <= 120 && $.seconds == $.seconds.floor())
        && !exists($.keyvalue() ? (
          @.key != "scene" && @.key != "times" && @.key != "seconds" && @.key != "text"))')
      or jsonb_array_length(settings -> 'playlist') not between 1 and 30 then 'playlist'
    when not private.are_all(jsonb_path_query_array(settings, '$.playlist[*] ? (@.scene == "message")'), 'strict
        $.text.fr.type() == "string" && $.text.en.type() == "string"
        && ($.text.fr like_regex "[^[:space:]]" || $.text.en like_regex "[^[:space:]]")
        && !exists($.text.keyvalue() ? (@.key != "fr" && @.key != "en"))')
      or exists (
        select from jsonb_path_query(settings, '$.playlist[*] ? (@.scene == "message").text.*') as text
        where length(text #>> '{}') > 280
      )
      or jsonb_path_exists(settings, '$.playlist[*] ? (@.scene != "message").text') then 'the text of a message'
    when not private.are_all(settings -> 'teams', 'strict $.type() == "string"')
      or exists (
        select from jsonb_path_query(settings, '$.teams[*]') as team
        where team #>> '{}' not in (select id::text from public.teams)
      ) then 'teams'
    when not private.are_all(settings -> 'steps', 'strict $.type() == "string"')
      or exists (
        select from jsonb_path_query(settings, '$.steps[*]') as step
        where step #>> '{}' not in (select id::text from public.journey_steps)
      ) then 'steps'
    when not private.are_all(settings -> 'languages', 'strict $ like_regex "^[a-z]{2}$"')
      or jsonb_array_length(settings -> 'languages') > 50 then 'languages'
    when not coalesce(settings ->> 'share' in ('auto', 'today', 'week', 'month', 'year'), false) then 'share'
    when not coalesce(settings ->> 'theme' in ('light', 'dark', 'clock'), false) then 'theme'
    when not coalesce(settings ->> 'orientation' in ('none', 'left', 'right', 'half'), false) then 'orientation'
    when not coalesce(settings ->> 'language' in ('fr', 'en', 'both'), false) then 'language'
    when not coalesce(settings -> 'night' @@ hours::jsonpath, false) then 'night'
    when not coalesce(settings @@ 'strict !exists($.quiet.keyvalue() ? (@.key != "hours" && @.key != "days"))', false)
      or not (settings -> 'quiet' -> 'hours' = 'null' or coalesce(settings -> 'quiet' -> 'hours' @@ hours::jsonpath, false))
      or not private.are_all(settings -> 'quiet' -> 'days', 'strict $.type() == "number" && $ >= 1 && $ <= 7 && $ == $.floor()')
      or jsonb_array_length(settings -> 'quiet' -> 'days') > 7 then 'quiet'
    when not coalesce(settings @@ 'strict $.distance.type() == "number" && $.distance >= 1 && $.distance <= 20', false)
      then 'distance'
    when not coalesce(settings @@ 'strict $.diagonal.type() == "number" && $.diagonal >= 10 && $.diagonal <= 120', false)
      then 'diagonal'
  end;
  if problem is not null then
    raise sqlstate 'PT422' using message = format('These cannot be the settings of a screen: %s.', problem);
  end if;
end
$$;

create function private.require_wall_keeper() returns void
  language plpgsql stable security definer set search_path = ''
as $$
begin
  if not private.i_am('moderator', 'admin') then
    raise sqlstate 'PT403' using message = 'Only a moderator or an administrator may do this to all screens.';
  end if;
end
$$;

-- Makes the TV that shows a code a screen of the company. Null when no TV shows this code, or not any more; after ten
-- such codes of a person in 15 minutes PT429.
create function public.pair_screen(code text, name text, settings jsonb) returns uuid
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  paired uuid;
begin
  perform private.require_administrator();
  -- Codes that are tried at once are counted one after the other.
  perform pg_advisory_xact_lock(hashtext('pair ' || private.my_person()));
  if 10 <= (
    select count(*) from public.audit_log
    where person_id = private.my_person() and action = 'mistake_code' and at > now() - interval '15 minutes'
  ) then
    raise sqlstate 'PT429' using message = 'Ten wrong codes in 15 minutes: wait a quarter of an hour.';
  end if;
  perform from public.screen_pairings
  where screen_pairings.code = pair_screen.code and expires_at > now() and screen_id is null for update;
  if not found then
    perform private.note_act('mistake_code', 'screen', null);
    return null;
  end if;
  perform private.require_settings(settings);
  perform private.require_free_name(name, null);
  insert into public.screens (name, settings, paired_by) values (name, settings, private.my_person())
  returning id into paired;
  -- A TV asks every two seconds; one whose network hiccups has some time more.
  update public.screen_pairings set screen_id = paired, expires_at = greatest(expires_at, now() + interval '2 minutes')
  where screen_pairings.code = pair_screen.code;
  perform private.note_act('pair_screen', 'screen', paired::text, jsonb_build_object('name', name));
  return paired;
end
$$;

-- Refuses a name that another screen has. Names are given one after the other.
create function private.require_free_name(wanted text, of_screen uuid) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtext('names of screens'));
  if wanted is null or wanted <> btrim(wanted) or length(wanted) not between 1 and 80 then
    raise sqlstate 'PT422' using message = 'A screen has a name of 1 to 80 characters.';
  end if;
  if exists (
    select from public.screens
    where name = wanted and revoked_at is null and id is distinct from of_screen
  ) then
    raise sqlstate 'PT409' using message = 'Another screen has this name.';
  end if;
end
$$;

-- Names and arranges a screen.
create function public.set_screen(screen uuid, name text, settings jsonb) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform private.require_administrator();
  perform private.require_settings(settings);
  perform private.require_free_name(name, screen);
  update public.screens
  set name = set_screen.name, settings = set_screen.settings, changed_at = now()
  where id = screen and revoked_at is null;
  if not found then
    raise sqlstate 'PT404' using message = 'There is no such screen, or it was taken away.';
  end if;
  perform private.note_act('set_screen', 'screen', screen::text, jsonb_build_object('name', name));
end
$$;

-- Takes a screen away for good: online it darkens within seconds, and its token opens nothing any more.
create function public.revoke_screen(screen uuid) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform private.require_administrator();
  update public.screens set revoked_at = now(), changed_at = now() where id = screen and revoked_at is null;
  if not found then
    raise sqlstate 'PT404' using message = 'There is no such screen, or it was taken away.';
  end if;
  delete from public.screen_pairings where screen_id = screen;
  delete from public.screen_beats where screen_id = screen;
  perform private.note_act('revoke_screen', 'screen', screen::text);
end
$$;

-- Has a screen, or every screen for null, load itself again, flash its name, stand still or go on.
create function public.command_screen(screen uuid, command text) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform private.require_administrator();
  if command is null or command not in ('reload', 'identify', 'pause', 'resume') then
    raise sqlstate 'PT400' using message = 'A screen can be told to reload, identify, pause or resume.';
  end if;
  update public.screens
  set reload_at = case when command = 'reload' then now() else reload_at end,
      identify_at = case when command = 'identify' then now() else identify_at end,
      paused = case command when 'pause' then true when 'resume' then false else paused end,
      changed_at = now()
  where revoked_at is null and (screen is null or id = screen);
  if not found and screen is not null then
    raise sqlstate 'PT404' using message = 'There is no such screen, or it was taken away.';
  end if;
  perform private.note_act(command || '_screen', 'screen', screen::text);
end
$$;

-- Raises the curtain, behind which all screens show safe content alone, or takes it away.
create function public.set_curtain(raised boolean) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform private.require_wall_keeper();
  update public.wall_control
  set curtain_since = case when raised then now() end,
      curtain_by = case when raised then private.my_person() end,
      changed_at = now()
  where (curtain_since is not null) <> raised;
  if found then
    perform private.note_act(case when raised then 'raise_curtain' else 'lift_curtain' end, 'wall', null);
  end if;
end
$$;

-- Since when the curtain is up, null while it is not, and who raised it; for who keeps the wall, who may not know
-- the person otherwise.
create function public.curtain() returns table (
  since timestamptz,
  by_name text
)
  language sql stable security definer set search_path = ''
as $$
  select curtain_since, people.full_name
  from public.wall_control left join public.people on people.id = curtain_by
  where private.i_am('moderator', 'admin')
$$;

-- Says something on all screens in the place of what they show, for so many minutes, a week at most.
create function public.say_to_all(fr text, en text, minutes integer) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform private.require_wall_keeper();
  if coalesce(fr, '') || coalesce(en, '') !~ '\S' or length(fr) > 280 or length(en) > 280 then
    raise sqlstate 'PT422' using message = 'A message has 1 to 280 characters in at least one language.';
  end if;
  if minutes is null or minutes not between 1 and 10080 then
    raise sqlstate 'PT422' using message = 'A message stays for 1 to 10,080 minutes.';
  end if;
  update public.wall_control
  set message_fr = btrim(coalesce(fr, '')),
      message_en = btrim(coalesce(en, '')),
      message_until = now() + make_interval(mins => minutes),
      changed_at = now();
  perform private.note_act('say_to_all', 'wall', null, jsonb_build_object('fr', fr, 'en', en, 'minutes', minutes));
end
$$;

create function public.clear_message() returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform private.require_wall_keeper();
  update public.wall_control set message_fr = '', message_en = '', message_until = null, changed_at = now()
  where message_until is not null;
  if found then
    perform private.note_act('clear_message', 'wall', null);
  end if;
end
$$;

-- For how many hours a screen that is cut off may go on showing verbatims.
create function public.set_lease(hours integer) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform private.require_administrator();
  if hours is null or hours not between 1 and 168 then
    raise sqlstate 'PT422' using message = 'A screen may go on for 1 to 168 hours.';
  end if;
  update public.wall_control set lease_hours = hours, changed_at = now();
  perform private.note_act('set_lease', 'wall', null, jsonb_build_object('hours', hours));
end
$$;

-- A TV asks to be paired: returns until when its code is good, or null when too many were asked for from its address.
-- Sixty in 15 minutes are forty TVs of a building that share an address and wait to be paired.
create function public.begin_pairing(code text, secret_hash text, address_hash text) returns timestamptz
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  good_until timestamptz;
begin
  perform pg_advisory_xact_lock(hashtext('pairing from ' || address_hash));
  delete from public.screen_pairings where created_at < now() - interval '1 hour';
  if 60 <= (
    select count(*) from public.screen_pairings
    where screen_pairings.address_hash = begin_pairing.address_hash and created_at > now() - interval '15 minutes'
  ) then
    return null;
  end if;
  insert into public.screen_pairings (code, secret_hash, address_hash) values (code, secret_hash, address_hash)
  on conflict on constraint screen_pairings_pkey do nothing returning expires_at into good_until;
  if good_until is null then
    raise sqlstate 'PT409' using message = 'Another TV shows this code: take another.';
  end if;
  return good_until;
end
$$;

-- What became of a pairing that a TV asked for: {code, expires_at, confirmed}; null when its time is over.
create function public.pairing_state(secret_hash text) returns jsonb
  language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object('code', code, 'expires_at', expires_at, 'confirmed', screen_id is not null)
  from public.screen_pairings
  where screen_pairings.secret_hash = pairing_state.secret_hash and expires_at > now()
$$;

-- Gives a TV that was confirmed its token: returns its screen, or null when there is nothing to claim. Only once, and
-- again with the same token alone, should the answer have been lost on its way.
create function public.claim_pairing(secret_hash text, token_hash text) returns uuid
  language sql volatile security definer set search_path = ''
as $$
  update public.screens set token_hash = claim_pairing.token_hash, changed_at = now()
  from public.screen_pairings as pairing
  where pairing.secret_hash = claim_pairing.secret_hash
    and pairing.expires_at > now()
    and pairing.screen_id = screens.id
    and screens.revoked_at is null
    and (screens.token_hash is null or screens.token_hash = claim_pairing.token_hash)
  returning screens.id
$$;

-- Keeps what screens told of themselves, many at once: rows of screen_beats, one a screen, checked in
-- `src/lib/screens/beat.ts`. What was heard later stays, and nothing is kept of a screen that was taken away.
create function public.note_beats(told jsonb) returns void
  language sql volatile security definer set search_path = ''
as $$
  insert into public.screen_beats (
    screen_id, heard_at, build, painted_scene, painted_id, painted_at, state, viewport_width, viewport_height,
    pixel_ratio, engine, clock_offset, heap, uptime
  )
  select
    screen_id, heard_at, build, painted_scene, painted_id, painted_at, state, viewport_width, viewport_height,
    pixel_ratio, engine, clock_offset, heap, uptime
  from jsonb_populate_recordset(null::public.screen_beats, told) as beat
  join public.screens on screens.id = beat.screen_id and screens.revoked_at is null
  on conflict (screen_id) do update
  set heard_at = excluded.heard_at,
      build = excluded.build,
      painted_scene = excluded.painted_scene,
      painted_id = excluded.painted_id,
      painted_at = excluded.painted_at,
      state = excluded.state,
      viewport_width = excluded.viewport_width,
      viewport_height = excluded.viewport_height,
      pixel_ratio = excluded.pixel_ratio,
      engine = excluded.engine,
      clock_offset = excluded.clock_offset,
      heap = excluded.heap,
      uptime = excluded.uptime
  where excluded.heard_at > screen_beats.heard_at
$$;

-- What the servers tell screens, as one value {at, control, screens}: the screens that changed since a moment, all for
-- null. A change may become visible some time after it was made: whoever asks goes back to a minute before the `at` of
-- the last answer, and drops what it knows.
create function public.screen_states(since timestamptz) returns jsonb
  language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'at', now(),
    'control', (select to_jsonb(wall_control) - 'id' from public.wall_control),
    'screens', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', id,
        'name', name,
        'settings', settings,
        'teams', case when settings -> 'teams' <> '[]' then (
          select jsonb_agg(distinct below)
          from jsonb_array_elements_text(settings -> 'teams') as team, private.team_and_below(team::uuid) as below
        ) end,
        'token_hash', token_hash,
        'revoked', revoked_at is not null,
        'paused', paused,
        'reload_at', reload_at,
        'identify_at', identify_at,
        'changed_at', changed_at
      ))
      from public.screens
      where since is null or changed_at > since
    ), '[]')
  )
$$;

grant execute on function
  public.pair_screen(text, text, jsonb),
  public.set_screen(uuid, text, jsonb),
  public.revoke_screen(uuid),
  public.command_screen(uuid, text),
  public.set_curtain(boolean),
  public.curtain(),
  public.say_to_all(text, text, integer),
  public.clear_message(),
  public.set_lease(integer)
to authenticated;
grant execute on function
  public.begin_pairing(text, text, text),
  public.pairing_state(text),
  public.claim_pairing(text, text),
  public.note_beats(jsonb),
  public.screen_states(timestamptz)
to service_role;
