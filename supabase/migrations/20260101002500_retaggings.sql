-- Reading the past again with the model in force: asked for by an administrator, done in the background.

create table public.retaggings (
  id bigint generated always as identity primary key,
  requested_by uuid references public.people (id) on delete set null,
  requested_at timestamptz not null default now(),
  status text not null default 'waiting' check (status in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  total integer check (total >= 0),
  done integer not null default 0,
  changed integer not null default 0,
  last_id uuid,
  heard_of_at timestamptz not null default now(),
  finished_at timestamptz,
  failure text
);
comment on column public.retaggings.last_id is 'Verbatims up to this id are read: whoever goes on begins after it.';
comment on column public.retaggings.changed is 'Verbatims whose sentiment is another since.';
create unique index retaggings_one_at_a_time on public.retaggings ((true)) where status in ('waiting', 'running');
create index retaggings_by_person on public.retaggings (requested_by);

alter table public.retaggings enable row level security;
grant select on public.retaggings to authenticated;
grant select, update (status, total, heard_of_at, finished_at, failure) on public.retaggings to service_role;

create policy "an administrator follows the reading of the past" on public.retaggings
  for select to authenticated using ((select private.i_am('admin')));

-- Asks for the past to be read again; refused while that is under way.
create function public.request_retagging() returns bigint
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  requested bigint;
begin
  perform private.require_administrator();
  insert into public.retaggings (requested_by) values (private.my_person())
  on conflict do nothing returning id into requested;
  if requested is null then
    raise sqlstate 'PT409' using message = 'The past is being read again already.';
  end if;
  perform private.note_act('retag', 'retagging', requested::text);
  return requested;
end
$$;

-- Stops it after the page it is at; what it stored stays.
create function public.cancel_retagging(retagging bigint) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform private.require_administrator();
  update public.retaggings set status = 'cancelled', finished_at = now()
  where id = retagging and status in ('waiting', 'running');
  if not found then
    raise sqlstate 'PT404' using message = 'There is no such reading of the past, or it is over.';
  end if;
  perform private.note_act('cancel_retagging', 'retagging', retagging::text);
end
$$;

-- One page of what is read again, in the order of ids, as one value. Each: id, revision, text, language, rating_percent.
create function public.texts_to_retag(after uuid, size integer) returns jsonb
  language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(to_jsonb(texts) order by id), '[]')
  from (
    select id, revision, text, language, rating_percent from public.verbatims
    where status in ('approved', 'held', 'hidden') and text is not null and (after is null or id > after)
    order by id
    limit size
  ) as texts
$$;

-- Stores one page of a reading of the past together with its progress, so that both are true or neither is.
--
-- batch: rows {id, revision, sentiment, score, confidence, reasons, held_for}, the last with what the engine holds for.
-- Left as they are: what changed since it was read, what a person corrected, what comes out as it was. Nothing is ever
-- approved by it, and only what is held already is held for another reason.
--
-- Returns the status, by which a run learns that it was cancelled; null when another run is further.
create function public.store_tags(retagging bigint, read_to uuid, read integer, batch jsonb) returns text
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  status_now text;
  moved integer;
begin
  select status into status_now from public.retaggings
  where id = retagging and (last_id is null or last_id < read_to) for update;
  if status_now is distinct from 'running' then
    return status_now;
  end if;
  with given as (
    select * from jsonb_to_recordset(batch) as given (
      id uuid, revision bigint, sentiment text, score real, confidence real, reasons jsonb, held_for text[]
    )
  ),
  differing as (
    select given.*, verbatims.sentiment as was,
      case when verbatims.status = 'held'
        then array_remove(array_remove(verbatims.held_for, 'uncertain'), 'contradiction') || given.held_for
        else verbatims.held_for end as held_now
    from given join public.verbatims on verbatims.id = given.id and verbatims.revision = given.revision
    where not exists (select from public.corrections where text_hash = md5(verbatims.text))
      and (
        (verbatims.sentiment, verbatims.score, verbatims.confidence, verbatims.reasons)
          is distinct from (given.sentiment, given.score, given.confidence, given.reasons)
        or (verbatims.status = 'held' and (
          'uncertain' = any (verbatims.held_for) <> ('uncertain' = any (given.held_for))
          or 'contradiction' = any (verbatims.held_for) <> ('contradiction' = any (given.held_for))
        ))
      )
    order by verbatims.id for update of verbatims
  ),
  stored as (
    update public.verbatims
    set sentiment = differing.sentiment,
        score = differing.score,
        confidence = differing.confidence,
        reasons = differing.reasons,
        held_for = differing.held_now
    from differing
    where verbatims.id = differing.id
    returning differing.was <> verbatims.sentiment as moved
  )
  select count(*) filter (where stored.moved) into moved from stored;
  update public.retaggings
  set last_id = read_to,
      done = done + read,
      changed = changed + moved,
      heard_of_at = now()
  where id = retagging;
  return status_now;
end
$$;

grant execute on function public.request_retagging(), public.cancel_retagging(bigint) to authenticated;
grant execute on function public.texts_to_retag(uuid, integer), public.store_tags(bigint, uuid, integer, jsonb)
to service_role;
