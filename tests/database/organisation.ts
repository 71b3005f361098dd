import type { Cell } from '../../src/lib/pulse/cell';
import type { PulseSums } from '../../src/lib/pulse/score';
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
export async function readByAll(
  db: Database,
  wave: string
): Promise<Published & { texts: string[]; sums: Sums[] }> {
  const seen = {
    cells: new Map(),
    pulse_rollups: new Map(),
    participation: new Map(),
    comment_moods: new Map(),
    comments: new Map()
  };
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
    texts: all('comments').map((row) => JSON.stringify(row)),
    sums: all('pulse_rollups')
  };
}

/** A row of `pulse_rollups`. */
export interface Sums extends PulseSums {
  team_id: string;
}

/** The same from published cells and nothing else, for an attacker has those anyway. */
export function sumsFrom(cells: readonly Cell[], levers: readonly string[]): Map<string, PulseSums> {
  const sums = new Map<string, PulseSums>();
  for (const { team_id, question_id, n, total, distribution } of cells) {
    if (!levers.includes(question_id)) continue;
    const score = 25 * (total / n - 1);
    const widest = cells
      .filter((cell) => cell.question_id === question_id && cell.distribution !== null)
      .sort((a, b) => b.n - a.n || (a.team_id < b.team_id ? -1 : 1))[0];
    const variance = varianceOf((n >= 30 ? distribution : null) ?? widest?.distribution ?? []);
    const share = ((score / 100) * n + 2) / (n + 4);
    const error =
      variance > 1e-6 ? Math.sqrt(variance / n) : 100 * Math.sqrt((share * (1 - share)) / (n + 4));
    const before = sums.get(team_id) ?? { n, questions: 0, score_sum: 0, error_sum: 0 };
    sums.set(team_id, {
      n: Math.min(n, before.n),
      questions: before.questions + 1,
      score_sum: before.score_sum + score,
      error_sum: before.error_sum + error
    });
  }
  return sums;
}

function varianceOf(distribution: readonly number[]): number {
  const values = distribution.flatMap((count, step) => Array<number>(count).fill(25 * step));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
