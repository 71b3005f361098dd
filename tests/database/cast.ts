import { CAST, TEAMS } from '../../src/lib/demo/company';
import { ANON, SERVICE, type Caller, type Database } from '../support/engines';
import { idOf, personOf, teamOf, verbatimOf } from './names';
import { seedPulse } from './pulse-cast';
import { seedScreens } from './screens-cast';
import { seedSymmetry } from './symmetry-cast';

export { idOf, personOf, teamOf, verbatimOf };

/** Everybody who may knock: nobody at all, a user who is not of the company, its people, and the service. */
export const ACTORS = [
  'anon',
  'stranger',
  'paul',
  'ines',
  'youssef',
  'lea',
  'helene',
  'claire',
  'thomas',
  'service'
] as const;
export type Actor = (typeof ACTORS)[number];

export function caller(actor: Actor): Caller {
  if (actor === 'anon') return ANON;
  if (actor === 'service') return SERVICE;
  return { role: 'authenticated', user: idOf(`user ${actor}`) };
}

export const SHOPS = idOf('source shops');
export const WEBSITE = idOf('source website');

export const STATUSES = ['received', 'held', 'approved', 'hidden', 'erased'] as const;
const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;

/**
 * Maison Bellerive on an ordinary day: its teams and cast, somebody of Lille who cannot sign in, two sources, a
 * verbatim in every status for Nantes, for Strasbourg and for no team, an approved one for Rennes, and at least one
 * row in every other table; see `pulse-cast.ts`, `symmetry-cast.ts` and `screens-cast.ts` for theirs.
 */
export async function seedCast(db: Database): Promise<void> {
  await db.sql(
    `insert into public.teams (id, parent_id, kind, slug, name)
     select id, parent_id, kind, slug, name
     from jsonb_to_recordset($1) as team (id uuid, parent_id uuid, kind text, slug text, name text)`,
    [
      TEAMS.map(({ slug, name, kind, parent }) => ({
        id: teamOf(slug),
        parent_id: parent && teamOf(parent),
        kind,
        slug,
        name
      }))
    ]
  );
  const cast = Object.entries(CAST).map(([key, person]) => ({ key, left: undefined, ...person }));
  await db.sql(
    `insert into auth.users (id, email) select (u ->> 'id')::uuid, u ->> 'email' from jsonb_array_elements($1) as u`,
    [
      [...cast, { key: 'stranger', email: 'somebody@elsewhere.example' }].map(({ key, email }) => ({
        id: idOf(`user ${key}`),
        email
      }))
    ]
  );
  await db.sql(
    `insert into public.people (id, user_id, team_id, role, full_name, email, joined_on, left_on)
     select id, user_id, team_id, role, full_name, email, current_date - joined, current_date - left_ago
     from jsonb_to_recordset($1) as person (id uuid, user_id uuid, team_id uuid, role text, full_name text, email text,
       joined integer, left_ago integer)`,
    [
      [
        ...cast.map(({ key, name, email, role, team, joined, left }) => ({
          id: idOf(`person ${key}`),
          user_id: idOf(`user ${key}`),
          team_id: teamOf(team),
          role,
          full_name: name,
          email,
          joined,
          left_ago: left ?? null
        })),
        {
          id: idOf('person nora'),
          user_id: null,
          team_id: teamOf('lille'),
          role: 'employee',
          full_name: 'Nora Petit',
          email: 'nora.petit@bellerive.example',
          joined: 100,
          left_ago: null
        }
      ]
    ]
  );
  await db.sql(
    `insert into public.sources (id, name, kind, approves_itself)
     values ($1, 'Questionnaire en boutique', 'import', true), ($2, 'Site web', 'api', false)`,
    [SHOPS, WEBSITE]
  );
  await seedVerbatims(db);
  await seedOneOfEach(db);
  await seedPulse(db);
  await seedSymmetry(db);
  await seedScreens(db);
}

async function seedVerbatims(db: Database): Promise<void> {
  const labels = ['nantes', 'strasbourg', 'no team'].flatMap((team) =>
    STATUSES.map((status) => ({ team, status }))
  );
  const rows = [...labels, { team: 'rennes', status: 'approved' as const }].map(({ team, status }, i) => ({
    id: verbatimOf(`${team} ${status}`),
    source_id: i % 2 === 0 ? SHOPS : WEBSITE,
    external_id: `${team} ${status}`,
    raw_text: status === 'erased' ? null : `Madame Petit, ${team}, ${status} : l'été en terrasse`,
    text:
      status === 'erased' || status === 'received' ? null : `[nom], ${team}, ${status} : l'été en terrasse`,
    language: 'fr',
    said_on: '2026-03-02',
    rating: i % 11,
    rating_scale: '0-10',
    team_id: team === 'no team' ? null : teamOf(team),
    status,
    held_for: status === 'held' ? ['uncertain'] : [],
    ...(status === 'received' ? {} : { sentiment: SENTIMENTS[i % 3], score: 0, confidence: 0.5 })
  }));
  await db.sql(
    `insert into public.verbatims (id, source_id, external_id, raw_text, text, language, said_on, rating, rating_scale,
       team_id, status, held_for, sentiment, score, confidence)
     select id, source_id, external_id, raw_text, text, language, said_on, rating, rating_scale,
       team_id, status, held_for, sentiment, score, confidence
     from jsonb_to_recordset($1) as verbatim (id uuid, source_id uuid, external_id text, raw_text text, text text,
       language text, said_on date, rating numeric, rating_scale text, team_id uuid, status text, held_for text[],
       sentiment text, score real, confidence real)`,
    [rows]
  );
}

async function seedOneOfEach(db: Database): Promise<void> {
  await db.run(`
    insert into public.corrections (verbatim_id, person_id, was, sentiment)
    values ('${verbatimOf('nantes approved')}', '${personOf('helene')}', 'neutral', 'positive');
    insert into public.audit_log (person_id, action, subject) values ('${personOf('helene')}', 'sign_in', 'session');
    insert into public.imports (id, source_id, file_name, bytes, status, created_by)
    values ('${idOf('import')}', '${SHOPS}', 'mars.csv', 2048, 'done', '${personOf('helene')}');
    insert into public.import_refusals (import_id, line, reason) values ('${idOf('import')}', 3, 'no text');
    insert into public.sign_in_failures (account, address) values ('hash of an account', 'hash of an address');
    insert into public.jobs (name) values ('tidy');
    insert into public.sentiment_models (packed, report, adopted) values ('weights', '{}', false);
    insert into public.sentiment_choices (person_id, pinned) values ('${personOf('thomas')}', false);
    insert into public.retaggings (requested_by, status) values ('${personOf('thomas')}', 'done');
  `);
}
