import { fileURLToPath } from 'node:url';
import { openEmbedded } from '../../src/lib/server/embedded/embedded';
import { readMigrations } from '../../src/lib/server/embedded/migrations';
import { connect, type Supabase } from '../../src/lib/server/supabase';

const MIGRATIONS = fileURLToPath(new URL('../../supabase/migrations', import.meta.url));

interface Said {
  status?: 'received' | 'held' | 'approved' | 'hidden';
  sentiment?: 'positive' | 'neutral' | 'negative';
  /** How long ago it was written, as Postgres says it: `40 seconds`. It becomes visible now all the same. */
  ago?: string;
  /** `YYYY-MM-DD` */
  day?: string;
  /** Slugs of TEAMS and STEPS. */
  team?: Team;
  step?: Step;
  language?: string;
  answer?: string;
  /** Of five, as a rating. */
  stars?: number;
}

/** A company with a region of two teams and a team beside, each below the one named; ids are the same every time. */
const TEAMS = {
  bellerive: null,
  ouest: 'bellerive',
  nantes: 'ouest',
  rennes: 'ouest',
  lyon: 'bellerive'
} as const;
const STEPS = ['vitrine', 'caisse', 'atelier'] as const;
export type Team = keyof typeof TEAMS;
type Step = (typeof STEPS)[number];

export const teamId = (slug: Team) => idAt('1', Object.keys(TEAMS).indexOf(slug));
export const stepId = (slug: Step) => idAt('2', STEPS.indexOf(slug));
const idAt = (kind: string, at: number) => `${kind}0000000-0000-4000-8000-00000000000${at}`;

/** A migrated database in memory that customers speak into, and that can be out of reach of supabase-js. */
export interface WallDatabase {
  supabase: Supabase;
  isDown: boolean;
  /** Inserts verbatims that say these texts, in one statement. */
  say(texts: string[], said?: Said): Promise<void>;
  setStatus(text: string, status: string): Promise<void>;
  answer(text: string, answer: string): Promise<void>;
  /** Corrects where a verbatim belongs. */
  move(text: string, team: Team): Promise<void>;
  /** Anything else, as the owner of the database. */
  run(sql: string, params?: unknown[]): Promise<void>;
  /** Requests for a table, view or function since the last call. */
  asked(path: string): number;
  empty(): Promise<void>;
  close(): Promise<void>;
}

export async function openWallDatabase(): Promise<WallDatabase> {
  const migrations = await readMigrations(MIGRATIONS);
  const embedded = await openEmbedded({ directory: 'memory://', migrations, channels: ['verbatims'] });
  await embedded.query(`insert into public.sources (name, kind) values ('Avis en ligne', 'api')`);
  for (const [slug, parent] of Object.entries(TEAMS) as [Team, Team | null][]) {
    const kind = parent === null ? 'company' : slug === 'ouest' ? 'region' : 'team';
    await embedded.query(
      'insert into public.teams (id, parent_id, kind, slug, name) values ($1, $2, $3, $4, initcap($4))',
      [teamId(slug), parent && teamId(parent), kind, slug]
    );
  }
  for (const slug of STEPS)
    await embedded.query(
      `insert into public.journey_steps (id, slug, position, customer_label_fr, customer_label_en, employee_label_fr, employee_label_en)
       values ($1, $2, $3, $2, $2, $2, $2)`,
      [stepId(slug), slug, STEPS.indexOf(slug)]
    );

  let requests: string[] = [];
  const transport: typeof fetch = (input, init) => {
    requests.push(new URL(input instanceof Request ? input.url : input).pathname);
    return database.isDown ? Promise.reject(new TypeError('no route')) : embedded.fetch(input, init);
  };
  const config = { kind: 'embedded', dataDir: 'memory://', demo: false } as const;
  const { publishableKey, secretKey } = embedded.secrets;

  const database: WallDatabase = {
    supabase: connect(config, 'http://embedded.supabase', publishableKey, secretKey, embedded, transport),
    isDown: false,
    async say(
      texts,
      {
        status = 'approved',
        sentiment = 'positive',
        ago = null,
        day = null,
        team = null,
        step = null,
        language = 'fr',
        answer = null,
        stars = null
      }: SaidOrNot = {}
    ) {
      await embedded.query(
        `insert into public.verbatims
           (source_id, external_id, raw_text, text, status, sentiment, score, confidence, said_on, changed_at, team_id,
            step_id, language, answer, rating, rating_scale)
         select sources.id, said, said, said, $2, $3, 0, 1, $4::date, coalesce(now() - $5::interval, clock_timestamp()),
           $6::uuid, $7::uuid, $8, $9, $10::numeric, case when $10::numeric is not null then '1-5' end
         from public.sources, jsonb_array_elements_text($1) as said`,
        [
          texts,
          status,
          sentiment,
          day,
          ago,
          team && teamId(team),
          step && stepId(step),
          language,
          answer,
          stars
        ]
      );
    },
    async setStatus(text, status) {
      await embedded.query('update public.verbatims set status = $2 where text = $1', [text, status]);
    },
    async answer(text, answer) {
      await embedded.query('update public.verbatims set answer = $2 where text = $1', [text, answer]);
    },
    async move(text, team) {
      await embedded.query('update public.verbatims set team_id = $2 where text = $1', [text, teamId(team)]);
    },
    async run(sql, params = []) {
      await embedded.query(sql, params);
    },
    asked(path) {
      const all = requests.filter((each) => each.endsWith(path)).length;
      requests = [];
      return all;
    },
    async empty() {
      database.isDown = false;
      await embedded.query('delete from public.verbatims');
    },
    close: () => embedded.close()
  };
  return database;
}

type SaidOrNot = { [Key in keyof Said]: Said[Key] | null };
