import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { PgliteConnection } from '@supabase/lite/pglite';
import type { Driver } from './engine';
import { PARSERS } from './formats';

/**
 * Opens the Postgres that lives in this process.
 *
 * @param directory where its files are; `memory://` for one that is forgotten
 */
export function openPglite(directory: string) {
  const connection = new PgliteConnection({
    url: directory,
    pgliteOptions: { extensions: { unaccent, pg_trgm }, parsers: PARSERS }
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
