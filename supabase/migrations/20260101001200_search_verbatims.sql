-- The list of verbatims: full text in French and English, filters, and pages by cursor.

-- What somebody typed as a search, read in one language: all its words, "an exact phrase", one or the other, -without.
-- The last word may be unfinished if it has five letters, and is not quoted, excluded or too common to be searched.
create function private.search_query(typed text, config regconfig) returns tsquery
  language plpgsql stable set search_path = ''
as $$
declare
  whole tsquery := websearch_to_tsquery(config, typed);
  parts text[] := regexp_match(typed, '^(|[^"]*[[:space:]''’])([[:alnum:]]{5,})$');
  beginning tsquery;
begin
  if parts is null or numnode(plainto_tsquery(config, parts[2])) = 0 then
    return whole;
  end if;
  -- Through the text of a query, which quotes whatever it holds; the lists of words know no accents.
  beginning := nullif(plainto_tsquery('pg_catalog.simple', extensions.unaccent(parts[2]))::text, '') || ':*';
  return coalesce(whole || (websearch_to_tsquery(config, parts[1]) && beginning), whole);
end
$$;

-- Finds one page of what the caller may see. Matching words is not leakproof for Postgres, so under row-level security
-- it would read every row instead of an index: this looks past it, asks the same questions as the policies itself, and
-- gives out nothing but ids, which search_verbatims reads under row-level security.
create function private.find_verbatims(
  query text,
  in_status text,
  in_teams uuid[],
  in_step uuid,
  in_channel text,
  in_sentiment text,
  since date,
  until date,
  before_day date,
  before_id uuid,
  after_day date,
  after_id uuid,
  at_most integer
) returns table (id uuid, day date)
  language plpgsql stable security definer set search_path = ''
as $$
declare
  typed text := nullif(btrim(left(query, 200)), '');
  every_status boolean := private.i_am('moderator', 'admin');
  teams uuid[] := case
    when private.i_am('moderator', 'leadership', 'admin') then in_teams
    else array(select mine from private.my_teams() as mine where in_teams is null or mine = any (in_teams))
  end;
begin
  -- Planned for these values alone, so that each absent filter vanishes and the index that serves is taken.
  return query execute format(
    $find$
      select verbatims.id, verbatims.day
      from public.verbatims
      where ($1 or verbatims.status = 'approved')
        and ($2 is null or verbatims.status = $2)
        and ($3 is null or verbatims.team_id = any ($3))
        and ($4 is null or verbatims.step_id = $4)
        and ($5 is null or verbatims.channel = $5)
        and ($6 is null or verbatims.sentiment = $6)
        and ($7 is null or verbatims.day >= $7)
        and ($8 is null or verbatims.day <= $8)
        and ($9 is null or (
          (verbatims.language = 'en' and verbatims.search @@ $10) or (verbatims.language <> 'en' and verbatims.search @@ $9)
        ))
        and ($11 is null or (verbatims.day, verbatims.id) < ($11, $12))
        and ($13 is null or (verbatims.day, verbatims.id) > ($13, $14))
      order by verbatims.day %1$s, verbatims.id %1$s
      limit $15
    $find$,
    case when after_day is null then 'desc' else 'asc' end
  ) using
    every_status, in_status, teams, in_step, in_channel, in_sentiment, since, until,
    private.search_query(typed, 'private.french'), private.search_query(typed, 'pg_catalog.english'),
    before_day, before_id, after_day, after_id, least(greatest(at_most, 0), 200);
end
$$;
grant execute on function private.find_verbatims(
  text, text, uuid[], uuid, text, text, date, date, date, uuid, date, uuid, integer
) to authenticated;

-- One page of verbatims, the newest first: those just older than the cursor `before`, or just newer than `after`.
-- An absent filter keeps everything; who may not see a status or a team finds nothing there. At most 200 rows.
create function public.search_verbatims(
  query text default null,
  in_status text default null,
  in_teams uuid[] default null,
  in_step uuid default null,
  in_channel text default null,
  in_sentiment text default null,
  since date default null,
  until date default null,
  before_day date default null,
  before_id uuid default null,
  after_day date default null,
  after_id uuid default null,
  at_most integer default 20
) returns table (
  id uuid,
  day date,
  text text,
  language text,
  rating numeric,
  rating_scale text,
  channel text,
  team_id uuid,
  step_id uuid,
  status text,
  held_for text[],
  sentiment text,
  confidence real,
  reasons jsonb,
  owner_team_id uuid,
  answer text
)
  language sql stable security invoker set search_path = ''
as $$
  select
    verbatims.id, verbatims.day, verbatims.text, verbatims.language, verbatims.rating, verbatims.rating_scale,
    verbatims.channel, verbatims.team_id, verbatims.step_id, verbatims.status, verbatims.held_for,
    verbatims.sentiment, verbatims.confidence, verbatims.reasons, verbatims.owner_team_id, verbatims.answer
  from private.find_verbatims(
    query, in_status, in_teams, in_step, in_channel, in_sentiment, since, until,
    before_day, before_id, after_day, after_id, at_most
  ) as found
  join public.verbatims on verbatims.id = found.id
  order by verbatims.day desc, verbatims.id desc
$$;
grant execute on function public.search_verbatims(
  text, text, uuid[], uuid, text, text, date, date, date, uuid, date, uuid, integer
) to authenticated;
