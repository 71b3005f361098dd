import { App } from '@supabase/lite';
import { BOOTSTRAP_SQL } from './bootstrap';
import { teachErrors } from './errors';
import { Mutex } from './mutex';

/** Random per installation: whoever knows them is the service. */
export interface Secrets {
  jwtSecret: string;
  publishableKey: string;
  secretKey: string;
}

/** A Postgres that is used one caller at a time, as the API and as SQL. */
export interface Engine {
  /** Answers a request of supabase-js (`/rest/v1`, `/auth/v1`) exactly as Supabase would. */
  fetch(request: Request): Promise<Response>;
  /** Runs one statement as the superuser. Only for bootstrapping, migrations, maintenance and tests. */
  query<Row>(sql: string, params?: unknown[]): Promise<Row[]>;
  /** Runs a script of many statements as the superuser, in one transaction: all of it or nothing. */
  script(sql: string): Promise<void>;
  /** Like `script`, outside any transaction, for statements that insist on it (vacuum). */
  maintain(sql: string): Promise<void>;
  close(): Promise<void>;
}

/** The three things an engine needs from a database driver. */
export interface Driver {
  query<Row>(sql: string, params: unknown[]): Promise<Row[]>;
  exec(sql: string): Promise<void>;
  close(): Promise<void>;
}

type LiteConnection = ConstructorParameters<typeof App>[0]['connection'];

/**
 * Opens Supabase (REST and Auth) over one Postgres connection.
 *
 * @param connection the engine's connection, whose `driver` is reached through `driver`
 * @param secrets keys and token secret; they are always set, so keyless requests are never served
 * @throws when the database cannot be prepared
 */
export async function openEngine(
  connection: LiteConnection,
  driver: Driver,
  secrets: Secrets
): Promise<Engine> {
  const mutex = new Mutex();
  const settled = await connection;
  const explain = teachErrors(settled);
  const app = new App({
    connection: settled,
    auth: {
      enabled: true,
      jwt_secret: secrets.jwtSecret,
      jwt_expiry: 3600,
      publishable_key: secrets.publishableKey,
      secret_key: secrets.secretKey,
      enable_signup: false,
      email: { enable_signup: false }
    }
  });
  await app.ensureSystemSchema();
  await driver.exec(BOOTSTRAP_SQL);
  keepOwnGrants(settled);

  return {
    // One connection serves everyone and switches role inside a transaction: without the mutex a request that
    // arrives in between runs with the rights of another.
    fetch: (request) =>
      isApi(request)
        ? mutex.run(async () => explain(await app.fetch(request)))
        : Promise.resolve(new Response(null, { status: 404 })),
    query: (sql, params = []) => mutex.run(() => driver.query(sql, params)),
    script: (sql) => mutex.run(() => runScript(driver, sql)),
    maintain: (sql) => mutex.run(() => driver.exec(sql)),
    close: () => mutex.run(() => driver.close())
  };
}

/** The engine also serves its own pages and describes itself to whoever asks, without a key: nothing of ours needs it. */
function isApi(request: Request): boolean {
  return /^\/(rest|auth)\/v1\//.test(new URL(request.url).pathname);
}

/** On its first request the engine would grant everything to `anon` and undo what the migrations revoked. */
function keepOwnGrants(connection: object): void {
  (connection as { rlsState: string }).rlsState = 'active';
}

async function runScript(driver: Driver, sql: string): Promise<void> {
  await driver.exec('begin');
  try {
    await driver.exec(sql);
    await driver.exec('commit');
  } catch (error) {
    await driver.exec('rollback');
    throw error;
  }
}
