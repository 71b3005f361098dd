import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { NotATable, openTable, type Table } from '../lib/intake/table';
import { tag } from '../lib/sentiment/sentiment';

const USAGE = 'Usage: npm run --silent tag -- FILE.csv --column text';

/** What the user can mend: its message says what happened and what to do. */
class Refusal extends Error {}

/**
 * Tags one column of a table: a line of JSON per row on standard output, in the order of the file, as
 * `{"label": string, "score": -1 to 1, "confidence": 0 to 1, "lang": string}`. A row that cannot be read is
 * neutral with confidence 0, and its `error` says why. Returns the exit code: 0, or 2 with the reason and the
 * remedy on standard error.
 */
export async function run(args: string[]): Promise<number> {
  try {
    const { path, column } = readArguments(args);
    const table = await openTable(path);
    await pipeline(Readable.from(lines(table, indexOf(table, column))), process.stdout, { end: false });
    return 0;
  } catch (error) {
    if (isCodeOf(error, 'EPIPE')) return 0;
    console.error(messageOf(error));
    return 2;
  }
}

function readArguments(args: string[]): { path: string; column: string } {
  const { values, positionals } = parseArgs({
    args,
    options: { column: { type: 'string' } },
    allowPositionals: true
  });
  const [path, ...others] = positionals;
  if (path === undefined) throw new Refusal(`No file is named. ${USAGE}`);
  if (others.length > 0)
    throw new Refusal(`One file at a time: ${others.join(', ')} would be left out. ${USAGE}`);
  if (!values.column) throw new Refusal(`No column is named; say which one holds the text. ${USAGE}`);
  return { path, column: values.column };
}

function indexOf(table: Table, column: string): number {
  const index = table.columns.indexOf(column);
  if (index >= 0) return index;
  const columns = table.columns.map((name) => `"${name}"`).join(', ');
  throw new Refusal(`There is no column "${column}". Choose one of ${columns}.`);
}

async function* lines(table: Table, index: number): AsyncGenerator<string> {
  for await (const row of table.rows()) {
    const line = 'refused' in row ? unreadable(row.refused) : taggedLine(row.cells[index] ?? '');
    yield `${JSON.stringify(line)}\n`;
  }
}

function taggedLine(text: string) {
  const { label, score, confidence, language } = tag(text);
  return { label, score, confidence, lang: language };
}

function unreadable(error: string) {
  return { label: 'neutral', score: 0, confidence: 0, lang: 'unknown', error };
}

function messageOf(error: unknown): string {
  if (error instanceof NotATable && error.line !== undefined) return `Line ${error.line}: ${error.message}`;
  if (error instanceof Refusal || error instanceof NotATable) return error.message;
  if (isCodeOf(error, 'ERR_PARSE_ARGS')) return `${(error as Error).message} ${USAGE}`;
  return `The file could not be read: ${error instanceof Error ? error.message : String(error)}`;
}

function isCodeOf(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith(code);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await run(process.argv.slice(2));
}
