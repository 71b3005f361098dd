import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { freshTypes, TYPES_FILE } from '../../src/cli/types';
import { onEveryEngine } from '../support/engines';

describe('The types of the database', () => {
  it('are those of the migrations; if not, write them again with: npx tsx src/cli/types.ts', async () => {
    expect(await readFile(TYPES_FILE, 'utf8')).toBe(await freshTypes());
  });
});

onEveryEngine(
  'The schema',
  async () => undefined,
  (db) => {
    const offenders = async (sql: string) => (await db.sql<{ name: string }>(sql)).map(({ name }) => name);

    it('guards every table by row-level security', async () => {
      expect(
        await offenders(`
          select relname as name from pg_class
          where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind in ('r', 'p')
            and not relrowsecurity`)
      ).toEqual([]);
    });

    it('has no view that looks past the rights of who asks', async () => {
      expect(
        await offenders(`
          select relname as name from pg_class
          where relnamespace = 'public'::regnamespace and relkind = 'v'
            and not coalesce('security_invoker=true' = any (reloptions), false)`)
      ).toEqual([]);
    });

    it('has no function that trusts the search path of its caller', async () => {
      expect(
        await offenders(`
          select oid::regprocedure::text as name from pg_proc
          where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
            and not coalesce('search_path=""' = any (proconfig), false)`)
      ).toEqual([]);
    });

    it('asks who somebody is once a query, not once a row', async () => {
      expect(
        await offenders(`
          select policyname as name from pg_policies
          where schemaname = 'public'
            and regexp_replace(coalesce(qual, '') || coalesce(with_check, ''), '\\( *SELECT (private|auth)\\.', '', 'gi')
              ~ '(private|auth)\\.'`)
      ).toEqual([]);
    });

    it('finds every reference by an index, so that deleting what it points to does not read whole tables', async () => {
      expect(
        await offenders(`
          select conrelid::regclass || ': ' || conname as name from pg_constraint
          where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
            select from pg_index
            where indrelid = conrelid and indpred is null
              and (indkey::int2[])[0:cardinality(conkey) - 1] @> conkey
          )`)
      ).toEqual([]);
    });

    it('tells every row of a table from the others, except answers, which nothing may tell apart', async () => {
      expect(
        await offenders(`
          select relname as name from pg_class
          where relnamespace = 'public'::regnamespace and relkind = 'r'
            and not exists (select from pg_constraint where conrelid = pg_class.oid and contype in ('p', 'u'))
          order by relname`)
      ).toEqual(['answer_inbox', 'answers', 'comment_inbox']);
    });

    it('keeps no index twice', async () => {
      expect(
        await offenders(`
          select one.indexrelid::regclass || ' and ' || two.indexrelid::regclass as name
          from pg_index as one join pg_index as two using (indrelid, indkey, indclass, indoption)
          where one.indexrelid < two.indexrelid
            and one.indpred is not distinct from two.indpred and one.indexprs is not distinct from two.indexprs
            and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`)
      ).toEqual([]);
    });

    it('keeps extensions out of what the API shows', async () => {
      expect(
        await offenders(
          `select extname as name from pg_extension where extnamespace = 'public'::regnamespace`
        )
      ).toEqual([]);
    });
  }
);
