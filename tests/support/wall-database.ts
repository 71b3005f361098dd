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
}

/** A migrated database in memory that customers speak into, and that can be out of reach of supabase-js. */
export interface WallDatabase {
  supabase: Supabase;
  isDown: boolean;
  /** Inserts verbatims that say these texts, in one statement. */
  say(texts: string[], said?: Said): Promise<void>;
  setStatus(text: string, status: string): Promise<void>;
  answer(text: string, answer: string): Promise<void>;
  empty(): Promise<void>;
  close(): Promise<void>;
}

export async function openWallDatabase(): Promise<WallDatabase> {
  const migrations = await readMigrations(MIGRATIONS);
  const embedded = await openEmbedded({ directory: 'memory://', migrations, channels: ['verbatims'] });
  await embedded.query(`insert into public.sources (name, kind) values ('Avis en ligne', 'api')`);

  const transport: typeof fetch = (input, init) =>
    database.isDown ? Promise.reject(new TypeError('no route')) : embedded.fetch(input, init);
  const config = { kind: 'embedded', dataDir: 'memory://', demo: false } as const;
  const { publishableKey, secretKey } = embedded.secrets;

  const database: WallDatabase = {
    supabase: connect(config, 'http://embedded.supabase', publishableKey, secretKey, embedded, transport),
    isDown: false,
    async say(
      texts,
      { status = 'approved', sentiment = 'positive', ago = null, day = null }: SaidOrNot = {}
    ) {
      await embedded.query(
        `insert into public.verbatims
           (source_id, external_id, raw_text, text, status, sentiment, score, confidence, said_on, changed_at)
         select sources.id, said, said, said, $2, $3, 0, 1, $4::date, coalesce(now() - $5::interval, clock_timestamp())
         from public.sources, jsonb_array_elements_text($1) as said`,
        [texts, status, sentiment, day, ago]
      );
    },
    async setStatus(text, status) {
      await embedded.query('update public.verbatims set status = $2 where text = $1', [text, status]);
    },
    async answer(text, answer) {
      await embedded.query('update public.verbatims set answer = $2 where text = $1', [text, answer]);
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
