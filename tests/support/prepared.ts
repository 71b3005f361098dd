import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../src/lib/server/embedded/embedded';
import { migrate, readMigrations } from '../../src/lib/server/embedded/migrations';
import { openNativeEngine } from './native-engine';
import { whyNoNativePostgres } from './native-postgres';

declare module 'vitest' {
  interface ProvidedContext {
    prepared: Prepared;
  }
}

/** Folders of a migrated database for each engine; null where there is no native Postgres. */
export interface Prepared {
  pglite: string;
  native: string | null;
}

const MIGRATIONS = fileURLToPath(new URL('../../supabase/migrations', import.meta.url));

/** Makes and migrates one database for each engine: every test file begins with a copy, a tenth of the work. */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'vis-a-vis-prepared-'));
  const migrations = await readMigrations(MIGRATIONS);
  const embedded = await openEmbedded({ directory, migrations });
  await embedded.close();

  const native = whyNoNativePostgres() === null ? await openNativeEngine() : null;
  if (native) {
    await migrate(native.engine, migrations);
    await native.server.halt();
  }
  project.provide('prepared', {
    pglite: join(directory, 'database'),
    native: native?.server.data ?? null
  });
  return async () => {
    await native?.engine.close();
    await rm(directory, { recursive: true, force: true });
  };
}
