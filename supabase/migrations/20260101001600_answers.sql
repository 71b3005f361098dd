-- How an answer comes in without its author. While a wave is open, answers wait in an inbox that has no person, date
-- or sequence; when it closes, one transaction deals them out in random order, each by itself, and forgets who took part.
-- No grant anywhere here: answers are written and read by functions alone.

create table public.answer_inbox (
  wave_id uuid not null,
  team_id uuid not null,
  question_id uuid not null,
  value smallint not null
);
comment on table public.answer_inbox is
  'No key on purpose: nothing may tell one answer from another, nor which came first.';

create table public.comment_inbox (
  wave_id uuid not null,
  team_id uuid not null,
  text text not null
);

-- From the close to the publication, which counts them into cells and then forgets them: in a team of one, an answer
-- names its author.
create table public.answers (
  wave_id uuid not null,
  team_id uuid not null,
  question_id uuid not null,
  value smallint not null
);
create index answers_by_wave on public.answers (wave_id);

create table private.closed_comments (
  wave_id uuid not null,
  team_id uuid not null,
  text text not null
);

-- What employees wrote, without personal data; belongs to a cell of at least k_distribution people.
create table public.comments (
  id uuid primary key default gen_random_uuid(),
  wave_id uuid not null references public.waves (id) on delete cascade,
  team_id uuid not null,
  text text not null,
  status text not null default 'waiting' check (status in ('waiting', 'released', 'withheld'))
);
create index comments_by_team on public.comments (wave_id, team_id);

-- How many took part, from the close to the publication; nobody but functions reads it.
create table private.turnout (
  wave_id uuid not null,
  team_id uuid not null,
  eligible integer not null,
  answered integer not null,
  primary key (wave_id, team_id)
);

alter table public.answer_inbox enable row level security;
alter table public.comment_inbox enable row level security;
alter table public.answers enable row level security;
alter table public.comments enable row level security;
alter table private.turnout enable row level security;
alter table private.closed_comments enable row level security;

-- The answers of somebody who is erased while the wave is open stay, without anybody: so does their number, or the
-- difference between the two would tell that they answered.
create function private.keep_count_of_erased() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  insert into private.turnout (wave_id, team_id, eligible, answered) values (old.wave_id, old.team_id, 1, 1)
  on conflict (wave_id, team_id) do update set eligible = turnout.eligible + 1, answered = turnout.answered + 1;
  return null;
end
$$;
create trigger keep_count_of_erased after delete on public.roster
  for each row when (old.state = 'answered') execute function private.keep_count_of_erased();

-- Takes one person's answers, once. No error tells what was answered.
create function private.accept_answer(wave uuid, person uuid, answers jsonb, comment text, at timestamptz) returns text
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  current_wave public.waves;
  entry public.roster;
begin
  -- Held until the answer is in, so that the wave cannot close in between.
  select * into current_wave from public.waves where id = wave for share;
  if current_wave.status is distinct from 'open' or current_wave.closes_at <= at then
    return 'closed';
  end if;
  perform private.check_answers(wave, answers, comment);
  update public.roster
  set state = case when answers = '{}' then 'declined' else 'answered' end
  where wave_id = wave and person_id = person and state = 'invited'
    and exists (select from public.people where id = person and (left_on is null or left_on > at::date))
  returning * into entry;
  if entry.person_id is null then
    return case when exists (
      select from public.roster where wave_id = wave and person_id = person and state <> 'invited'
    ) then 'already' else 'unknown' end;
  end if;
  insert into public.answer_inbox (wave_id, team_id, question_id, value)
  select wave, entry.team_id, key::uuid, answer::smallint from jsonb_each_text(answers) as given (key, answer);
  insert into public.comment_inbox (wave_id, team_id, text)
  select wave, entry.team_id, btrim(comment) where btrim(comment) <> '';
  return 'accepted';
end
$$;

create function private.check_answers(wave uuid, answers jsonb, comment text) returns void
  language plpgsql stable security definer set search_path = ''
as $$
begin
  if jsonb_typeof(answers) is distinct from 'object' or exists (
    select from jsonb_each(answers) as given (key, answer)
    left join public.wave_questions on wave_id = wave and question_id::text = given.key
    left join public.questions on questions.id = wave_questions.question_id
    where questions.id is null or jsonb_typeof(answer) <> 'number' or answer::text !~ '^\d{1,2}$'
      or not case questions.scale when 'agreement' then answer::text::integer between 1 and 5
                                  else answer::text::integer between 0 and 10 end
  ) then
    raise sqlstate 'PT400' using message = 'An answer is not one of those the question offers.';
  end if;
  if length(comment) > 1000 then
    raise sqlstate 'PT400' using message = 'A comment has 1,000 characters at most.';
  end if;
end
$$;

-- One's own answers, signed in. Answers: {question id: value}; a question left out was skipped, none at all declines.
-- Returns accepted, already, closed (not open, or no longer) or unknown (not invited).
create function public.answer_wave(wave uuid, answers jsonb, comment text default null) returns text
  language sql volatile security definer set search_path = ''
as $$
  select private.accept_answer(wave, private.my_person(), answers, comment, now())
$$;

-- The same through a personal link, by its hash.
create function public.answer_by_link(link text, answers jsonb, comment text default null) returns text
  language sql volatile security definer set search_path = ''
as $$
  select coalesce(
    (select private.accept_answer(wave_id, person_id, answers, comment, now())
     from public.answer_links where hash = link),
    'unknown'
  )
$$;

-- What a personal link opens: its wave, and where its bearer stands. No row for a link that is not, or no longer, valid.
create function public.open_link(link text) returns table (
  wave_id uuid,
  state text
)
  language sql stable security definer set search_path = ''
as $$
  select waves.id, roster.state
  from public.answer_links
  join public.roster on (roster.wave_id, roster.person_id) = (answer_links.wave_id, answer_links.person_id)
  join public.waves on waves.id = roster.wave_id
  join public.people on people.id = roster.person_id
  where answer_links.hash = link and waves.status = 'open' and waves.closes_at > now()
    and (people.left_on is null or people.left_on > current_date)
$$;

-- The open waves one is invited to, and whether one has answered.
create function public.my_waves() returns table (
  wave_id uuid,
  state text
)
  language sql stable security definer set search_path = ''
as $$
  select waves.id, roster.state
  from public.roster join public.waves on waves.id = roster.wave_id
  where roster.person_id = private.my_person() and waves.status = 'open' and waves.closes_at > now()
$$;

-- Answers that were collected elsewhere, such as on paper. Returns how many met each outcome.
-- batch: [{person_id, answers, comment}]
create function public.store_answers(wave uuid, batch jsonb, at timestamptz default now()) returns table (
  outcome text,
  n integer
)
  language sql volatile security definer set search_path = ''
as $$
  with outcomes as materialized (
    select private.accept_answer(wave, given.person_id, given.answers, given.comment, at) as outcome
    from jsonb_to_recordset(batch) as given (person_id uuid, answers jsonb, comment text)
  )
  select outcome, count(*)::integer from outcomes group by outcome
$$;

-- Ends the answering: counts who took part, deals the answers out in random order, each by itself, and forgets the rest.
-- Closing what is closed changes nothing.
create function public.close_wave(wave uuid, at timestamptz default now()) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  closing public.waves;
begin
  -- In the order in which an answer takes its locks, or the two would wait for each other.
  lock table public.answer_links in access exclusive mode;
  select * into closing from public.waves where id = wave for update;
  if closing.status in ('closed', 'published') then
    return;
  end if;
  if closing.status is distinct from 'open' or closing.closes_at > at then
    raise sqlstate 'PT409' using message = 'There is no such wave whose time is over.';
  end if;
  update public.waves set status = 'closed' where id = wave;
  -- Who answered and left since still counts: their answers do, and the difference would tell that they answered.
  insert into private.turnout (wave_id, team_id, eligible, answered)
  select wave, roster.team_id, count(*), count(*) filter (where roster.state = 'answered')
  from public.roster join public.people on people.id = roster.person_id
  where roster.wave_id = wave
    and (people.left_on is null or people.left_on > at::date or roster.state = 'answered')
  group by roster.team_id
  on conflict (wave_id, team_id) do update
    set eligible = turnout.eligible + excluded.eligible, answered = turnout.answered + excluded.answered;
  insert into public.answers (wave_id, team_id, question_id, value)
  select wave_id, team_id, question_id, value from public.answer_inbox where wave_id = wave order by random();
  -- Where nobody counts as having answered, a comment would stand alone in a cell whose other people are elsewhere:
  -- its author declined, left or was erased.
  insert into private.closed_comments (wave_id, team_id, text)
  select wave_id, team_id, text from public.comment_inbox
  where wave_id = wave
    and team_id in (select turnout.team_id from private.turnout where turnout.wave_id = wave and turnout.answered > 0)
  order by random();
  perform private.forget_answering(wave);
end
$$;

-- Empties the inbox of a wave and erases who took part and by which link. Deleted rows would stay readable in the file
-- for whoever owns the disk, with the transaction that wrote them: so the tables are truncated, and what belongs to other
-- waves is written again, in random order. All were reminded or nobody was: who was not had answered by then. Rosters of
-- waves that ended are kept for as long as a reminder in them may spare somebody another.
create function private.forget_answering(wave uuid) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  lock table public.roster, public.answer_links, public.answer_inbox, public.comment_inbox in access exclusive mode;
  create temporary table kept_answers on commit drop as
    select * from public.answer_inbox where wave_id <> wave;
  create temporary table kept_comments on commit drop as
    select * from public.comment_inbox where wave_id <> wave;
  create temporary table kept_roster on commit drop as
    select wave_id, person_id, team_id, case when wave_id = wave then null else state end as state, invited_on,
      case when wave_id = wave then max(reminded_on) over (partition by wave_id) else reminded_on end as reminded_on
    from public.roster
    where wave_id = wave
      or wave_id in (select id from public.waves where status = 'open')
      or reminded_on > current_date - 14;
  create temporary table kept_links on commit drop as
    select * from public.answer_links where wave_id <> wave;
  truncate public.answer_inbox, public.comment_inbox, public.roster, public.answer_links;
  insert into public.answer_inbox select * from kept_answers order by random();
  insert into public.comment_inbox select * from kept_comments order by random();
  insert into public.roster select * from kept_roster order by random();
  insert into public.answer_links select * from kept_links order by random();
  drop table kept_answers, kept_comments, kept_roster, kept_links;
end
$$;

grant execute on function public.answer_wave(uuid, jsonb, text), public.my_waves() to authenticated;
grant execute on function
  public.answer_by_link(text, jsonb, text), public.open_link(text), public.store_answers(uuid, jsonb, timestamptz),
  public.close_wave(uuid, timestamptz)
to service_role;
