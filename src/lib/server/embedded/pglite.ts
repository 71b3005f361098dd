import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { PGlite } from '@electric-sql/pglite';
import { PgliteConnection } from '@supabase/lite/pglite';
import type { Driver } from './engine';
import { PARSERS } from './formats';

/** A tenth of what PGlite takes by default: the system's own file cache does the rest, and memory halves. */
const SHARED_BUFFERS = '16MB';

/**
 * Makes a new database and closes it again. Making one leaves some 400 MB behind in its thread, so this wants a thread
 * of its own, that ends.
 */
export async function initialise(directory: string): Promise<void> {
  const pglite = await PGlite.create(directory);
  await pglite.close();
}

/**
 * Opens the Postgres that lives in this process.
 *
 * @param directory where its files are; `memory://` for one that is forgotten
 */
export function openPglite(directory: string) {
  const connection = new PgliteConnection({
    url: directory,
    pgliteOptions: {
      extensions: { unaccent, pg_trgm },
      parsers: PARSERS,
      startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${SHARED_BUFFERS}`]
    }
  });
  const pglite = connection.driver;
  const driver: Driver = {
    query: async <Row>(sql: string, params: unknown[]) => (await pglite.query<Row>(sql, params)).rows,
    exec: async (sql) => void (await pglite.exec(sql)),
    close: () => connection.close()
  };
  const listen = (channel: string, hear: () => void) => pglite.listen(channel, hear);
  return { connection, driver, listen };
}
