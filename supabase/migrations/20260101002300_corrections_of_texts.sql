-- A correction holds at once for its text: for every verbatim of that very text, and for those still to come.

alter table public.corrections
  add column text_hash text,
  add column before jsonb not null default '[]';
comment on column public.corrections.before is
  'What it changed, as it was, so that it can be taken back: rows {id, sentiment, score, confidence, held_for}.';
comment on column public.corrections.text_hash is
  'md5 of the text, without personal data, that it was said of; emptied when no verbatim has that text any more.';
update public.corrections set text_hash = md5(verbatims.text)
from public.verbatims where verbatims.id = corrections.verbatim_id and verbatims.text is not null;
create index corrections_by_text on public.corrections (text_hash, id desc) where text_hash is not null;
-- Of all rows: Postgres keeps no statistics of an expression for an index of some.
create index verbatims_by_text on public.verbatims (md5(text));

-- The score where a person gave the sentiment: at least half way to its side, or further where the engine was.
create function private.corrected_score(sentiment text, score real) returns real
  language sql immutable set search_path = ''
as $$
  select case sentiment when 'positive' then greatest(score, 0.5) when 'negative' then least(score, -0.5) else 0 end
$$;

-- A person's correction of a sentiment always wins over the engine, for every verbatim that says the same.
create or replace function public.correct_sentiment(verbatim uuid, corrected text) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  before public.verbatims;
  changed jsonb;
begin
  perform private.require_moderator();
  -- In the order of ids, as everything that changes many, so that two never wait for each other crosswise.
  perform from public.verbatims
  where md5(text) = (select md5(text) from public.verbatims where id = verbatim) order by id for update;
  select * into before from public.verbatims where id = verbatim and status not in ('received', 'erased');
  if not found then
    raise sqlstate 'PT404' using message = 'There is no such verbatim, or it is not tagged yet or already erased.';
  end if;
  select coalesce(jsonb_agg(to_jsonb(same) order by same.id), '[]') into changed
  from (
    select id, sentiment, score, confidence, held_for from public.verbatims
    where md5(text) = md5(before.text) and status not in ('received', 'erased')
      and (id = verbatim or sentiment <> corrected or confidence < 1 or held_for && '{uncertain,contradiction}')
  ) as same;
  insert into public.corrections (verbatim_id, person_id, was, sentiment, text_hash, before)
  values (verbatim, private.my_person(), before.sentiment, corrected, md5(before.text), changed);
  update public.verbatims
  set sentiment = corrected,
      score = private.corrected_score(corrected, score),
      confidence = 1,
      held_for = array_remove(array_remove(held_for, 'uncertain'), 'contradiction')
  where id in (select (each ->> 'id')::uuid from jsonb_array_elements(changed) as each);
  perform private.note_act('correct', 'verbatim', verbatim::text, jsonb_strip_nulls(
    jsonb_build_object('was', before.sentiment, 'is', corrected, 'others', nullif(jsonb_array_length(changed) - 1, 0))
  ));
end
$$;

-- Takes the newest correction of a verbatim back: what it changed is as it was, unless somebody changed it since, and
-- nothing is learned from it.
create function public.take_back_correction(verbatim uuid) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  taken public.corrections;
begin
  perform private.require_moderator();
  delete from public.corrections
  where id = (select max(id) from public.corrections where verbatim_id = verbatim)
  returning * into taken;
  if taken.id is null then
    raise sqlstate 'PT404' using message = 'Nobody corrected this verbatim, or it was taken back already.';
  end if;
  update public.verbatims
  set sentiment = was.sentiment, score = was.score, confidence = was.confidence, held_for = was.held_for
  from (
    select given.*
    from jsonb_to_recordset(taken.before)
      as given (id uuid, sentiment text, score real, confidence real, held_for text[])
    join public.verbatims as now on now.id = given.id
    where now.sentiment = taken.sentiment and now.confidence = 1 and now.status not in ('received', 'erased')
    order by now.id for update of now
  ) as was
  where verbatims.id = was.id;
  perform private.note_act('take_back_correction', 'verbatim', verbatim::text);
end
$$;
grant execute on function public.take_back_correction(uuid) to authenticated;

-- A text that was corrected before is tagged as it was corrected. Whether it waits for a person stays as it was given.
create function private.apply_correction() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  corrected text;
begin
  select sentiment into corrected from public.corrections
  where text_hash = md5(new.text) order by id desc limit 1;
  if found then
    new.sentiment := corrected;
    new.score := private.corrected_score(corrected, new.score);
    new.confidence := 1;
    new.held_for := array_remove(array_remove(new.held_for, 'uncertain'), 'contradiction');
  end if;
  return new;
end
$$;
create trigger apply_correction before insert on public.verbatims
  for each row when (new.text is not null and new.sentiment is not null)
  execute function private.apply_correction();
create trigger apply_correction_when_tagged before update on public.verbatims
  for each row when (old.sentiment is null and new.text is not null and new.sentiment is not null)
  execute function private.apply_correction();

-- Of a text that is gone nothing is kept that could tell it, and its correction holds for nothing any more.
create function private.forget_corrected_text() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  update public.corrections set text_hash = null
  where text_hash = md5(old.text)
    and not exists (select from public.verbatims where md5(verbatims.text) = md5(old.text));
  return null;
end
$$;
create trigger forget_corrected_text after update on public.verbatims
  for each row when (old.text is not null and old.text is distinct from new.text)
  execute function private.forget_corrected_text();
create trigger forget_deleted_text after delete on public.verbatims
  for each row when (old.text is not null)
  execute function private.forget_corrected_text();
