import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject } from 'vitest';
import { openEngine, type Engine } from '../../src/lib/server/embedded/engine';
import { openPglite } from '../../src/lib/server/embedded/pglite';
import { openNativeEngine, SECRETS } from './native-engine';
import { whyNoNativePostgres } from './native-postgres';

export { SECRETS };

/** Runs one statement; a refusal is thrown with its SQLSTATE as `code`. */
export type Sql = <Row = Record<string, unknown>>(text: string, params?: unknown[]) => Promise<Row[]>;

/** What the API makes of a bearer's token before it runs their statement. */
export interface Caller {
  role: 'anon' | 'authenticated' | 'service_role';
  /** The user's id; anon and the service have none. */
  user?: string;
}

export const ANON: Caller = { role: 'anon' };
export const SERVICE: Caller = { role: 'service_role' };

/** Runs a statement `times` times at once, on as many connections as there are where the engine has several, 50 at most. */
type Crowd = <Row>(times: number, text: (n: number) => string) => Promise<Row[][]>;

/** A migrated database, seen as its superuser and as anybody the API lets in. */
export class Database {
  constructor(
    readonly engine: Engine,
    /** Commits what it does: not for tests that are isolated. */
    readonly crowd: Crowd
  ) {}

  /** One statement as the superuser. */
  sql: Sql = (text, params) => this.engine.query(text, params);

  /** Several statements at once as the superuser, within the transaction of the test if there is one. */
  run(statements: string): Promise<void> {
    return this.engine.maintain(statements);
  }

  /**
   * Runs `work` with the rights of a caller, set as the API sets them. Needs an open transaction (see `isolate`).
   * A refused statement leaves the transaction usable, as every request of the API has one of its own.
   */
  async as<T>(caller: Caller, work: (sql: Sql) => Promise<T>): Promise<T> {
    await this.sql(`select set_config('request.jwt.claims', $1, true), set_config('role', $2, true)`, [
      JSON.stringify({ role: caller.role, ...(caller.user ? { sub: caller.user } : {}) }),
      caller.role
    ]);
    try {
      return await work((text, params) => this.attempt(text, params));
    } finally {
      await this.sql(`select set_config('role', 'none', true), set_config('request.jwt.claims', '', true)`);
    }
  }

  /** One statement that may be refused without ending the transaction. */
  async attempt<Row>(text: string, params?: unknown[]): Promise<Row[]> {
    await this.run('savepoint attempt');
    try {
      const rows = await this.sql<Row>(text, params);
      await this.run('release savepoint attempt');
      return rows;
    } catch (error) {
      await this.run('rollback to savepoint attempt; release savepoint attempt');
      throw error;
    }
  }

  /** Runs `work` and undoes whatever it did, within the transaction that is open. */
  async undone<T>(work: () => Promise<T>): Promise<T> {
    await this.run('savepoint undone');
    try {
      return await work();
    } finally {
      await this.run('rollback to savepoint undone; release savepoint undone');
    }
  }
}

/** The SQLSTATE a promise is refused with, or `done` when it is not. */
export async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined) throw error;
    return code;
  }
}

/**
 * Describes the same behaviour on PGlite and on native Postgres; where there is none, its title says why it is skipped.
 *
 * @param seed fills the fresh database once for all the tests of `body`
 */
export function onEveryEngine(
  title: string,
  seed: (db: Database) => Promise<void>,
  body: (db: Database) => void
): void {
  describe(`${title}, on PGlite`, () => withDatabase(openPgliteEngine, seed, body));
  const missing = whyNoNativePostgres();
  const suffix = missing ? ` (skipped: ${missing})` : '';
  describe.skipIf(missing !== null)(`${title}, on native Postgres${suffix}`, () =>
    withDatabase(openNative, seed, body)
  );
}

/** The same on PGlite alone, for what does not depend on the version of Postgres. */
export function onPglite(
  title: string,
  seed: (db: Database) => Promise<void>,
  body: (db: Database) => void
): void {
  describe(title, () => withDatabase(openPgliteEngine, seed, body));
}

/** Every test in a transaction that is rolled back. */
export function isolate(db: Database): void {
  beforeEach(() => db.run('begin'));
  afterEach(() => db.run('rollback'));
}

/** An engine, and how to be many callers of it. */
interface Opened {
  engine: Engine;
  crowd: Crowd;
}

function withDatabase(
  open: () => Promise<Opened>,
  seed: (db: Database) => Promise<void>,
  body: (db: Database) => void
): void {
  let opened: Opened | undefined;
  beforeAll(async () => {
    opened = await open();
    await seed(db);
  });
  afterAll(() => opened?.engine.close());

  const now = () => {
    if (!opened)
      throw new Error('The database opens before the first test, not while tests are being described.');
    return opened;
  };
  const db = new Database(
    {
      fetch: (request) => now().engine.fetch(request),
      query: (text, params) => now().engine.query(text, params),
      script: (text) => now().engine.script(text),
      maintain: (text) => now().engine.maintain(text),
      close: () => now().engine.close()
    },
    (times, text) => now().crowd(times, text)
  );
  body(db);
}

/** A copy of the database that `prepared.ts` made, on files as `npm start` has it. */
async function openPgliteEngine(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'vis-a-vis-pglite-'));
  await cp(inject('prepared').pglite, folder, { recursive: true });
  const { connection, driver } = openPglite(folder);
  const close = async () => {
    await driver.close();
    await rm(folder, { recursive: true, force: true });
  };
  const engine = await openEngine(connection, { ...driver, close }, SECRETS);
  return {
    engine,
    crowd: <Row>(times: number, text: (n: number) => string) =>
      Promise.all(many(times, (n) => engine.query<Row>(text(n))))
  };
}

async function openNative(): Promise<Opened> {
  const { engine, options } = await openNativeEngine(inject('prepared').native);
  return {
    engine,
    async crowd<Row>(times: number, text: (n: number) => string) {
      const max = Math.min(times, 50);
      const pool = postgres({ ...options, max });
      // Everybody is connected and busy before anybody starts, or the first would be done before the last arrives.
      await Promise.all(many(max, () => pool`select pg_sleep(0.1)`));
      const answers = await Promise.all(
        many(times, (n) => pool.unsafe<Row[] & Record<string, unknown>[]>(text(n)))
      );
      await pool.end();
      return answers.map((rows) => [...rows]);
    }
  };
}

function many<T>(times: number, make: (n: number) => T): T[] {
  return Array.from({ length: times }, (_, n) => make(n));
}
