-- One piece of customer free text and its life: received -> held or approved -> hidden -> erased.

-- French words without their accents, so that a search for "ete" finds "été".
create text search configuration private.french (copy = pg_catalog.french);
alter text search configuration private.french
  alter mapping for hword, hword_part, word with extensions.unaccent, french_stem;

create table public.verbatims (
  id uuid primary key default gen_random_uuid(),
  source_id uuid not null references public.sources (id),
  external_id text check (external_id <> ''),
  raw_text text check (char_length(raw_text) between 1 and 10000),
  text text,
  language text not null default 'unknown',
  said_on date,
  received_at timestamptz not null default now(),
  day date not null generated always as (coalesce(said_on, (received_at at time zone 'Europe/Paris')::date)) stored,
  rating numeric(5, 2),
  rating_scale text check (rating_scale in ('1-5', '0-10', '1-10', '0-20', '0-100')),
  rating_percent numeric(5, 2) generated always as (
    case rating_scale
      when '1-5' then (rating - 1) * 25
      when '0-10' then rating * 10
      when '1-10' then (rating - 1) * 100 / 9
      when '0-20' then rating * 5
      when '0-100' then rating
    end
  ) stored,
  channel text check (channel ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  team_id uuid references public.teams (id),
  step_id uuid references public.journey_steps (id),
  status text not null default 'received' check (status in ('received', 'held', 'approved', 'hidden', 'erased')),
  held_for text[] not null default '{}',
  sentiment text check (sentiment in ('positive', 'neutral', 'negative')),
  score real check (score between -1 and 1),
  confidence real check (confidence between 0 and 1),
  reasons jsonb not null default '[]',
  owner_team_id uuid references public.teams (id),
  answer text check (answer = btrim(answer) and char_length(answer) between 1 and 500),
  approved_at timestamptz,
  changed_at timestamptz not null default clock_timestamp(),
  revision bigint not null default 0,
  fingerprint text not null,
  search tsvector generated always as (
    case when language = 'en'
      then to_tsvector('pg_catalog.english'::regconfig, coalesce(text, ''))
      else to_tsvector('private.french'::regconfig, coalesce(text, ''))
    end
  ) stored,
  constraint rating_within_scale check (
    (rating is null) = (rating_scale is null) and (rating_percent is null or rating_percent between 0 and 100)
  ),
  constraint tagged_before_shown check (
    status not in ('held', 'approved', 'hidden')
    or (text is not null and sentiment is not null and score is not null and confidence is not null)
  )
);

comment on column public.verbatims.raw_text is 'As the customer wrote it; readable through verbatim_original() alone.';
comment on column public.verbatims.text is 'Without personal data: the only text that screens and dashboards receive.';
comment on column public.verbatims.revision is 'Counts the changes of this row, so that a feed can tell which is the newest.';
comment on column public.verbatims.fingerprint is 'Tells a verbatim that is sent again; kept when the text is erased.';

create unique index verbatims_once on public.verbatims (source_id, fingerprint);
create index verbatims_approved_by_day on public.verbatims (day desc, id desc) where status = 'approved';
create index verbatims_approved_by_team on public.verbatims (team_id, day desc, id desc) where status = 'approved';
create index verbatims_waiting on public.verbatims (received_at, id) where status in ('received', 'held');
create index verbatims_by_day on public.verbatims (day desc, id desc);
create index verbatims_by_change on public.verbatims (changed_at, id);
create index verbatims_by_team on public.verbatims (team_id);
create index verbatims_by_step on public.verbatims (step_id);
create index verbatims_by_owner_team on public.verbatims (owner_team_id);
create index verbatims_search on public.verbatims using gin (search);

alter table public.verbatims enable row level security;

-- Everything but the raw text and its fingerprint.
grant select (
  id, source_id, external_id, text, language, said_on, received_at, day, rating, rating_scale, rating_percent,
  channel, team_id, step_id, status, held_for, sentiment, score, confidence, reasons, owner_team_id, answer,
  approved_at, changed_at, revision, search
) on public.verbatims to authenticated;
grant select, insert, update, delete on public.verbatims to service_role;

create policy "moderators and administrators see every verbatim" on public.verbatims
  for select to authenticated using ((select private.i_am('moderator', 'admin')));
create policy "leadership sees what is approved" on public.verbatims
  for select to authenticated using (status = 'approved' and (select private.i_am('leadership')));
create policy "a manager or employee sees what is approved for their teams" on public.verbatims
  for select to authenticated using (status = 'approved' and team_id in (select private.my_teams()));

-- Same source and external id, or without one same source, text and day: one verbatim, however often it is sent.
create function private.identify_verbatim() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  new.fingerprint := case
    when new.external_id is not null then 'id:' || new.external_id
    else 'text:' || md5(new.raw_text) || coalesce(':' || to_char(new.said_on, 'YYYY-MM-DD'), '')
  end;
  return new;
end
$$;
create trigger identify before insert on public.verbatims
  for each row execute function private.identify_verbatim();

create function private.number_change() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  new.fingerprint := old.fingerprint;
  new.revision := old.revision + 1;
  new.changed_at := clock_timestamp();
  return new;
end
$$;
create trigger number_change before update on public.verbatims
  for each row execute function private.number_change();
