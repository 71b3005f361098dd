-- What people do to a verbatim. Each act checks who acts, and is noted in the audit log.

-- A person's word on a sentiment; the newest holds, all are kept.
create table public.corrections (
  id bigint generated always as identity primary key,
  verbatim_id uuid not null references public.verbatims (id) on delete cascade,
  person_id uuid references public.people (id) on delete set null,
  at timestamptz not null default now(),
  was text check (was in ('positive', 'neutral', 'negative')),
  sentiment text not null check (sentiment in ('positive', 'neutral', 'negative'))
);
create index corrections_by_verbatim on public.corrections (verbatim_id, at desc);
create index corrections_by_person on public.corrections (person_id);

alter table public.corrections enable row level security;
grant select on public.corrections to authenticated, service_role;

create policy "moderators and administrators see the corrections" on public.corrections
  for select to authenticated using ((select private.i_am('moderator', 'admin')));

create function private.require_moderator() returns void
  language plpgsql stable security definer set search_path = ''
as $$
begin
  if not private.i_am('moderator', 'admin') then
    raise sqlstate 'PT403' using message = 'Only a moderator or an administrator may do this.';
  end if;
end
$$;

create function private.move_verbatim(verbatim uuid, to_status text, action text) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  moved public.verbatims;
begin
  perform private.require_moderator();
  update public.verbatims
  set status = to_status,
      approved_at = case when to_status = 'approved' then now() else approved_at end
  where id = verbatim and status not in ('received', 'erased') and status <> to_status
  returning * into moved;
  if moved.id is not null then
    perform private.note_act(action, 'verbatim', verbatim::text);
  elsif not exists (select from public.verbatims where id = verbatim and status = to_status) then
    raise sqlstate 'PT404' using message = 'There is no such verbatim, or it is not tagged yet or already erased.';
  end if;
end
$$;

-- Puts a verbatim where screens and dashboards see it. Approving what is approved changes nothing.
create function public.approve_verbatim(verbatim uuid) returns void
  language sql volatile security definer set search_path = ''
as $$ select private.move_verbatim(verbatim, 'approved', 'approve') $$;

-- Takes a verbatim off every screen and list, for as long as nobody approves it again.
create function public.hide_verbatim(verbatim uuid) returns void
  language sql volatile security definer set search_path = ''
as $$ select private.move_verbatim(verbatim, 'hidden', 'hide') $$;

-- A person's correction of a sentiment always wins over the engine.
create function public.correct_sentiment(verbatim uuid, corrected text) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  previous text;
begin
  perform private.require_moderator();
  select sentiment into previous from public.verbatims
  where id = verbatim and status not in ('received', 'erased') for update;
  if not found then
    raise sqlstate 'PT404' using message = 'There is no such verbatim, or it is not tagged yet or already erased.';
  end if;
  insert into public.corrections (verbatim_id, person_id, was, sentiment)
  values (verbatim, private.my_person(), previous, corrected);
  update public.verbatims
  set sentiment = corrected,
      score = case corrected when 'positive' then greatest(score, 0.5)
                             when 'negative' then least(score, -0.5) else 0 end,
      confidence = 1,
      held_for = array_remove(array_remove(held_for, 'uncertain'), 'contradiction')
  where id = verbatim;
  perform private.note_act('correct', 'verbatim', verbatim::text, jsonb_build_object('was', previous, 'is', corrected));
end
$$;

-- Which team took a verbatim, and what was done about it: what the wall shows beside a negative one.
create function public.answer_verbatim(verbatim uuid, owner_team uuid, what_we_did text) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  perform private.require_moderator();
  update public.verbatims
  set owner_team_id = owner_team, answer = nullif(btrim(what_we_did), '')
  where id = verbatim and status not in ('received', 'erased');
  if not found then
    raise sqlstate 'PT404' using message = 'There is no such verbatim, or it is not tagged yet or already erased.';
  end if;
  perform private.note_act('answer', 'verbatim', verbatim::text);
end
$$;

-- The text as the customer wrote it. Reading it is an act, and is noted.
create function public.verbatim_original(verbatim uuid) returns text
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  original text;
begin
  perform private.require_moderator();
  select raw_text into original from public.verbatims where id = verbatim;
  if not found then
    raise sqlstate 'PT404' using message = 'There is no such verbatim.';
  end if;
  perform private.note_act('read_original', 'verbatim', verbatim::text);
  return original;
end
$$;

grant execute on function
  public.approve_verbatim(uuid), public.hide_verbatim(uuid), public.correct_sentiment(uuid, text),
  public.answer_verbatim(uuid, uuid, text), public.verbatim_original(uuid)
to authenticated;
