import { shippedEngine } from '../../src/lib/sentiment/tagger.server';
import { publicationOf, type ClosedWave, type Publication } from '../../src/lib/pulse/publication';
import type { Database } from '../support/engines';
import { idOf, teamOf } from './names';

export interface Planned {
  /** Slugs of teams; without, the whole company. */
  audience?: string[];
  /** Slugs of questions. */
  asks?: string[];
  /** Days from now, negative for the past. */
  opens?: number;
  closes?: number;
  /** Further columns of the wave. */
  with?: Record<string, unknown>;
}

export interface Given {
  person: string;
  /** By the slug of the question. */
  answers: Record<string, number>;
  comment?: string;
}

/** The figures of a wave as the database keeps them, teams and questions by their slugs. */
export interface Published {
  cells: { team: string; question: string; n: number; total: number; distribution: number[] | null }[];
  participation: { team: string; percent: number }[];
  moods: { team: string; positive: number; neutral: number; negative: number }[];
  comments: { team: string; text: string }[];
}

/** Adds people called `nantes 0`, `nantes 1`, ..., employees for 400 days; `over` changes columns. */
export async function hire(
  db: Database,
  team: string,
  n: number,
  over: { name?: string; joined?: number; left?: number } = {}
): Promise<string[]> {
  const names = Array.from({ length: n }, (_, i) => `${over.name ?? team} ${i}`);
  await db.sql(
    `insert into public.people (id, team_id, role, full_name, email, joined_on, left_on)
     select uuid(given ->> 'id'), $2::uuid, 'employee', given ->> 'name', (given ->> 'id') || '@bellerive.example',
       current_date - $3::integer, current_date + $4::integer
     from jsonb_array_elements($1) as given`,
    [
      names.map((name) => ({ id: idOf(`person ${name}`), name })),
      teamOf(team),
      over.joined ?? 400,
      over.left ?? null
    ]
  );
  return names.map((name) => idOf(`person ${name}`));
}

/** Writes down a wave of that name; by default it opened a day ago and closes in six. */
export async function plan(db: Database, name: string, planned: Planned = {}): Promise<string> {
  const id = idOf(`wave ${name}`);
  const { audience, asks = ['rhythm', 'recommend'], opens = -1, closes = 6 } = planned;
  const row = {
    id,
    name,
    audience: audience?.map(teamOf),
    status: 'planned',
    reminds: true,
    ...planned.with
  };
  await db.sql(
    `insert into public.waves (id, name, status, audience, opens_at, closes_at, reminds, k_score, k_distribution)
     select id, name, status, audience, now() + make_interval(days => $2), now() + make_interval(days => $3), reminds,
       coalesce(k_score, 5), coalesce(k_distribution, 10)
     from jsonb_to_record($1) as wave (id uuid, name text, status text, audience uuid[], reminds boolean,
       k_score smallint, k_distribution smallint)`,
    [row, opens, closes]
  );
  await db.sql(
    `insert into public.wave_questions (wave_id, question_id, position)
     select $1, id, position from public.questions where slug in (select jsonb_array_elements_text($2))`,
    [id, asks]
  );
  return id;
}

export async function launch(db: Database, name: string, planned: Planned = {}): Promise<string> {
  const wave = await plan(db, name, planned);
  await db.sql(`select public.launch_wave($1)`, [wave]);
  return wave;
}

/** How many of these answers met each outcome. */
export async function answer(db: Database, wave: string, given: Given[]): Promise<Record<string, number>> {
  const ids = await questionIds(db);
  const batch = given.map(({ person, answers, comment }) => ({
    person_id: person,
    answers: Object.fromEntries(Object.entries(answers).map(([slug, value]) => [ids[slug] ?? slug, value])),
    comment
  }));
  const rows = await db.sql<{ outcome: string; n: number }>(`select * from public.store_answers($1, $2)`, [
    wave,
    batch
  ]);
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]));
}

export async function questionIds(db: Database): Promise<Record<string, string>> {
  const rows = await db.sql<{ slug: string; id: string }>(`select slug, id from public.questions`);
  return Object.fromEntries(rows.map(({ slug, id }) => [slug, id]));
}

/** Closes a wave at its time. */
export async function closeWave(db: Database, wave: string): Promise<void> {
  await db.sql(`select public.close_wave(id, closes_at) from public.waves where id = $1`, [wave]);
}

/** What the product would publish of a closed wave. */
export async function proposal(db: Database, wave: string): Promise<Publication> {
  const [row] = await db.sql<{ closed: ClosedWave }>(`select public.closed_wave($1) as closed`, [wave]);
  return publicationOf(row!.closed, shippedEngine().tag);
}

export async function publish(db: Database, wave: string, publication?: Publication): Promise<void> {
  await db.sql(`select public.publish_wave($1, $2)`, [wave, publication ?? (await proposal(db, wave))]);
}

export async function published(db: Database, wave: string): Promise<Published> {
  const of = <Row>(table: string, columns: string) =>
    db.sql<Row>(
      `select (select slug from public.teams where id = team_id) as team, ${columns}
       from public.${table} where wave_id = $1 order by 1, 2`,
      [wave]
    );
  const question = `(select slug from public.questions where id = question_id) as question`;
  return {
    cells: await of('cells', `${question}, n, total, distribution`),
    participation: await of('participation', 'percent'),
    moods: await of('comment_moods', 'positive, neutral, negative'),
    comments: await of('comments', 'text')
  };
}
