import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runImport } from '../lib/intake/import.server';
import { ensureSource } from '../lib/intake/importer.server';
import { guessMapping, FIELDS, type Field, type Mapping } from '../lib/intake/mapping';
import { openTable, type Table } from '../lib/intake/table';
import { refusedLines } from '../lib/intake/refusals.server';
import type { Client } from '../lib/server/supabase';
import { openForCommand } from './data';
import { engineInForce } from '../lib/tagging/in-force.server';
import { explain, Refusal } from './refusal';

const USAGE = `npm run import -- FILE.csv --source NAME [--map FIELD=COLUMN ...] [--approve]

  --source   where the verbatims come from; made when it is new
  --map      which column holds a field, where the guess is wrong; FIELD is one of
             ${FIELDS.join(', ')}
  --approve  a new source approves what nothing holds; otherwise a person does
`;

/**
 * npm run import: the same import as the page's.
 *
 * @returns 0 when the file came in, 1 when it failed on the way, 2 when the command or the file is wrong
 */
export async function run(args: string[]): Promise<number> {
  try {
    const { file, source, approve, maps } = readArguments(args);
    const table = await openTable(file);
    const mapping = await chooseMapping(table, maps);
    return await importTable(table, mapping, source, approve);
  } catch (error) {
    const explained = explain(error, USAGE);
    if (explained === null) throw error;
    process.stderr.write(`${explained}
`);
    return 2;
  }
}

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      source: { type: 'string' },
      map: { type: 'string', multiple: true },
      approve: { type: 'boolean' }
    }
  });
  const [file] = positionals;
  if (!file || !values.source?.trim()) throw new Refusal(USAGE);
  return {
    file: resolve(file),
    source: values.source.trim(),
    approve: values.approve ?? false,
    maps: values.map ?? []
  };
}

async function chooseMapping(table: Table, maps: string[]): Promise<Mapping> {
  const sample: string[][] = [];
  for await (const row of table.rows()) {
    if ('cells' in row) sample.push(row.cells);
    if (sample.length >= 200) break;
  }
  const mapping = guessMapping(table.columns, sample);
  for (const given of maps) {
    const [field = '', column = ''] = given.split(/=(.*)/s);
    const index = table.columns.indexOf(column);
    if (!(FIELDS as readonly string[]).includes(field))
      throw new Refusal(`${field} is not one of ${FIELDS.join(', ')}.`);
    if (index < 0)
      throw new Refusal(`There is no column ${column}. The file has: ${table.columns.join(', ')}.`);
    mapping[field as Field] = index;
  }
  if (mapping.text === undefined) {
    throw new Refusal(
      `Which column holds the text? Add --map text=COLUMN. The file has: ${table.columns.join(', ')}.`
    );
  }
  return mapping;
}

async function importTable(
  table: Table,
  mapping: Mapping,
  sourceName: string,
  approve: boolean
): Promise<number> {
  const supabase = await openForCommand();
  try {
    const source = await ensureSource(supabase, sourceName, approve);
    const importId = randomUUID();
    await supabase.service
      .from('imports')
      .insert({
        id: importId,
        file_name: basename(table.path),
        bytes: table.bytes,
        source_id: source.id,
        mapping: mapping as never
      })
      .throwOnError();
    const read = FIELDS.filter((field) => mapping[field] !== undefined).map(
      (field) => `${field} = ${table.columns[mapping[field]!]}`
    );
    process.stderr.write(
      `${table.encoding}, separator ${JSON.stringify(table.delimiter)}; ${read.join(', ')}\n`
    );

    const account = await runImport(supabase.service, {
      importId,
      table,
      mapping,
      approvesItself: source.approves_itself,
      tagger: await engineInForce(supabase.service)
    });
    const { rowsTotal, imported, duplicates, refused, held, failure } = account;
    process.stdout.write(
      `${JSON.stringify({ rows: rowsTotal, imported, duplicates, refused, held, failure })}\n`
    );
    await listRefusals(supabase.service, importId);
    return account.status === 'done' ? 0 : 1;
  } finally {
    await supabase.close();
  }
}

/** Refused lines go to standard error, one each, so that they can be kept: 2> refused.txt. */
async function listRefusals(service: Client, importId: string): Promise<void> {
  for await (const page of refusedLines(service, importId)) {
    for (const { line, reason } of page) process.stderr.write(`line ${line}: ${reason}\n`);
  }
}
