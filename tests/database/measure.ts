import { outcome, type Database, type Sql } from '../support/engines';
import { CALLS } from './calls';
import { ACTORS, caller, type Actor } from './cast';
import type { Expectation } from './expectations';

export interface Relation {
  name: string;
  columns: string[];
}

const VERBS = { select: 'S', insert: 'I', update: 'U', delete: 'D' } as const;
type Verb = keyof typeof VERBS;

/** Every table and view of schema public, with the columns a row is written with. */
export function relations(db: Database): Promise<Relation[]> {
  return db.sql<Relation>(`
    select relname as name,
      array(select attname::text from pg_attribute
            where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
    order by relname`);
}

/** Every function of schemas public and private, as `name(types)`, the former without their schema. */
export async function functions(db: Database): Promise<string[]> {
  const rows = await db.sql<{ signature: string }>(`
    select case nspname when 'public' then '' else nspname || '.' end || proname || '(' ||
      array_to_string(array(select format_type(type, null) from unnest(proargtypes) as type), ',') || ')' as signature
    from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
    where nspname in ('public', 'private')
    order by 1`);
  return rows.map(({ signature }) => signature.replaceAll('timestamp with time zone', 'timestamptz'));
}

/**
 * What every actor reaches of a relation, in the letters of `expectations.ts`. Needs an open transaction, and leaves
 * nothing behind. Triggers and foreign keys are off: what is measured is permission alone.
 */
export async function measureRelation(db: Database, relation: Relation): Promise<Expectation> {
  return db.undone(async () => {
    await db.run('set local session_replication_role = replica');
    const cells: [Actor, string][] = [];
    for (const actor of ACTORS) {
      let cell = '';
      for (const verb of Object.keys(VERBS) as Verb[]) cell += await measureVerb(db, relation, actor, verb);
      cells.push([actor, cell]);
    }
    return Object.fromEntries(cells) as Expectation;
  });
}

/** Whether anybody reaches something else than is expected; stops at the first who does. See `measureRelation`. */
export async function contradicts(db: Database, relation: Relation, expected: Expectation): Promise<boolean> {
  return db.undone(async () => {
    await db.run('set local session_replication_role = replica');
    for (const [at, verb] of (Object.keys(VERBS) as Verb[]).entries())
      for (const actor of ACTORS)
        if ((await measureVerb(db, relation, actor, verb)) !== expected[actor][at]) return true;
    return false;
  });
}

async function measureVerb(
  db: Database,
  { name, columns }: Relation,
  actor: Actor,
  verb: Verb
): Promise<string> {
  const granted = await grantedColumns(db, actor, `public.${name}`, columns, verb);
  if (granted === null) return '.';
  const table = `public.${name}`;
  const total = await count(db, table);
  if (total === 0)
    throw new Error(`The cast has no row in ${name}: add one, so that its permissions can be measured.`);
  const reached = await REACH[verb](db, actor, table, granted);
  if (reached === 0) return '-';
  return reached === total ? VERBS[verb] : VERBS[verb].toLowerCase();
}

/** The columns a verb is granted on, or null when it is granted on none. */
async function grantedColumns(
  db: Database,
  actor: Actor,
  table: string,
  columns: string[],
  verb: Verb
): Promise<string[] | null> {
  const { role } = caller(actor);
  if (verb === 'delete') {
    const [row] = await db.sql<{ may: boolean }>(`select has_table_privilege($1, $2, 'delete') as may`, [
      role,
      table
    ]);
    return row?.may ? columns : null;
  }
  const rows = await db.sql<{ name: string }>(
    `select name from unnest($3::text[]) as name where has_column_privilege($1, $2, name, $4)`,
    [role, table, columns, verb]
  );
  return rows.length > 0 ? rows.map((row) => row.name) : null;
}

type Reach = (db: Database, actor: Actor, table: string, columns: string[]) => Promise<number>;

/** How many rows of a table a verb reaches. */
const REACH: Record<Verb, Reach> = {
  async select(db, actor, table) {
    return db.as(caller(actor), async (sql) => {
      const [row] = await sql<{ n: number }>(`select count(*) as n from ${table}`);
      return row?.n ?? 0;
    });
  },

  /** Each row in turn is taken out, and put back by the actor. */
  async insert(db, actor, table, columns) {
    let reached = 0;
    const rows = await db.sql<{ at: string; row: unknown }>(
      `select ctid::text as at, to_jsonb(t) as row from ${table} as t`
    );
    for (const { at, row } of rows) {
      reached += await db.undone(async () => {
        await db.sql(`delete from ${table} where ctid = $1::tid`, [at]);
        const insert = `insert into ${table} (${columns}) overriding system value
          select ${columns} from jsonb_populate_record(null::${table}, $1)`;
        return succeeds(db, actor, (sql) => sql(insert, [row]));
      });
    }
    return reached;
  },

  /** An updated row moves, so that its address tells. */
  async update(db, actor, table, [column]) {
    return db.undone(async () => {
      await db.run(`create temporary table before on commit drop as select ctid as at from ${table}`);
      await succeeds(db, actor, (sql) => sql(`update ${table} set ${column} = ${column}`));
      return count(db, `${table} as t where not exists (select from before where at = t.ctid)`);
    });
  },

  async delete(db, actor, table) {
    return db.undone(async () => {
      const before = await count(db, table);
      await succeeds(db, actor, (sql) => sql(`delete from ${table}`));
      return before - (await count(db, table));
    });
  }
};

/** 1 when the statement runs, 0 when the actor is not permitted to; anything else is a fault of the measure. */
async function succeeds(db: Database, actor: Actor, work: (sql: Sql) => Promise<unknown>): Promise<number> {
  return db.as(caller(actor), async (sql) => {
    try {
      await work(sql);
      return 1;
    } catch (error) {
      if ((error as { code?: string }).code === '42501') return 0;
      throw error;
    }
  });
}

async function count(db: Database, from: string): Promise<number> {
  const [row] = await db.sql<{ n: number }>(`select count(*) as n from ${from}`);
  return row?.n ?? 0;
}

/** What a function answers to every actor, in the letters of `expectations.ts`. Needs an open transaction. */
export async function measureFunction(db: Database, signature: string): Promise<Expectation> {
  const cells: [Actor, string][] = [];
  for (const actor of ACTORS) cells.push([actor, await measureCall(db, signature, actor)]);
  return Object.fromEntries(cells) as Expectation;
}

async function measureCall(db: Database, signature: string, actor: Actor): Promise<string> {
  const name = signature.startsWith('private.') ? signature : `public.${signature}`;
  const [row] = await db.sql<{ may: boolean; silent: boolean }>(
    `select has_function_privilege($1, oid, 'execute') and has_schema_privilege($1, pronamespace, 'usage') as may,
       prorettype = 'void'::regtype as silent
     from pg_proc where oid = $2::regprocedure`,
    [caller(actor).role, name]
  );
  const call = CALLS[signature];
  if (!call) return row?.may ? 'needs a call in CALLS' : '.';
  return db.undone(() =>
    db.as(caller(actor), async (sql) => {
      let answer: Record<string, unknown>[] = [];
      const code = await outcome(sql(call).then((rows) => (answer = rows)));
      if (code === '42501') return row?.may ? 'denied inside' : '.';
      if (!row?.may) return `ran, and answered ${code}`;
      if (code === 'PT403') return '!';
      // Another refusal of its own, such as PT409, is an answer too.
      if (code !== 'done') return code.startsWith('PT4') ? 'X' : code;
      if (row.silent) return 'X';
      return answer.every((each) => Object.values(each).every((value) => value === null || value === false))
        ? '-'
        : 'X';
    })
  );
}
