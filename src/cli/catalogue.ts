import type { Engine } from '../lib/server/embedded/engine';

export interface Column {
  relation: string;
  kind: 'table' | 'view';
  name: string;
  type: string;
  nullable: boolean;
  defaulted: boolean;
  generated: boolean;
  check: string | null;
}

export interface Relationship {
  relation: string;
  name: string;
  columns: string[];
  one_to_one: boolean;
  referenced: string;
  referenced_columns: string[];
}

export interface DatabaseFunction {
  name: string;
  names: string[] | null;
  modes: string[] | null;
  types: string[];
  /** Of each argument that is given, its default as SQL, or null. */
  defaults: (string | null)[];
  returns: string;
  set: boolean;
}

export interface Enum {
  name: string;
  labels: string[];
}

/** What schema `public` holds, each list in order of name. */
export interface Catalogue {
  columns: Column[];
  relationships: Relationship[];
  functions: DatabaseFunction[];
  enums: Enum[];
}

export async function readCatalogue(engine: Engine): Promise<Catalogue> {
  return {
    columns: await engine.query<Column>(COLUMNS),
    relationships: await engine.query<Relationship>(RELATIONSHIPS),
    functions: await engine.query<DatabaseFunction>(FUNCTIONS),
    enums: await engine.query<Enum>(ENUMS)
  };
}

const COLUMNS = `
  select relation.relname as relation,
    case when relation.relkind in ('v', 'm') then 'view' else 'table' end as kind,
    attname as name,
    format_type(atttypid, null) as type,
    not attnotnull as nullable,
    atthasdef or attidentity <> '' as defaulted,
    attgenerated <> '' or attidentity = 'a' as generated,
    (select pg_get_constraintdef(oid) from pg_constraint
     where conrelid = relation.oid and contype = 'c' and conkey = array[attnum]
       and pg_get_constraintdef(oid) like '%= ANY (ARRAY[%' limit 1) as check
  from pg_attribute join pg_class as relation on relation.oid = attrelid
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and attnum > 0 and not attisdropped
  order by relname, attname`;

const RELATIONSHIPS = `
  with keys as (
    select *, (select array_agg(attname::text order by at) from unnest(conkey) with ordinality as key (attnum, at)
               join pg_attribute using (attnum) where attrelid = conrelid) as columns,
      (select array_agg(attname::text order by at) from unnest(confkey) with ordinality as key (attnum, at)
       join pg_attribute using (attnum) where attrelid = confrelid) as referenced_columns
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
  )
  select conrelid::regclass::text as relation, conname as name, columns, referenced_columns,
    confrelid::regclass::text as referenced,
    exists (select from pg_constraint as sole where sole.conrelid = keys.conrelid and sole.contype in ('p', 'u')
            and sole.conkey = keys.conkey) as one_to_one
  from keys join pg_class on pg_class.oid = confrelid
  where relnamespace = 'public'::regnamespace
  order by 1, 2`;

const FUNCTIONS = `
  select proname as name, proargnames as names, proargmodes::text[] as modes, array(select pg_get_function_arg_default(oid, n) from generate_series(1, pronargs) as n) as defaults,
    (select coalesce(array_agg(format_type(type, null) order by at), '{}')
     from unnest(coalesce(proallargtypes, proargtypes::oid[])) with ordinality as all_types (type, at)) as types,
    format_type(prorettype, null) as returns, proretset as set
  from pg_proc
  where pronamespace = 'public'::regnamespace and prokind = 'f' and prorettype <> 'trigger'::regtype
  order by proname`;

const ENUMS = `
  select typname as name, array_agg(enumlabel::text order by enumsortorder) as labels
  from pg_type join pg_enum on enumtypid = pg_type.oid
  where typnamespace = 'public'::regnamespace
  group by typname order by typname`;
