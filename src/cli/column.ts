import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { openTable, type Table } from '../lib/intake/table';
import { explain, isCodeOf, Refusal } from './refusal';

/** What a command does with each row of one column; each answer becomes a line of JSON. */
export interface ColumnCommand {
  /** As in `npm run --silent NAME`. */
  name: string;
  read(text: string): object;
  /** The answer for a row that cannot be read, and why. */
  refuse(reason: string): object;
}

/**
 * Runs a command over one column of a table: a line of JSON per row on standard output, in the order of the file.
 *
 * @param args FILE.csv --column NAME
 * @returns the exit code: 0, or 2 with the reason and the remedy on standard error
 */
export async function runOverColumn(command: ColumnCommand, args: string[]): Promise<number> {
  const usage = `Usage: npm run --silent ${command.name} -- FILE.csv --column text`;
  try {
    const { path, column } = readArguments(args, usage);
    const table = await openTable(path);
    const lines = answers(command, table, indexOf(table, column));
    await pipeline(Readable.from(lines), process.stdout, { end: false });
    return 0;
  } catch (error) {
    // Whoever reads has seen enough, as `head` does.
    if (isCodeOf(error, 'EPIPE')) return 0;
    console.error(explain(error, usage) ?? `The file could not be read: ${(error as Error).message}`);
    return 2;
  }
}

function readArguments(args: string[], usage: string): { path: string; column: string } {
  const { values, positionals } = parseArgs({
    args,
    options: { column: { type: 'string' } },
    allowPositionals: true
  });
  const [path, ...others] = positionals;
  if (path === undefined) throw new Refusal(`No file is named. ${usage}`);
  if (others.length > 0)
    throw new Refusal(`One file at a time: ${others.join(', ')} would be left out. ${usage}`);
  if (!values.column) throw new Refusal(`No column is named; say which one holds the text. ${usage}`);
  return { path, column: values.column };
}

function indexOf(table: Table, column: string): number {
  const index = table.columns.indexOf(column);
  if (index >= 0) return index;
  const columns = table.columns.map((name) => `"${name}"`).join(', ');
  throw new Refusal(`There is no column "${column}". Choose one of ${columns}.`);
}

async function* answers(command: ColumnCommand, table: Table, index: number): AsyncGenerator<string> {
  for await (const row of table.rows()) {
    const answer = 'refused' in row ? command.refuse(row.refused) : command.read(row.cells[index] ?? '');
    yield `${JSON.stringify(answer)}\n`;
  }
}
