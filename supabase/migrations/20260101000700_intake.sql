-- Files that are imported: one row an import, one row a refused line, and the one function that stores verbatims.

create table public.imports (
  id uuid primary key default gen_random_uuid(),
  source_id uuid references public.sources (id),
  file_name text not null check (char_length(file_name) between 1 and 255),
  bytes bigint not null check (bytes >= 0),
  mapping jsonb,
  status text not null default 'uploaded'
    check (status in ('uploaded', 'running', 'done', 'failed', 'cancelled')),
  failure text,
  rows_total bigint check (rows_total >= 0),
  rows_read bigint not null default 0,
  imported bigint not null default 0,
  duplicates bigint not null default 0,
  refused bigint not null default 0,
  held bigint not null default 0,
  created_by uuid references public.people (id) on delete set null,
  created_at timestamptz not null default now(),
  heard_of_at timestamptz not null default now(),
  finished_at timestamptz
);
comment on column public.imports.heard_of_at is 'Last sign of life: a running import without one for a minute was interrupted.';
create index imports_by_time on public.imports (created_at desc);
create index imports_by_source on public.imports (source_id);
create index imports_by_person on public.imports (created_by);

-- Why a line was not imported. The line itself is not kept: it may hold personal data.
create table public.import_refusals (
  import_id uuid not null references public.imports (id) on delete cascade,
  line bigint not null,
  reason text not null,
  primary key (import_id, line)
);

alter table public.imports enable row level security;
alter table public.import_refusals enable row level security;

grant select on public.imports, public.import_refusals to authenticated;
grant select, insert, update, delete on public.imports, public.import_refusals to service_role;

create policy "moderators and administrators follow the imports" on public.imports
  for select to authenticated using ((select private.i_am('moderator', 'admin')));
create policy "moderators and administrators read the refusals" on public.import_refusals
  for select to authenticated using ((select private.i_am('moderator', 'admin')));

-- Stores a batch of tagged verbatims, all or none. What is already there is left as it is.
--
-- Each row: external_id, raw_text, text, language, said_on, rating, rating_scale, channel, team_id, step_id, status,
-- held_for, sentiment, score, confidence, reasons, answer, owner_team_id, received_at. Language, status and raw_text are
-- required; what else is absent is null.
create function public.store_verbatims(source uuid, batch jsonb) returns table (stored bigint, duplicates bigint, held bigint)
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  arrived bigint;
begin
  arrived := jsonb_array_length(batch);
  return query
    with inserted as (
      insert into public.verbatims (
        source_id, external_id, raw_text, text, language, said_on, rating, rating_scale, channel, team_id, step_id,
        status, held_for, sentiment, score, confidence, reasons, answer, owner_team_id, received_at, approved_at
      )
      select source, given.external_id, given.raw_text, given.text, given.language, given.said_on, given.rating,
        given.rating_scale, given.channel, given.team_id, given.step_id, given.status,
        coalesce(given.held_for, '{}'), given.sentiment, given.score, given.confidence,
        coalesce(given.reasons, '[]'), given.answer, given.owner_team_id, coalesce(given.received_at, now()),
        case when given.status = 'approved' then coalesce(given.received_at, now()) end
      from jsonb_to_recordset(batch) as given (
        external_id text, raw_text text, text text, language text, said_on date, rating numeric, rating_scale text,
        channel text, team_id uuid, step_id uuid, status text, held_for text[], sentiment text, score real,
        confidence real, reasons jsonb, answer text, owner_team_id uuid, received_at timestamptz
      )
      on conflict (source_id, fingerprint) do nothing
      returning status
    )
    select count(*), arrived - count(*), count(*) filter (where inserted.status = 'held') from inserted;
end
$$;
grant execute on function public.store_verbatims(uuid, jsonb) to service_role;

-- Stores one batch of an import together with its account, so that both are true or neither is.
--
-- refusals: rows {line, reason}. Returns the import's status, by which a running import learns that it was cancelled.
create function public.store_import_batch(import uuid, read_to bigint, batch jsonb, refusals jsonb) returns text
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  outcome record;
  status_now text;
begin
  select * into outcome from public.store_verbatims((select source_id from public.imports where id = import), batch);
  insert into public.import_refusals (import_id, line, reason)
  select import, given.line, given.reason from jsonb_to_recordset(refusals) as given (line bigint, reason text)
  on conflict do nothing;
  update public.imports
  set rows_read = read_to,
      imported = imports.imported + outcome.stored,
      duplicates = imports.duplicates + outcome.duplicates,
      held = imports.held + outcome.held,
      refused = imports.refused + jsonb_array_length(refusals),
      heard_of_at = now()
  where id = import
  returning status into status_now;
  return status_now;
end
$$;
grant execute on function public.store_import_batch(uuid, bigint, jsonb, jsonb) to service_role;

-- Every file that comes in is noted with who brought it.
create function private.note_import() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.audit_log (person_id, action, subject, subject_id, details)
  values (new.created_by, 'import', 'import', new.id::text, jsonb_build_object('file', new.file_name));
  return null;
end
$$;
create trigger note_import after insert on public.imports
  for each row execute function private.note_import();
