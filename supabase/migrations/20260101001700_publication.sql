-- What a wave found, published once: cells that no arithmetic can narrow down to fewer people than the threshold.

-- One figure: a team and all below it, one question. A cell that is not here was withheld, and carries no count.
create table public.cells (
  wave_id uuid not null,
  team_id uuid not null,
  question_id uuid not null references public.questions (id),
  n integer not null check (n >= 5),
  total integer not null,
  distribution integer[] check (n >= 10 or distribution is null),
  primary key (wave_id, team_id, question_id),
  foreign key (wave_id, team_id) references public.wave_teams (wave_id, team_id)
);
create index cells_by_team on public.cells (team_id, question_id);
create index cells_by_question on public.cells (question_id);
comment on column public.cells.total is
  'agreement: the sum of the answers; recommendation: promoters (9-10) minus detractors (0-6).';
comment on column public.cells.distribution is
  'How many gave each answer, from the lowest: 5 counts for agreement, 11 for recommendation.';

-- Who answered at least one question, of who was invited and still there at the close, rounded to 5 %.
create table public.participation (
  wave_id uuid not null,
  team_id uuid not null,
  percent smallint not null check (percent between 0 and 100 and percent % 5 = 0),
  primary key (wave_id, team_id),
  foreign key (wave_id, team_id) references public.wave_teams (wave_id, team_id)
);

-- The mood of the comments of a cell, where there are enough; no comment carries its own.
create table public.comment_moods (
  wave_id uuid not null,
  team_id uuid not null,
  positive integer not null check (positive >= 0),
  neutral integer not null check (neutral >= 0),
  negative integer not null check (negative >= 0),
  primary key (wave_id, team_id),
  foreign key (wave_id, team_id) references public.wave_teams (wave_id, team_id),
  check (positive + neutral + negative >= 10)
);

alter table public.cells enable row level security;
alter table public.participation enable row level security;
alter table public.comment_moods enable row level security;

-- Whose figures one may see: everybody's own team and the company as a whole, a manager those below.
-- Leadership sees all, which its own policies say.
create function private.my_pulse_teams() returns setof uuid
  language sql stable security definer set search_path = ''
as $$
  select people.team_id from public.people where people.id = private.my_person()
  union
  select teams.id from public.teams where teams.parent_id is null and private.my_person() is not null
  union
  select private.team_and_below(people.team_id) from public.people
  where people.id = private.my_person() and people.role = 'manager'
$$;
grant execute on function private.my_pulse_teams() to authenticated;

grant select on public.cells, public.participation, public.comment_moods to authenticated, service_role;

create policy "everyone sees the figures of their team and of the company" on public.cells
  for select to authenticated using (team_id in (select private.my_pulse_teams()));
create policy "leadership sees all figures" on public.cells
  for select to authenticated using ((select private.i_am('leadership')));
create policy "everyone sees the participation of their team and of the company" on public.participation
  for select to authenticated using (team_id in (select private.my_pulse_teams()));
create policy "leadership and administrators see all participation" on public.participation
  for select to authenticated using ((select private.i_am('leadership', 'admin')));
create policy "a manager sees the mood of the comments of their teams" on public.comment_moods
  for select to authenticated
  using ((select private.i_am('manager')) and team_id in (select private.my_teams()));
create policy "leadership sees the mood of all comments" on public.comment_moods
  for select to authenticated using ((select private.i_am('leadership')));

-- Published is published, whatever happens to people and teams afterwards.
create function private.keep_published() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  raise exception 'What a wave published is never changed.';
end
$$;
create trigger keep_published before update or delete on public.cells
  for each row execute function private.keep_published();
create trigger keep_published before update or delete on public.participation
  for each row execute function private.keep_published();
create trigger keep_published before update or delete on public.comment_moods
  for each row execute function private.keep_published();

-- One group of people who are counted together: in team `team_id` itself, not below, for one figure.
create type private.atom as (question_id uuid, team_id uuid, n integer);
-- A figure that somebody wants to publish: a team and all below it.
create type private.figure as (question_id uuid, team_id uuid);

-- Every team of a wave with itself and all above it.
create function private.wave_ancestry(wave uuid) returns table (
  team_id uuid,
  ancestor_id uuid,
  distance integer
)
  language sql stable security definer set search_path = ''
as $$
  with recursive above (team_id, ancestor_id, distance) as (
    select wave_teams.team_id, wave_teams.team_id, 0 from public.wave_teams where wave_teams.wave_id = wave
    union all
    select above.team_id, wave_teams.parent_id, above.distance + 1
    from above join public.wave_teams on wave_teams.wave_id = wave and wave_teams.team_id = above.ancestor_id
    where wave_teams.parent_id is not null
  )
  select team_id, ancestor_id, distance from above
$$;

-- Refuses figures from which somebody could compute the sum of fewer than k people.
-- Teams form a tree, so the published figures of one question are sets that lie within or beside each other. Subtract
-- from each the figures published inside it: the disjoint blocks that remain span everything that can be computed from
-- the figures, so no combination reaches into a part of a block. It is enough that each block is empty or has k people.
create function private.refuse_revealing(wave uuid, atoms private.atom[], figures private.figure[], k integer) returns void
  language plpgsql stable security definer set search_path = ''
as $$
declare
  -- Figures of no question, such as participation, are compared by this one: "is not distinct from" cannot be hashed.
  none constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  if exists (
    with covered as (
      select atom.question_id, ancestry.ancestor_id as team_id, atom.n,
        row_number() over (partition by atom.question_id, atom.team_id order by ancestry.distance) as nth
      from unnest(atoms) as atom
      join private.wave_ancestry(wave) as ancestry on ancestry.team_id = atom.team_id
      join unnest(figures) as figure
        on figure.team_id = ancestry.ancestor_id and coalesce(figure.question_id, none) = coalesce(atom.question_id, none)
    ),
    sizes as (
      select question_id, team_id, sum(n) filter (where nth = 1) as block, sum(n) as whole
      from covered group by question_id, team_id
    )
    select from unnest(figures) as figure
    left join sizes on sizes.team_id = figure.team_id and coalesce(sizes.question_id, none) = coalesce(figure.question_id, none)
    where coalesce(sizes.whole, 0) < k or (sizes.block > 0 and sizes.block < k)
  ) then
    raise sqlstate 'PT422' using
      message = format('These figures would let somebody compute one of fewer than %s people: nothing was published.', k);
  end if;
end
$$;

-- All that choosing what to publish of a closed wave needs; null for a wave that is not closed, or published already.
-- {k_score, k_distribution, teams: [{id, parent}], scores: [{question_id, team_id, n}], roster and respondents:
-- [{team_id, n}], comments: [{team_id, text}]}, each n without the teams below.
create function public.closed_wave(wave uuid) returns jsonb
  language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'k_score', waves.k_score,
    'k_distribution', waves.k_distribution,
    'teams', (
      select jsonb_agg(jsonb_build_object('id', team_id, 'parent', parent_id))
      from public.wave_teams where wave_id = waves.id
    ),
    'roster', (
      select coalesce(jsonb_agg(jsonb_build_object('team_id', team_id, 'n', eligible)), '[]')
      from private.turnout where wave_id = waves.id
    ),
    'respondents', (
      select coalesce(jsonb_agg(jsonb_build_object('team_id', team_id, 'n', answered)), '[]')
      from private.turnout where wave_id = waves.id
    ),
    'scores', (
      select coalesce(jsonb_agg(jsonb_build_object('question_id', question_id, 'team_id', team_id, 'n', n)), '[]')
      from (
        select question_id, team_id, count(*) as n
        from public.answers where wave_id = waves.id group by question_id, team_id
      ) as own
    ),
    'comments', (
      select coalesce(jsonb_agg(jsonb_build_object('team_id', team_id, 'text', text)), '[]')
      from private.closed_comments where wave_id = waves.id
    )
  )
  from public.waves where id = wave and status = 'closed'
$$;

-- Publishes a closed wave, once. The server proposes which figures; what they are is counted here, and the whole is
-- refused if any of it could be narrowed down. A comment goes to the smallest of the comments' cells around its author,
-- or is dropped where there is none. publication: {scores: [{question_id, team_id}], distributions: [the same],
-- participation: [team id], comments: [team id], moods: [{team_id, positive, neutral, negative}]}
create function public.publish_wave(wave uuid, publication jsonb, at timestamptz default now()) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  closed public.waves;
  scores private.figure[];
  distributions private.figure[];
  participants private.figure[];
  commented private.figure[];
  answered private.atom[];
begin
  select * into closed from public.waves where id = wave for update;
  if closed.status is distinct from 'closed' then
    raise sqlstate 'PT409' using message = 'Only a wave that is closed and not published yet can be published.';
  end if;
  -- In the order of public.close_wave; before anything is read, so that what another wave adds now is not forgotten.
  lock table private.turnout, public.answers, private.closed_comments in access exclusive mode;
  scores := private.read_figures(publication -> 'scores');
  distributions := private.read_figures(publication -> 'distributions');
  participants := private.read_teams(publication -> 'participation');
  commented := private.read_teams(publication -> 'comments');
  select array_agg((question_id, team_id, n)::private.atom) into answered
  from (
    select question_id, team_id, count(*) as n
    from public.answers where wave_id = wave group by question_id, team_id
  ) as own;
  perform private.refuse_revealing(wave, answered, scores, closed.k_score);
  perform private.refuse_revealing(wave, answered, distributions, closed.k_distribution);
  -- How many answered a question says, like the participation, of how many who were asked: both are audited together.
  perform private.refuse_revealing(wave,
    (select array_agg((null, team_id, eligible)::private.atom) from private.turnout where wave_id = wave),
    participants || array(select distinct (null, figure.team_id)::private.figure from unnest(scores) as figure),
    closed.k_score);
  perform private.refuse_revealing(wave,
    (select array_agg((null, team_id, turnout.answered)::private.atom) from private.turnout where wave_id = wave),
    commented, closed.k_distribution);
  perform private.publish_cells(wave, scores, distributions);
  perform private.publish_participation(wave, participants);
  perform private.place_comments(wave, commented, publication -> 'moods', closed.k_distribution);
  perform private.forget_closed(wave);
  update public.waves set status = 'published', published_at = at where id = wave;
end
$$;

create function private.read_figures(given jsonb) returns private.figure[]
  language sql immutable set search_path = ''
as $$
  select coalesce(array_agg(distinct (question_id, team_id)::private.figure), '{}')
  from jsonb_to_recordset(given) as figure (question_id uuid, team_id uuid)
$$;

create function private.read_teams(given jsonb) returns private.figure[]
  language sql immutable set search_path = ''
as $$
  select coalesce(array_agg(distinct (null, team_id::uuid)::private.figure), '{}')
  from jsonb_array_elements_text(given) as team_id
$$;

create function private.publish_cells(wave uuid, scores private.figure[], distributions private.figure[]) returns void
  language sql volatile security definer set search_path = ''
as $$
  with own as (
    select question_id, team_id, value, count(*)::integer as n
    from public.answers where wave_id = wave group by question_id, team_id, value
  ),
  given as (
    select own.question_id, ancestry.ancestor_id as team_id, own.value, sum(own.n)::integer as n
    from own join private.wave_ancestry(wave) as ancestry on ancestry.team_id = own.team_id
    group by own.question_id, ancestry.ancestor_id, own.value
  ),
  steps as (
    select questions.id as question_id, step::smallint as value, questions.scale
    from public.questions
    cross join lateral generate_series(
      case questions.scale when 'agreement' then 1 else 0 end, case questions.scale when 'agreement' then 5 else 10 end
    ) as step
    where questions.id in (select question_id from own)
  )
  insert into public.cells (wave_id, team_id, question_id, n, total, distribution)
  select wave, figure.team_id, figure.question_id,
    sum(coalesce(given.n, 0)),
    sum(coalesce(given.n, 0) * case
      when steps.scale = 'agreement' then steps.value
      when steps.value >= 9 then 1
      when steps.value <= 6 then -1
      else 0 end),
    case when (figure.question_id, figure.team_id)::private.figure = any (distributions)
      then array_agg(coalesce(given.n, 0) order by steps.value) end
  from unnest(scores) as figure
  join steps on steps.question_id = figure.question_id
  left join given on (given.question_id, given.team_id, given.value) = (steps.question_id, figure.team_id, steps.value)
  group by figure.question_id, figure.team_id
$$;

create function private.publish_participation(wave uuid, participants private.figure[]) returns void
  language sql volatile security definer set search_path = ''
as $$
  insert into public.participation (wave_id, team_id, percent)
  select wave, ancestry.ancestor_id, round(20.0 * sum(turnout.answered) / sum(turnout.eligible)) * 5
  from private.turnout
  join private.wave_ancestry(wave) as ancestry on ancestry.team_id = turnout.team_id
  where turnout.wave_id = wave
    and ancestry.ancestor_id in (select figure.team_id from unnest(participants) as figure)
  group by ancestry.ancestor_id
$$;

create function private.place_comments(wave uuid, commented private.figure[], moods jsonb, k integer) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  insert into public.comments (wave_id, team_id, text)
  select wave, placed.team_id, placed.text
  from (
    select closed.text, (
      select ancestry.ancestor_id from private.wave_ancestry(wave) as ancestry
      where ancestry.team_id = closed.team_id
        and ancestry.ancestor_id in (select figure.team_id from unnest(commented) as figure)
      order by ancestry.distance limit 1
    ) as team_id
    from private.closed_comments as closed where closed.wave_id = wave
  ) as placed
  where placed.team_id is not null
  order by random();
  if exists (
    select from jsonb_to_recordset(moods) as mood (team_id uuid, positive integer, neutral integer, negative integer)
    where mood.positive + mood.neutral + mood.negative < k
      or mood.positive + mood.neutral + mood.negative
        <> (select count(*) from public.comments where comments.wave_id = wave and comments.team_id = mood.team_id)
  ) then
    raise sqlstate 'PT422' using message = 'The moods do not count the comments of their cell, or too few.';
  end if;
  insert into public.comment_moods (wave_id, team_id, positive, neutral, negative)
  select wave, mood.team_id, mood.positive, mood.neutral, mood.negative
  from jsonb_to_recordset(moods) as mood (team_id uuid, positive integer, neutral integer, negative integer);
end
$$;

-- Nothing needs the answers any more once they are counted. Truncated, as in private.forget_answering and for its
-- reasons; other waves that are closed and not published yet keep theirs.
create function private.forget_closed(wave uuid) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  create temporary table kept_answers on commit drop as select * from public.answers where wave_id <> wave;
  create temporary table kept_comments on commit drop as select * from private.closed_comments where wave_id <> wave;
  create temporary table kept_turnout on commit drop as select * from private.turnout where wave_id <> wave;
  truncate public.answers, private.closed_comments, private.turnout;
  insert into public.answers select * from kept_answers order by random();
  insert into private.closed_comments select * from kept_comments order by random();
  insert into private.turnout select * from kept_turnout;
  drop table kept_answers, kept_comments, kept_turnout;
end
$$;

grant execute on function
  public.closed_wave(uuid), public.publish_wave(uuid, jsonb, timestamptz)
to service_role;

-- Comments are read, and released or not, by a person outside the line of management: a moderator, and not one who
-- works in the very team that wrote them. Managers see what was released.
grant select on public.comments to authenticated;

create policy "a moderator reads the comments of teams that are not their own" on public.comments
  for select to authenticated
  using (
    (select private.i_am('moderator'))
    and team_id <> (select people.team_id from public.people where people.id = (select private.my_person()))
    and wave_id in (select id from public.waves where status = 'published')
  );
create policy "a manager sees the released comments of their teams" on public.comments
  for select to authenticated
  using (status = 'released' and (select private.i_am('manager')) and team_id in (select private.my_teams()));
create policy "leadership sees the released comments" on public.comments
  for select to authenticated using (status = 'released' and (select private.i_am('leadership')));

create function private.settle_comment(comment uuid, settled text, edited text) returns void
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  if not private.i_am('moderator') then
    raise sqlstate 'PT403' using message = 'Only a moderator may decide about a comment.';
  end if;
  update public.comments
  set status = settled, text = coalesce(nullif(btrim(edited), ''), text)
  where id = comment
    and team_id <> (select people.team_id from public.people where people.id = private.my_person())
    and wave_id in (select id from public.waves where status = 'published');
  if not found then
    raise sqlstate 'PT404' using message = 'There is no such comment, or it comes from your own team.';
  end if;
  perform private.note_act(settled, 'comment', comment::text);
end
$$;

-- Lets the managers of its cell read a comment; `edited` takes out what would give its author away.
create function public.release_comment(comment uuid, edited text default null) returns void
  language sql volatile security definer set search_path = ''
as $$ select private.settle_comment(comment, 'released', edited) $$;

-- Keeps a comment from everybody but the moderators.
create function public.withhold_comment(comment uuid) returns void
  language sql volatile security definer set search_path = ''
as $$ select private.settle_comment(comment, 'withheld', null) $$;

grant execute on function public.release_comment(uuid, text), public.withhold_comment(uuid) to authenticated;
