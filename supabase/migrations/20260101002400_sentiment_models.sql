-- Models that are taught with the company's own texts, which of them tags, and what there is to teach.

-- The sentiment that a clear rating tells, null where it tells none: of stars the middle one is a neutral text, of longer
-- scales the middle is anything.
alter table public.verbatims add column rated_sentiment text generated always as (
  case
    when rating_scale = '1-5' then
      case when rating >= 4 then 'positive' when rating <= 2 then 'negative' when rating = 3 then 'neutral' end
    when rating_scale in ('0-10', '1-10') then case when rating >= 8 then 'positive' when rating <= 4 then 'negative' end
    when rating_scale = '0-20' then case when rating >= 15 then 'positive' when rating <= 8 then 'negative' end
    when rating_scale = '0-100' then case when rating >= 75 then 'positive' when rating <= 40 then 'negative' end
  end
) stored check (rated_sentiment in ('positive', 'neutral', 'negative'));
grant select (rated_sentiment) on public.verbatims to authenticated;

-- What was taught, and how it did on texts that it had not learned from.
create table public.sentiment_models (
  id bigint generated always as identity primary key,
  made_at timestamptz not null default now(),
  packed text check (packed <> ''),
  kept boolean not null generated always as (packed is not null) stored,
  report jsonb not null,
  adopted boolean not null
);
comment on column public.sentiment_models.packed is 'The weights; null once there are twenty newer ones.';
comment on column public.sentiment_models.adopted is 'It was no worse than the model in force when it was made.';

-- Which model tags: the newest choice holds, all are kept.
create table public.sentiment_choices (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  model_id bigint references public.sentiment_models (id),
  person_id uuid references public.people (id) on delete set null,
  pinned boolean not null
);
comment on column public.sentiment_choices.model_id is 'Null is the model that is shipped.';
comment on column public.sentiment_choices.person_id is 'Null when a model was adopted by itself.';
comment on column public.sentiment_choices.pinned is 'Stays until a person chooses again, whatever is learned.';
create index sentiment_choices_by_model on public.sentiment_choices (model_id);
create index sentiment_choices_by_person on public.sentiment_choices (person_id);

alter table public.sentiment_models enable row level security;
alter table public.sentiment_choices enable row level security;

-- Everything but the weights.
grant select (id, made_at, kept, report, adopted) on public.sentiment_models to authenticated;
grant select on public.sentiment_choices to authenticated;
grant select on public.sentiment_models, public.sentiment_choices to service_role;

create policy "an administrator sees what was taught" on public.sentiment_models
  for select to authenticated using ((select private.i_am('admin')));
create policy "an administrator sees which model tags" on public.sentiment_choices
  for select to authenticated using ((select private.i_am('admin')));

create function private.require_administrator() returns void
  language plpgsql stable security definer set search_path = ''
as $$
begin
  if not private.i_am('admin') then
    raise sqlstate 'PT403' using message = 'Only an administrator may do this.';
  end if;
end
$$;

-- Chooses the model that tags from now on; null is the shipped one. Unless it is pinned, the next one that is adopted
-- takes its place.
create function public.choose_sentiment_model(model bigint, pin boolean) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform private.require_administrator();
  -- Nothing is adopted, nor are weights let go, between the look and the choice.
  lock table public.sentiment_choices in exclusive mode;
  if model is not null and not exists (select from public.sentiment_models where id = model and kept) then
    raise sqlstate 'PT404' using message = 'There is no such model, or its weights are not kept any more.';
  end if;
  insert into public.sentiment_choices (model_id, person_id, pinned) values (model, private.my_person(), pin);
  perform private.note_act('choose_model', 'sentiment_model', model::text, jsonb_build_object('pinned', pin));
end
$$;

-- Stores what was taught; where it is adopted and nobody pinned another, it tags from now on. The weights of the twenty
-- newest are kept, and of the one in force. Returns its id.
create function public.store_sentiment_model(packed text, report jsonb, adopted boolean) returns bigint
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  stored bigint;
  in_force public.sentiment_choices;
begin
  lock table public.sentiment_choices in exclusive mode;
  select * into in_force from public.sentiment_choices order by id desc limit 1;
  insert into public.sentiment_models (packed, report, adopted)
  values (store_sentiment_model.packed, store_sentiment_model.report, store_sentiment_model.adopted)
  returning id into stored;
  if adopted and in_force.pinned is not true then
    insert into public.sentiment_choices (model_id, pinned) values (stored, false) returning * into in_force;
  end if;
  update public.sentiment_models as old set packed = null
  where old.kept and old.id is distinct from in_force.model_id
    and old.id not in (select newest.id from public.sentiment_models as newest order by newest.id desc limit 20);
  return stored;
end
$$;

-- How much there is to learn from: texts with a clear rating alone, and texts that a person corrected. With a moment, what came
-- since. For administrators and the service.
create function public.sentiment_material(since timestamptz default '-infinity') returns table (
  rated bigint,
  corrected bigint
)
  language plpgsql stable security definer set search_path = ''
as $$
begin
  -- Nobody but the service may call it without being a user.
  if (select auth.uid()) is not null then
    perform private.require_administrator();
  end if;
  return query
    with said as (
      select text_hash, max(at) as at from public.corrections where text_hash is not null group by text_hash
    ),
    same_text as (
      select said.at, verbatims.rated_sentiment, verbatims.received_at
      from said join public.verbatims on md5(verbatims.text) = said.text_hash
      where verbatims.status in ('approved', 'held')
    )
    select
      (select count(*) from public.verbatims
       where status in ('approved', 'held') and rated_sentiment is not null and received_at > since)
        - (select count(*) from same_text where rated_sentiment is not null and received_at > since),
      (select count(*) from same_text where at > since);
end
$$;

-- One page of what there is to learn from, the newest first: those just older than the cursor. As one value, because
-- the API cuts every list after a thousand. Each: id, day, text, language, rated, corrected.
create function public.sentiment_lessons(before_day date, before_id uuid, size integer) returns jsonb
  language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(to_jsonb(lessons) order by day desc, id desc), '[]')
  from (
    select verbatims.id, verbatims.day, verbatims.text, verbatims.language, verbatims.rated_sentiment as rated,
      said.sentiment as corrected
    from public.verbatims
    left join lateral (
      select corrections.sentiment from public.corrections
      where corrections.text_hash = md5(verbatims.text)
      order by corrections.id desc limit 1
    ) as said on true
    where verbatims.status in ('approved', 'held') and verbatims.text is not null
      and (verbatims.rated_sentiment is not null or said.sentiment is not null)
      and (before_day is null or (verbatims.day, verbatims.id) < (before_day, before_id))
    order by verbatims.day desc, verbatims.id desc
    limit size
  ) as lessons
$$;

-- Makes a job due, for who cannot wait for its hour; whoever has it keeps it.
create function public.hasten_job(job text) returns void
  language sql volatile security definer set search_path = ''
as $$
  insert into public.jobs (name) values (job)
  on conflict (name) do update set due_at = least(jobs.due_at, now())
$$;

grant execute on function public.choose_sentiment_model(bigint, boolean) to authenticated;
grant execute on function public.sentiment_material(timestamptz) to authenticated, service_role;
grant execute on function
  public.store_sentiment_model(text, jsonb, boolean), public.sentiment_lessons(date, uuid, integer), public.hasten_job(text)
to service_role;
