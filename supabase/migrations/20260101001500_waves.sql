-- Rounds of the pulse: when they come, what they ask, and who is invited, frozen at launch.

-- How often a round comes, and what it asks of whom.
create table public.wave_plans (
  id uuid primary key default gen_random_uuid(),
  name text not null unique check (name = btrim(name) and name <> ''),
  cadence text not null check (cadence in ('weekly', 'fortnightly', 'monthly', 'bimonthly', 'quarterly')),
  battery text not null default 'levers' check (battery in ('levers', 'digital')),
  questions_per_wave smallint not null default 3 check (questions_per_wave between 1 and 10),
  asks_recommendation boolean not null default true,
  audience uuid[] check (audience <> '{}'),
  open_days smallint not null default 7 check (open_days between 1 and 28),
  reminds boolean not null default true,
  k_score smallint not null default 5 check (k_score >= 5),
  k_distribution smallint not null default 10 check (k_distribution >= 10),
  next_on date not null,
  starts_on date,
  paused boolean not null default false,
  created_at timestamptz not null default now(),
  check (k_distribution >= k_score)
);
comment on column public.wave_plans.audience is 'Teams, each with all below it; null for the whole company.';
comment on column public.wave_plans.starts_on is
  'The round the others are counted from: a plan of the 31st returns to it after February. Null for next_on.';
comment on column public.wave_plans.asks_recommendation is 'Also asks it, when three months have passed since it was last asked.';

create table public.waves (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid references public.wave_plans (id) on delete set null,
  name text not null check (name = btrim(name) and name <> ''),
  status text not null default 'planned' check (status in ('planned', 'open', 'closed', 'published', 'cancelled')),
  audience uuid[] check (audience <> '{}'),
  opens_at timestamptz not null,
  closes_at timestamptz not null check (closes_at > opens_at),
  reminds boolean not null default true,
  k_score smallint not null default 5 check (k_score >= 5),
  k_distribution smallint not null default 10 check (k_distribution >= 10),
  published_at timestamptz,
  created_at timestamptz not null default now(),
  check (k_distribution >= k_score),
  check ((published_at is not null) = (status = 'published'))
);
create index waves_by_time on public.waves (opens_at);
create index waves_by_plan on public.waves (plan_id);

create table public.wave_questions (
  wave_id uuid not null references public.waves (id) on delete cascade,
  question_id uuid not null references public.questions (id),
  position smallint not null,
  primary key (wave_id, question_id)
);
create index wave_questions_by_question on public.wave_questions (question_id);

-- The organisation as it stood at launch: what happens to it later changes no figure of the wave.
create table public.wave_teams (
  wave_id uuid not null references public.waves (id) on delete cascade,
  team_id uuid not null,
  parent_id uuid,
  name text not null,
  primary key (wave_id, team_id),
  foreign key (wave_id, parent_id) references public.wave_teams (wave_id, team_id)
);
create index wave_teams_by_parent on public.wave_teams (wave_id, parent_id);

-- Who is invited, and in which team, as of the launch. `state` is forgotten when the wave closes. For functions alone.
create table public.roster (
  wave_id uuid not null references public.waves (id) on delete cascade,
  person_id uuid not null references public.people (id) on delete cascade,
  team_id uuid not null,
  state text check (state in ('invited', 'answered', 'declined')),
  invited_on date,
  reminded_on date,
  primary key (wave_id, person_id)
);
create index roster_by_person on public.roster (person_id);

-- Personal links, as SHA-256 in hexadecimal: the link itself is nowhere but in the message.
create table public.answer_links (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  wave_id uuid not null,
  person_id uuid not null,
  foreign key (wave_id, person_id) references public.roster (wave_id, person_id) on delete cascade
);
create index answer_links_by_person on public.answer_links (wave_id, person_id);

alter table public.wave_plans enable row level security;
alter table public.waves enable row level security;
alter table public.wave_questions enable row level security;
alter table public.wave_teams enable row level security;
alter table public.roster enable row level security;
alter table public.answer_links enable row level security;

grant select, insert, update, delete on public.wave_plans, public.waves, public.wave_questions to authenticated;
grant select on public.wave_teams to authenticated;
grant select, insert, update (next_on) on public.wave_plans to service_role;
grant select, insert on public.waves, public.wave_questions to service_role;
grant select on public.wave_teams to service_role;

create policy "leadership sees when waves come" on public.wave_plans
  for select to authenticated using ((select private.i_am('leadership')));
create policy "an administrator plans the waves" on public.wave_plans
  for all to authenticated
  using ((select private.i_am('admin'))) with check ((select private.i_am('admin')));

create policy "everyone in the company sees the waves" on public.waves
  for select to authenticated using ((select private.my_person()) is not null);
create policy "an administrator prepares a wave" on public.waves
  for insert to authenticated with check ((select private.i_am('admin')) and status = 'planned');
create policy "an administrator changes a wave before its launch" on public.waves
  for update to authenticated
  using ((select private.i_am('admin')) and status = 'planned')
  with check (status = 'planned');
create policy "an administrator drops a wave before its launch" on public.waves
  for delete to authenticated using ((select private.i_am('admin')) and status = 'planned');

create policy "everyone in the company sees what a wave asks" on public.wave_questions
  for select to authenticated using ((select private.my_person()) is not null);
create policy "an administrator chooses what a wave asks before its launch" on public.wave_questions
  for all to authenticated
  using (
    (select private.i_am('admin'))
    and wave_id in (select id from public.waves where status = 'planned')
  )
  with check (
    (select private.i_am('admin'))
    and wave_id in (select id from public.waves where status = 'planned')
  );

create policy "everyone in the company sees the teams of a wave" on public.wave_teams
  for select to authenticated using ((select private.my_person()) is not null);

-- What people were told when they answered holds: nobody, not even the service, changes it afterwards.
create function private.keep_launched_wave() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'DELETE' then
    if old.status <> 'planned' then
      raise exception 'Wave % was launched and cannot be deleted', old.name using hint = 'Cancel it while it is open.';
    end if;
    return old;
  end if;
  if old.status <> 'planned' and (
    (new.id, new.name, new.opens_at, new.closes_at, new.k_score, new.k_distribution)
      is distinct from (old.id, old.name, old.opens_at, old.closes_at, old.k_score, old.k_distribution)
    or new.audience is distinct from old.audience
  ) then
    raise exception 'Wave % was launched: its dates, thresholds and audience are fixed', old.name;
  end if;
  if (old.status, new.status) not in (
    ('planned', 'planned'), ('planned', 'open'), ('open', 'open'), ('open', 'closed'), ('open', 'cancelled'),
    ('closed', 'closed'), ('closed', 'published'), ('published', 'published'), ('cancelled', 'cancelled')
  ) then
    raise exception 'Wave % is %: it cannot become %', old.name, old.status, new.status;
  end if;
  return new;
end
$$;
create trigger keep_launched before update or delete on public.waves
  for each row execute function private.keep_launched_wave();

-- The words of a question that was asked are part of its figures.
create function private.keep_asked_question() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  if (new.id, new.slug, new.battery, new.lever, new.scale, new.text_fr, new.text_en)
      is not distinct from (old.id, old.slug, old.battery, old.lever, old.scale, old.text_fr, old.text_en) then
    return new;
  end if;
  if exists (
    select from public.wave_questions join public.waves on waves.id = wave_questions.wave_id
    where wave_questions.question_id = old.id and waves.status <> 'planned'
  ) then
    raise sqlstate 'PT409' using
      message = format('Question %s was asked already: its words and scale are fixed.', old.slug),
      hint = 'Retire it and write another.';
  end if;
  return new;
end
$$;
create trigger keep_asked before update on public.questions
  for each row execute function private.keep_asked_question();

-- People who joined less than this many days before a wave opens are left in peace.
create function private.days_before_first_wave() returns integer
  language sql immutable set search_path = ''
as $$ select 30 $$;

-- Opens a planned wave: freezes the organisation and the roster. Fewer people than the threshold are not asked at all.
create function public.launch_wave(wave uuid, at timestamptz default now()) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  launched public.waves;
begin
  update public.waves set status = 'open' where id = wave and status = 'planned' and opens_at <= at
  returning * into launched;
  if launched.id is null then
    raise sqlstate 'PT409' using message = 'There is no such wave waiting to be opened now.';
  end if;
  if not exists (select from public.wave_questions where wave_id = wave) then
    raise sqlstate 'PT422' using message = format('Wave %s asks nothing: choose its questions first.', launched.name);
  end if;
  insert into public.wave_teams (wave_id, team_id, parent_id, name)
  with recursive invited (id, parent_id, name) as (
    select id, null::uuid, name from public.teams
    where case when launched.audience is null then parent_id is null
               else id = any (launched.audience) and not private.lies_below(id, launched.audience) end
    union all
    select teams.id, teams.parent_id, teams.name from public.teams join invited on teams.parent_id = invited.id
  )
  select wave, id, parent_id, name from invited;
  insert into public.roster (wave_id, person_id, team_id, state)
  select wave, people.id, people.team_id, 'invited'
  from public.people join public.wave_teams on wave_teams.wave_id = wave and wave_teams.team_id = people.team_id
  where people.joined_on <= at::date - private.days_before_first_wave()
    and (people.left_on is null or people.left_on > at::date);
  if (select count(*) from public.roster where wave_id = wave) < launched.k_score then
    raise sqlstate 'PT422' using message = format(
      'Wave %s would invite fewer than %s people: nothing could ever be shown of it.', launched.name, launched.k_score
    );
  end if;
end
$$;

-- Whether a team lies below one of these, so that an audience that names both is not counted twice.
create function private.lies_below(team uuid, roots uuid[]) returns boolean
  language sql stable security definer set search_path = ''
as $$
  with recursive above (id) as (
    select parent_id from public.teams where id = team
    union
    select teams.parent_id from public.teams join above on teams.id = above.id
  )
  select exists (select from above where id = any (roots))
$$;

-- Calls a wave off: what was answered is forgotten unread.
create function public.cancel_wave(wave uuid) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  if not private.i_am('admin') then
    raise sqlstate 'PT403' using message = 'Only an administrator may call a wave off.';
  end if;
  lock table public.answer_links in access exclusive mode;
  update public.waves set status = 'cancelled' where id = wave and status = 'open';
  if not found then
    raise sqlstate 'PT409' using message = 'Only a wave that is open can be called off.';
  end if;
  perform private.forget_answering(wave);
  delete from private.turnout where wave_id = wave;
  perform private.note_act('cancel', 'wave', wave::text);
end
$$;

-- Whom to write to. An invitation goes out once; a reminder once a wave, to who has not answered yet, and never
-- within 14 days of the last one. `everybody` is for links that are handed out by hand: who has answered is not told.
-- In pages: `after` is the last person of the page before.
create function public.wave_recipients(
  wave uuid, occasion text, after uuid default null, at_most integer default 500, at timestamptz default now()
) returns table (
  person_id uuid,
  full_name text,
  email text
)
  language sql stable security definer set search_path = ''
as $$
  select people.id, people.full_name, people.email
  from public.roster
  join public.people on people.id = roster.person_id
  join public.waves on waves.id = roster.wave_id
  where roster.wave_id = wave and waves.status = 'open' and waves.closes_at > at
    and (people.left_on is null or people.left_on > at::date)
    and case occasion
      when 'invitation' then roster.invited_on is null
      when 'reminder' then waves.reminds and roster.state = 'invited' and roster.invited_on is not null
        and roster.reminded_on is null and not exists (
          select from public.roster as earlier
          where earlier.person_id = people.id and earlier.reminded_on > at::date - 14
        )
      when 'everybody' then true
      else false end
    and (after is null or people.id > after)
  order by people.id
  limit coalesce(at_most, 500)
$$;

-- Keeps the hashes of links that are about to be sent or handed out. batch: [{hash, person_id}]
create function public.store_answer_links(wave uuid, batch jsonb) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  -- Held until the hashes are in, so that the wave cannot end in between and leave them behind; first the table, in the
  -- order in which a wave ends, or the two would wait for each other.
  lock table public.answer_links in row exclusive mode;
  perform from public.waves where id = wave and status = 'open' for share;
  if not found then
    raise sqlstate 'PT409' using message = 'Only a wave that is open has links.';
  end if;
  insert into public.answer_links (hash, wave_id, person_id)
  select link.hash, wave, link.person_id
  from jsonb_to_recordset(batch) as link (hash text, person_id uuid);
end
$$;

-- Keeps the day on which these people were written to. Called once their message is out, or they would never get it.
create function public.note_messages(wave uuid, occasion text, people uuid[], at timestamptz default now()) returns void
  language sql volatile security definer set search_path = ''
as $$
  update public.roster
  set invited_on = case when occasion = 'invitation' then at::date else invited_on end,
      reminded_on = case when occasion = 'reminder' then at::date else reminded_on end
  where wave_id = wave and person_id = any (people)
$$;

-- Links let their holder answer for somebody else: that they were handed out is kept.
create function public.note_links_handed_out(wave uuid) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  if not private.i_am('admin') then
    raise sqlstate 'PT403' using message = 'Only an administrator may hand out links.';
  end if;
  if not exists (select from public.waves where id = wave and status = 'open') then
    raise sqlstate 'PT409' using message = 'Only a wave that is open has links.';
  end if;
  perform private.note_act('hand_out_links', 'wave', wave::text);
end
$$;

grant execute on function public.cancel_wave(uuid), public.note_links_handed_out(uuid) to authenticated;
grant execute on function
  public.launch_wave(uuid, timestamptz), public.wave_recipients(uuid, text, uuid, integer, timestamptz),
  public.store_answer_links(uuid, jsonb), public.note_messages(uuid, text, uuid[], timestamptz)
to service_role;
