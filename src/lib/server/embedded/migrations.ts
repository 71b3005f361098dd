import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from './engine';

export interface Migration {
  version: string;
  name: string;
  sql: string;
}

/** Reads `supabase/migrations` in order of version, the digits before the first underscore. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d+_.+\.sql$/.test(file)).sort();
  return Promise.all(
    files.map(async (file) => {
      const [, version = '', name = ''] = /^(\d+)_(.+)\.sql$/.exec(file) ?? [];
      return { version, name, sql: await readFile(join(folder, file), 'utf8') };
    })
  );
}

/**
 * Applies what is not applied yet, each migration in a transaction with its own record, in the table that
 * the Supabase command line uses too.
 *
 * @returns the versions applied now
 * @throws an error that names the migration; it and everything after it have then not been applied
 */
export async function migrate(engine: Engine, migrations: Migration[]): Promise<string[]> {
  await engine.script(`
    create schema if not exists supabase_migrations;
    create table if not exists supabase_migrations.schema_migrations (version text primary key);
    alter table supabase_migrations.schema_migrations add column if not exists name text;
  `);
  const rows = await engine.query<{ version: string }>(
    'select version from supabase_migrations.schema_migrations'
  );
  const done = new Set(rows.map((row) => row.version));
  const pending = migrations.filter((migration) => !done.has(migration.version));
  for (const { version, name, sql } of pending) {
    try {
      await engine.script(
        `${sql}\n;insert into supabase_migrations.schema_migrations (version, name) values ('${version}', '${name}');`
      );
    } catch (error) {
      throw new Error(`Migration ${version}_${name}.sql failed: ${(error as Error).message}`, {
        cause: error
      });
    }
  }
  if (pending.length > 0) await engine.script(`notify pgrst, 'reload schema'`);
  return pending.map((migration) => migration.version);
}
