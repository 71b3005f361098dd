import type { Published } from '../confidentiality/closing';
import type { Organisation } from '../confidentiality/organisations';
import type { Database } from '../support/engines';
import { ACTORS, caller } from './cast';
import { idOf, teamOf } from './names';
import { answer, launch, questionIds, type Given } from './pulse';

/** Somebody of every role, too new to be asked, and so with eyes alone. */
const READERS = ['ines', 'youssef', 'lea', 'helene', 'claire', 'thomas'] as const;

/** The same company with the ids that it has in the database. */
export async function inDatabase(db: Database, company: Organisation): Promise<Organisation> {
  const ids = await questionIds(db);
  return {
    teams: company.teams.map(({ id, parent }) => ({ id: idOf(id), parent: parent && idOf(parent) })),
    people: company.people.map((person) => ({ ...person, id: idOf(person.id), team: idOf(person.team) })),
    questions: company.questions.map(({ id, scale }) => ({ id: ids[id]!, scale }))
  };
}

/** Settles a company below Maison Bellerive, launches a wave in it and has its people answer. */
export async function survey(db: Database, launched: Organisation): Promise<string> {
  await become(db, { teams: [], people: [], questions: [] }, launched, 'nobody goes');
  const company = await inDatabase(db, launched);
  const teams = company.teams.map(({ id }) => id);
  for (const [i, who] of READERS.entries())
    await db.sql(`update public.people set team_id = $1, joined_on = current_date where id = $2`, [
      teams[(i * 7) % teams.length],
      idOf(`person ${who}`)
    ]);
  const wave = await launch(db, 'survey', {
    asks: ['rhythm', 'respect', 'recommend'],
    with: { audience: company.teams.filter(({ parent }) => parent === null).map(({ id }) => id) }
  });
  await answer(
    db,
    wave,
    company.people.map(givenBy(company)).filter(({ answers }) => Object.keys(answers).length > 0)
  );
  return wave;
}

function givenBy({ questions }: Organisation) {
  return ({ id, answers, comment }: Organisation['people'][number]): Given => ({
    person: id,
    answers: Object.fromEntries(
      questions.flatMap((question, i) => (answers[i] == null ? [] : [[question.id, answers[i]]]))
    ),
    ...(comment === null ? {} : { comment })
  });
}

/** Makes one company of the other, as administrators do. Who is no longer there left, or is erased. */
export async function become(
  db: Database,
  was: Organisation,
  is: Organisation,
  event: string
): Promise<void> {
  const before = await inDatabase(db, was);
  const after = await inDatabase(db, is);
  const had = new Map(before.teams.map((team) => [team.id, team]));
  for (const { id, parent } of after.teams) {
    const above = parent ?? teamOf('bellerive');
    if (!had.has(id))
      await db.sql(
        `insert into public.teams (id, parent_id, kind, slug, name) values ($1::uuid, $2, 'team', $1::text, $1::text)`,
        [id, above]
      );
    else if (had.get(id)!.parent !== parent)
      await db.sql(`update public.teams set parent_id = $2 where id = $1`, [id, above]);
  }
  await db.sql(
    `insert into public.people (id, team_id, role, full_name, email, joined_on)
     select id, team, 'employee', id, id || '@bellerive.example', current_date - 400
     from jsonb_to_recordset($1) as person (id uuid, team uuid)
     on conflict (id) do update set team_id = excluded.team_id`,
    [after.people.map(({ id, team }) => ({ id, team }))]
  );
  const here = new Set(after.people.map(({ id }) => id));
  const gone = before.people.filter(({ id }) => !here.has(id)).map(({ id }) => id);
  const going = event === 'somebody is erased' ? 'delete from' : 'update';
  await db.sql(
    `${going} public.people ${going === 'update' ? 'set left_on = current_date' : ''}
     where id in (select uuid(jsonb_array_elements_text($1)))`,
    [gone]
  );
  const left = new Set(after.teams.map(({ id }) => id));
  for (const { id } of before.teams.filter((team) => !left.has(team.id))) {
    await db.sql(`update public.people set team_id = $2 where team_id = $1`, [id, after.teams[0]!.id]);
    await db.sql(`delete from public.teams where id = $1`, [id]);
  }
}

/** Everything that anybody can read of a published wave, laid side by side. */
export async function readByAll(db: Database, wave: string): Promise<Published & { texts: string[] }> {
  const seen = { cells: new Map(), participation: new Map(), comment_moods: new Map(), comments: new Map() };
  for (const actor of ACTORS.filter((who) => who !== 'anon')) {
    await db.as(caller(actor), async (sql) => {
      for (const table of Object.keys(seen) as (keyof typeof seen)[]) {
        if (actor === 'service' && table === 'comments') continue;
        const rows = await sql(`select * from public.${table} where wave_id = $1`, [wave]);
        for (const row of rows) seen[table].set(JSON.stringify(row), row);
      }
    });
  }
  const all = (table: keyof typeof seen) => [...seen[table].keys()].sort().map((key) => seen[table].get(key));
  return {
    cells: all('cells'),
    participation: all('participation'),
    moods: all('comment_moods'),
    comments: [...new Set(all('comments').map(({ team_id }: { team_id: string }) => team_id))],
    texts: all('comments').map((row) => JSON.stringify(row))
  };
}
