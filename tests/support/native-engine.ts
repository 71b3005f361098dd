import { createPostgresConnection } from '@supabase/lite/postgres';
import { openEngine, type Driver, type Engine, type Secrets } from '../../src/lib/server/embedded/engine';
import { PARSERS } from '../../src/lib/server/embedded/formats';
import { startNativePostgres, type NativePostgres } from './native-postgres';

export const SECRETS: Secrets = {
  jwtSecret: 'tests-need-no-real-secret-but-a-long-one',
  publishableKey: 'sb_publishable_tests',
  secretKey: 'sb_secret_tests'
};

/**
 * The embedded engine's own wrapper over a native Postgres, which it starts and, at close, removes.
 *
 * @param begunWith see `startNativePostgres`
 * @returns the engine, its server, and how to reach it with further connections
 */
export async function openNativeEngine(begunWith: string | null = null): Promise<{
  engine: Engine;
  server: NativePostgres;
  options: { host: string; user: string; database: string };
}> {
  const server = await startNativePostgres(begunWith);
  const { host, user, database } = server;
  const options = { host, user, database, onnotice: () => undefined };
  const types = { timestamp: type(1114), timestamptz: type(1184), numeric: type(1700), jsonb };
  const connection = createPostgresConnection({ url: '', postgresOptions: { ...options, max: 1, types } });
  const sql = connection.driver;
  const driver: Driver = {
    query: async <Row>(text: string, params: unknown[]) => [
      ...(await sql.unsafe<Row[] & Record<string, unknown>[]>(text, params as never[]))
    ],
    exec: async (text) => void (await sql.unsafe(text).simple()),
    close: async () => {
      await connection.close();
      await server.stop();
    }
  };
  return { engine: await openEngine(connection, driver, SECRETS), server, options };
}

/** The engine hands JSON over as text already; like PGlite, do not quote it once more. */
const jsonb = {
  to: 3802,
  from: [3802],
  serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
  parse: (value: string) => JSON.parse(value) as unknown
};

/** The parsers of PGlite, as postgres.js takes them. */
function type(oid: number) {
  return { to: oid, from: [oid], serialize: String, parse: PARSERS[oid] ?? String };
}
