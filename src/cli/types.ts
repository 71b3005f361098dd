import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openEngine, type Engine } from '../lib/server/embedded/engine';
import { migrate, readMigrations } from '../lib/server/embedded/migrations';
import { openPglite } from '../lib/server/embedded/pglite';
import { readCatalogue, type Column, type DatabaseFunction, type Relationship } from './catalogue';

export const TYPES_FILE = fileURLToPath(new URL('../lib/server/database.types.ts', import.meta.url));
const MIGRATIONS = fileURLToPath(new URL('../../supabase/migrations', import.meta.url));

/**
 * What the catalogue cannot tell of a view's or a function's columns: `of` names the table whose columns they carry
 * under the same name, `present` those of them that are never null here though they may be in the table.
 */
const RESULTS: Record<string, { of: string; present: string[] }> = {
  customers_in_quarter: { of: 'team_rollups', present: [] },
  late_verbatims: { of: 'closed_months', present: ['came', 'went'] },
  me: { of: 'people', present: ['team_name'] },
  my_waves: { of: 'roster', present: ['state'] },
  open_link: { of: 'roster', present: ['state'] },
  search_verbatims: { of: 'verbatims', present: [] },
  sentiment_material: { of: '', present: ['rated', 'corrected'] },
  store_answers: { of: '', present: ['outcome', 'n'] },
  store_verbatims: { of: 'imports', present: ['stored'] },
  verbatim_counts: { of: 'verbatims', present: ['grouped_by', ...counts()] },
  wave_recipients: { of: 'people', present: ['person_id'] },
  wall_cards: { of: 'verbatims', present: ['text', 'sentiment'] },
  wall_changes: { of: 'verbatims', present: ['approved'] }
};

/** Columns that are neither given nor changed by a caller, whatever their default. */
const FILLED_BY_TRIGGER = ['verbatims.fingerprint'];

/** Functions whose one result may be null, and why is in their comment in the migrations. */
const MAY_ANSWER_NULL = [
  'begin_pairing',
  'begin_sign_in',
  'claim_pairing',
  'closed_wave',
  'pair_screen',
  'pairing_state',
  'store_import_batch',
  'store_tags',
  'verbatim_original'
];

/** Arguments that may be null without having a default. */
const MAY_BE_GIVEN_NULL = [
  'answer_verbatim.owner_team',
  'answer_verbatim.what_we_did',
  'choose_sentiment_model.model',
  'command_screen.screen',
  'screen_states.since',
  'sentiment_lessons.before_day',
  'sentiment_lessons.before_id',
  'texts_to_retag.after'
];

/** The types of schema `public` as supabase-js takes them, read from the catalogue of a migrated engine. */
export async function generateTypes(engine: Engine): Promise<string> {
  const { columns, relationships, functions, enums } = await readCatalogue(engine);
  const of = (kind: Column['kind']) => groupBy(columns.filter((column) => column.kind === kind));

  const tables = [...of('table')].map(([name, all]) => {
    const row = all.map((column) => `${column.name}: ${orNull(typeOf(column), column.nullable)}`);
    const insert = all.map((column) => written(column, column.nullable || column.defaulted));
    const update = all.map((column) => written(column, true));
    const related = relationships.filter((each) => each.relation === name).map(relationship);
    return `${name}: { Row: ${block(row)}; Insert: ${block(insert)}; Update: ${block(update)}; Relationships: [${related}] }`;
  });
  const views = [...of('view')].map(([name, all]) => {
    const row = all.map((column) => result(name, column.name, column.type, columns));
    return `${name}: { Row: ${block(row)}; Relationships: [] }`;
  });

  return `// Written by src/cli/types.ts from supabase/migrations; a test tells when it is stale.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: ${block(tables)};
    Views: ${block(views)};
    Functions: ${block(functions.map((fn) => functionType(fn, columns)))};
    Enums: ${block(enums.map((each) => `${each.name}: ${union(each.labels)}`))};
    CompositeTypes: { [_ in never]: never };
  };
};
`;
}

/** `generateTypes` over a fresh database with every migration, laid out as the rest of the code. */
export async function freshTypes(): Promise<string> {
  const { connection, driver } = openPglite('memory://');
  const nobody = { jwtSecret: 'no-request-is-served', publishableKey: 'none', secretKey: 'none' };
  const engine = await openEngine(connection, driver, nobody);
  try {
    await migrate(engine, await readMigrations(MIGRATIONS));
    return await layOut(await generateTypes(engine));
  } finally {
    await engine.close();
  }
}

async function layOut(source: string): Promise<string> {
  const prettier = await import('prettier');
  return prettier.format(source, {
    ...(await prettier.resolveConfig(TYPES_FILE)),
    parser: 'typescript',
    plugins: []
  });
}

function written(column: Column, optional: boolean): string {
  if (column.generated || FILLED_BY_TRIGGER.includes(`${column.relation}.${column.name}`))
    return `${column.name}?: never`;
  return `${column.name}${optional ? '?' : ''}: ${orNull(typeOf(column), column.nullable)}`;
}

function relationship(of: Relationship): string {
  return `{ foreignKeyName: '${of.name}'; columns: ${tuple(of.columns)}; isOneToOne: ${of.one_to_one};
    referencedRelation: '${of.referenced}'; referencedColumns: ${tuple(of.referenced_columns)} }`;
}

function functionType(fn: DatabaseFunction, columns: Column[]): string {
  const modes = fn.modes ?? fn.types.map(() => 'i');
  const all = fn.types.map((type, i) => ({ name: fn.names?.[i] ?? `arg${i}`, type, mode: modes[i] }));
  const given = all.filter((each) => each.mode === 'i' || each.mode === 'v');
  const args = given.map(({ name, type }, i) => {
    const fallback = fn.defaults[i] ?? null;
    const nullable = fallback?.startsWith('NULL') || MAY_BE_GIVEN_NULL.includes(`${fn.name}.${name}`);
    return `${name}${fallback === null ? '' : '?'}: ${orNull(typescript(type), nullable)}`;
  });
  const table = all
    .filter((each) => each.mode === 't')
    .map((each) => result(fn.name, each.name, each.type, columns));
  const one =
    table.length > 0 ? block(table) : orNull(typescript(fn.returns), MAY_ANSWER_NULL.includes(fn.name));
  const returns = fn.set ? `${one}[]` : one;
  return `${fn.name}: { Args: ${args.length > 0 ? block(args) : 'never'}; Returns: ${returns} }`;
}

function result(relation: string, name: string, type: string, columns: Column[]): string {
  const { of, present } = RESULTS[relation] ?? { of: '', present: [] };
  const origin = columns.find((column) => column.relation === of && column.name === name);
  const nullable = present.includes(name) ? false : (origin?.nullable ?? true);
  return `${name}: ${orNull(origin ? typeOf(origin) : typescript(type), nullable)}`;
}

function typeOf(column: Column): string {
  const [, values] = /^CHECK \(\(\w+ = ANY \(ARRAY\[(.*)\]\)\)\)$/.exec(column.check ?? '') ?? [];
  if (values === undefined) return typescript(column.type);
  return union([...values.matchAll(/'([^']*)'::text/g)].map(([, value = '']) => value));
}

/** As PostgREST writes a value of this type into JSON. */
function typescript(type: string): string {
  if (type.endsWith('[]')) return `${typescript(type.slice(0, -2))}[]`;
  if (/^(smallint|integer|bigint|real|double precision|numeric)/.test(type)) return 'number';
  if (/^(text|character|uuid|date|time|interval)/.test(type)) return 'string';
  if (/^jsonb?$/.test(type)) return 'Json';
  if (type === 'boolean') return 'boolean';
  if (type === 'void') return 'undefined';
  return 'unknown';
}

function counts(): string[] {
  return [
    'n',
    ...['positive', 'neutral', 'negative'],
    ...['rated', 'rating_sum', 'rating_squares'],
    ...['nps_rated', 'promoters', 'detractors']
  ];
}

function groupBy(columns: Column[]): Map<string, Column[]> {
  const groups = new Map<string, Column[]>();
  for (const column of columns) groups.set(column.relation, [...(groups.get(column.relation) ?? []), column]);
  return groups;
}

const orNull = (type: string, nullable: boolean) =>
  nullable && type !== 'unknown' ? `${type} | null` : type;
const union = (values: string[]) => values.map((value) => `'${value}'`).join(' | ');
const tuple = (values: string[]) => `[${values.map((value) => `'${value}'`).join(', ')}]`;
const block = (entries: string[]) =>
  entries.length > 0 ? `{\n${entries.join(';\n')};\n}` : '{ [_ in never]: never }';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const fresh = await freshTypes();
  if (!process.argv.includes('--check')) {
    await writeFile(TYPES_FILE, fresh);
  } else if ((await readFile(TYPES_FILE, 'utf8').catch(() => '')) !== fresh) {
    console.error('src/lib/server/database.types.ts is stale. Write it again with: npx tsx src/cli/types.ts');
    process.exitCode = 1;
  }
}
