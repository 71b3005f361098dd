import type { Tagger } from '$lib/sentiment/engine';
import { readDraft } from './draft';
import { FIELDS, guessMapping, type Field, type Mapping } from './mapping';
import type { Places } from './places';
import { prepare, type PreparedVerbatim } from './prepare';
import { RATING_SCALES, type RatingScale } from './ratings';
import type { RefusalReason } from './row';
import type { Table } from './table';

/** One row of a file as it will be read, without the personal data in it, or why it will not be. */
export type PreviewRow = { line: number; read: ReadRow } | { line: number; refused: RefusalReason };

interface ReadRow extends Pick<PreparedVerbatim, 'text' | 'sentiment' | 'rating' | 'said_on' | 'channel'> {
  team: string | null;
}

/** What a person confirms before an import starts. */
export interface Preview {
  encoding: string;
  delimiter: string;
  columns: string[];
  mapping: Mapping;
  rows: PreviewRow[];
}

const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;

/** Rows the guess looks at. */
const SAMPLE = 200;

/** Rows a person looks at. */
const SHOWN = 20;

/**
 * Reads the beginning of a table as the import would.
 *
 * @param chosen the mapping as the form has it, or null to guess
 */
export async function preview(
  table: Table,
  chosen: Mapping | null,
  places: Places,
  day: string,
  tagger: Tagger
): Promise<Preview> {
  const sample = [];
  for await (const row of table.rows()) {
    sample.push(row);
    if (sample.length >= SAMPLE) break;
  }
  const mapping =
    chosen ??
    guessMapping(
      table.columns,
      sample.flatMap((row) => ('cells' in row ? [row.cells] : []))
    );
  const rows = sample.slice(0, SHOWN).map((row): PreviewRow => {
    if ('refused' in row) return row;
    const draft = readDraft(row, mapping, day);
    if ('refused' in draft) return { line: draft.line, refused: draft.refused };
    const read = prepare(draft, places, false, tagger);
    if ('refused' in read) return read;
    const { text, sentiment, rating, said_on, channel } = read;
    return { line: draft.line, read: { text, sentiment, rating, said_on, channel, team: draft.team } };
  });
  const { encoding, delimiter, columns } = table;
  return { encoding, delimiter, columns, mapping, rows };
}

/** The mapping a form holds, or null when it holds none. Columns the file does not have are left out. */
export function mappingFrom(form: URLSearchParams | FormData, width: number): Mapping | null {
  if (!form.has('text')) return null;
  const mapping: Mapping = {};
  for (const field of FIELDS) {
    const value = form.get(field);
    const column = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : -1;
    if (column >= 0 && column < width) mapping[field as Field] = column;
  }
  const scale = form.get('ratingScale');
  if (RATING_SCALES.some((known) => known === scale)) mapping.ratingScale = scale as RatingScale;
  const order = DATE_ORDERS.find((known) => known === form.get('dateOrder'));
  if (order) mapping.dateOrder = order;
  return mapping;
}
