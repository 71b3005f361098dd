import { expect, it } from 'vitest';
import { isolate, onEveryEngine, outcome } from '../support/engines';
import { ACTORS, caller, seedCast } from './cast';
import { FUNCTIONS, RELATIONS, WITHHELD } from './expectations';
import { functions, measureFunction, measureRelation, relations } from './measure';

onEveryEngine('Permissions', seedCast, (db) => {
  isolate(db);

  it('are expected for every table and view there is, and for no other', async () => {
    const names = (await relations(db)).map(({ name }) => name);
    expect(names.sort()).toEqual(Object.keys(RELATIONS).sort());
  });

  it('are expected for every function there is, and for no other', async () => {
    expect((await functions(db)).sort()).toEqual(Object.keys(FUNCTIONS).sort());
  });

  it.each(Object.keys(RELATIONS))('let everyone reach of %s what is expected, and no more', async (name) => {
    const relation = (await relations(db)).find((each) => each.name === name);
    expect(relation, `${name} does not exist`).toBeDefined();
    expect(await measureRelation(db, relation!)).toEqual(RELATIONS[name]);
  });

  it.each(Object.keys(FUNCTIONS))(
    'let those call %s who are expected to, and nobody else',
    async (signature) => {
      expect(await measureFunction(db, signature)).toEqual(FUNCTIONS[signature]);
    }
  );

  it('withhold from people the columns expected, and no others', async () => {
    const withheld: Record<string, string[]> = {};
    for (const { name } of await relations(db)) {
      const columns = await db.sql<{ column: string; may: boolean }>(
        `select attname as column, has_column_privilege('authenticated', attrelid, attnum, 'select') as may
         from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attname`,
        [`public.${name}`]
      );
      if (columns.some(({ may }) => may) && columns.some(({ may }) => !may)) {
        withheld[name] = columns.filter(({ may }) => !may).map(({ column }) => column);
      }
    }
    expect(withheld).toEqual(WITHHELD);
  });

  it.each(ACTORS)(
    'give %s no raw text: not listed, not whole, not as a condition or an order',
    async (actor) => {
      const expected = actor === 'service' ? 'done' : '42501';
      await db.as(caller(actor), async (sql) => {
        for (const column of WITHHELD.verbatims ?? []) {
          expect(await outcome(sql(`select ${column} from public.verbatims`))).toBe(expected);
          expect(await outcome(sql(`select id from public.verbatims where ${column} like '%Petit%'`))).toBe(
            expected
          );
          expect(await outcome(sql(`select id from public.verbatims order by ${column}`))).toBe(expected);
        }
        expect(await outcome(sql(`select * from public.verbatims`))).toBe(expected);
        expect(await outcome(sql(`select to_jsonb(v) from public.verbatims as v`))).toBe(expected);
      });
    }
  );

  it('are nothing but the four verbs and execute, for signed-in people and the service alone', async () => {
    const grants = await db.sql<{ grantee: string; privilege: string }>(`
      select distinct coalesce(rolname, 'public') as grantee, privilege_type as privilege
      from (
        select relacl as acl, relowner as owner from pg_class where relnamespace = 'public'::regnamespace
        union all
        select attacl, relowner from pg_attribute join pg_class on pg_class.oid = attrelid
        where relnamespace = 'public'::regnamespace
        union all
        select coalesce(proacl, acldefault('f', proowner)), proowner from pg_proc
        where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
      ) as objects, aclexplode(acl) left join pg_roles on pg_roles.oid = grantee
      where grantee <> owner
      order by 1, 2`);
    const verbs = ['DELETE', 'EXECUTE', 'INSERT', 'SELECT', 'UPDATE'];
    expect(grants).toEqual(
      ['authenticated', 'service_role'].flatMap((grantee) =>
        verbs.map((privilege) => ({ grantee, privilege }))
      )
    );
  });

  it('are none on what a later migration creates and forgets to grant', async () => {
    await db.run(`
      create table public.fresh (id bigint generated always as identity, serial_id serial);
      create function public.fresh() returns integer language sql as 'select 1';
      create function private.fresh() returns integer language sql as 'select 1';
    `);
    for (const role of ['anon', 'authenticated', 'service_role']) {
      const [row] = await db.sql(
        `select has_table_privilege($1, 'public.fresh', 'select, insert, update, delete, truncate') as table,
           has_sequence_privilege($1, 'public.fresh_serial_id_seq', 'usage, select, update') as sequence,
           has_function_privilege($1, 'public.fresh()', 'execute') as public,
           has_function_privilege($1, 'private.fresh()', 'execute') as private`,
        [role]
      );
      expect(row, role).toEqual({ table: false, sequence: false, public: false, private: false });
    }
  });

  it('let nobody create anything, and anon not even look into schema private', async () => {
    const rows = await db.sql(`
      select role, schema from unnest(array['anon', 'authenticated', 'service_role']) as role,
        unnest(array['public', 'private', 'extensions', 'auth']) as schema
      where has_schema_privilege(role, schema, 'create')`);
    expect(rows).toEqual([]);
    const [anon] = await db.sql(`select has_schema_privilege('anon', 'private', 'usage') as may`);
    expect(anon).toEqual({ may: false });
  });
});
