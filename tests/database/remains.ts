import type { Database } from '../support/engines';

/** The tables, of any schema that holds data, with a row that has a word of each list. */
export async function rowsWith(db: Database, lists: string[][]): Promise<string[]> {
  const tables = await db.sql<{ name: string }>(`
    select format('%I.%I', nspname, relname) as name
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind = 'r' and nspname not in ('pg_catalog', 'information_schema') order by 1`);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await db.sql<{ row: string }>(`select to_jsonb(t)::text as row from ${name} as t`);
    const has = (row: string) => lists.every((words) => words.some((word) => row.includes(word)));
    if (name !== 'public.questions' && name !== 'public.wave_questions' && rows.some(({ row }) => has(row)))
      found.push(name);
  }
  return found;
}

/** What the server remembers of statements: those of its connections, and its log where it writes one. */
export async function spoken(db: Database): Promise<string[]> {
  const statements = await db.sql<{ query: string }>(`select query from pg_stat_activity where query <> ''`);
  const texts = statements.map(({ query }) => query);
  if (await isNative(db)) {
    const [log] = await db.sql<{ text: string }>(
      `select pg_read_file(current_setting('data_directory') || '/../log') as text`
    );
    if (!log!.text.includes('An answer is not one of those the question offers.'))
      throw new Error(
        'The log says nothing of the answers that were refused: there is nothing to look through.'
      );
    texts.push(log!.text);
  }
  return texts;
}

/** Rows in the file of a table that no query sees any more; PGlite cannot look. */
export async function deadRows(db: Database, table: string): Promise<number> {
  if (!(await isNative(db))) return 0;
  await db.run(`create extension if not exists pageinspect with schema extensions`);
  const [row] = await db.sql<{ dead: number }>(`
    select (
      select count(*)
      from generate_series(0, pg_relation_size('${table}') / current_setting('block_size')::integer - 1) as block
      cross join lateral extensions.heap_page_items(extensions.get_raw_page('${table}', block::integer)) as item
      where item.t_data is not null
    )::integer - (select count(*) from ${table})::integer as dead`);
  return row!.dead;
}

/** Whether files can be looked into: on a server of its own, with the extensions that come with Postgres. */
export async function isNative(db: Database): Promise<boolean> {
  const [row] = await db.sql<{ there: boolean }>(
    `select exists (select from pg_available_extensions where name = 'pageinspect') as there`
  );
  return row!.there;
}
