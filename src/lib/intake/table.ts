import { parse } from 'csv-parse/sync';
import { guessDelimiter } from './delimiter';
import type { Delimiter } from './delimiter';
import type { TextEncoding } from './encoding';
import { readHead, readText } from './file';
import type { TextHead, Watch } from './file';
import { nameColumns } from './headings';
import { NotATable } from './not-a-table';
import { RecordCutter } from './records';
import type { Batch } from './records';
import type { RefusedRow, TableRow } from './row';

export { NotATable };
export type { RefusedRow, TableRow };

const MAX_CELL = 20_000;

/** A character that no text holds: the delimiter of a table of one column, where commas are prose. */
const NO_DELIMITER = '\u001f';

/** A text file recognised as a table: its first lines have been read, not the rest. */
export interface Table {
  path: string;
  bytes: number;
  encoding: TextEncoding;
  /** '' for a table of one column. */
  delimiter: Delimiter | '';
  columns: string[];
  /**
   * Reads the file from its start; may be called again. Blank lines are skipped; a row that has not as many
   * cells as there are columns (cell_count), a cell over 20,000 characters or a row over 1 MiB
   * (cell_too_long) is refused and the reading goes on. Throws NotATable at a quote that is never closed: see
   * checkTable.
   */
  rows(watch?: Watch): AsyncIterable<TableRow | RefusedRow>;
}

/**
 * Opens a CSV file: finds its encoding, its delimiter (or takes it from Excel's "sep=;" line) and its
 * columns. Throws NotATable when it is empty, missing, too large or no table.
 */
export async function openTable(path: string): Promise<Table> {
  const head = await readHead(path);
  const { declared, text } = readDeclaration(head.text);
  const delimiter = declared ?? guessDelimiter(text, head.complete);
  const first = firstRow(head, delimiter, declared !== undefined);
  const { columns, given } = nameColumns(first.cells);
  if (columns.length === 1 && !given) {
    throw new NotATable(
      'one_column_no_header',
      'This file has one column and no heading, so it may be any text. ' +
        'Write a first line that names the column, such as "Avis".',
      first.line
    );
  }
  const { bytes, encoding } = head;
  const from = given ? first.line + 1 : first.line;
  const rows = (watch?: Watch) => readRows({ path, encoding, delimiter, from, width: columns.length }, watch);
  return { path, bytes, encoding, delimiter, columns, rows };
}

/**
 * Reads the whole table and keeps nothing, so that a file with an unclosed quote is refused before any of it
 * is imported. Counts the rows that can be read and, apart, those that are refused. Throws NotATable.
 */
export async function checkTable(
  table: Table,
  onProgress?: (bytesRead: number) => void,
  signal?: AbortSignal
): Promise<{ rows: number; refused: number }> {
  const count = { rows: 0, refused: 0 };
  for await (const row of table.rows({ onProgress, signal })) {
    if ('refused' in row) count.refused++;
    else count.rows++;
  }
  return count;
}

/** Excel writes, and obeys, a first line that only says which delimiter follows. */
function readDeclaration(text: string): { declared?: Delimiter; text: string } {
  const match = /^\s*"?sep=([,;\t|])"?(?:\r\n|\n|\r)/i.exec(text);
  return match ? { declared: match[1] as Delimiter, text: text.slice(match[0].length) } : { text };
}

function firstRow(head: TextHead, delimiter: Delimiter | '', declared: boolean): TableRow {
  const cutter = new RecordCutter(delimiter || NO_DELIMITER);
  const batches = [cutter.write(head.text)];
  if (head.complete) batches.push(cutter.end());
  const rows = batches.flatMap((batch) => [...rowsOf(batch, delimiter)]);
  const first = rows[declared ? 1 : 0];
  if (first && !('refused' in first)) return first;
  if (cutter.openQuote) refuseOpenQuote(cutter.openQuote);
  if (first?.refused === 'cell_count') refuseOpenQuote(first.line);
  if (head.text.trim() === '' || (declared && !first)) {
    throw new NotATable(
      'empty',
      'This file is empty. Export it again and check that it has a heading and rows.'
    );
  }
  throw new NotATable(
    'too_large',
    'The first line, which names the columns, is far too long: is a quote (") in it never closed?',
    first?.line ?? 1
  );
}

interface Layout {
  path: string;
  encoding: TextEncoding;
  delimiter: Delimiter | '';
  /** The line of the first row of data. */
  from: number;
  width: number;
}

async function* readRows(layout: Layout, watch?: Watch): AsyncGenerator<TableRow | RefusedRow> {
  const { path, encoding, delimiter, from, width } = layout;
  const cutter = new RecordCutter(delimiter || NO_DELIMITER);
  for await (const text of readText(path, encoding, watch)) {
    const batch = cutter.write(text);
    if (cutter.openQuote) refuseOpenQuote(cutter.openQuote);
    for (const row of rowsOf(batch, delimiter)) if (row.line >= from) yield checkRow(row, width);
  }
  for (const row of rowsOf(cutter.end(), delimiter)) if (row.line >= from) yield checkRow(row, width);
  if (cutter.openQuote) refuseOpenQuote(cutter.openQuote);
}

function* rowsOf(batch: Batch, delimiter: Delimiter | ''): Generator<TableRow | RefusedRow> {
  const records: string[][] = parse(batch.text, {
    delimiter: delimiter || NO_DELIMITER,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true
  });
  let next = 0;
  for (const { line, lines, refused } of batch.cuts) {
    if (!refused) yield { line, cells: records[next++]! };
    else for (let i = 0; i < lines; i++) yield { line: line + i, refused };
  }
  if (next !== records.length)
    throw new Error(`${records.length} records were parsed where ${next} were cut.`);
}

function checkRow(row: TableRow | RefusedRow, width: number): TableRow | RefusedRow {
  if ('refused' in row) return row;
  if (row.cells.length !== width) return { line: row.line, refused: 'cell_count' };
  return row.cells.some((cell) => cell.length > MAX_CELL)
    ? { line: row.line, refused: 'cell_too_long' }
    : row;
}

function refuseOpenQuote(line: number): never {
  throw new NotATable(
    'unclosed_quote',
    `The quote (") opened on line ${line} is never closed. Close it, or remove it, and import the file again.`,
    line
  );
}
