import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openTable } from '$lib/intake/table';
import { PROJECT_ROOT } from '$lib/server/project';
import type { Phrase } from './compose';
import type { DemoText } from './placing';

const FOLDER = join(PROJECT_ROOT, 'src/lib/demo');

/** A text that was written for the demo, as its file has it: what is not known is ''. */
export interface TextRow extends DemoText {
  lang: string;
  /** 1 to 5 */
  rating: string;
  sentiment: string;
  /** What was done about it. */
  answer: string;
}

/** Every verbatim that was written one by one. */
export async function readTexts(): Promise<TextRow[]> {
  const files = (await readdir(FOLDER)).filter((name) => /^verbatims-.*\.csv$/.test(name)).sort();
  const texts = await Promise.all(files.map((file) => readRows<TextRow>(file)));
  return texts.flat();
}

/** The sentences of which answers to the questionnaire are made. */
export function readPhrases(): Promise<Phrase[]> {
  return readRows<Phrase>('phrases.csv');
}

async function readRows<Row>(file: string): Promise<Row[]> {
  const table = await openTable(join(FOLDER, file));
  const rows: Row[] = [];
  for await (const row of table.rows()) {
    if ('refused' in row) throw new Error(`${file}, line ${row.line}: ${row.refused}`);
    rows.push(Object.fromEntries(table.columns.map((column, i) => [column, row.cells[i] ?? ''])) as Row);
  }
  return rows;
}
