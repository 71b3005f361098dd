import { isBlank } from './blank';
import { parseDate } from './dates';
import type { Field, Mapping } from './mapping';
import { fitScale, parseRating } from './ratings';
import type { RatingScale } from './ratings';
import type { RefusalReason, TableRow } from './row';

/** Longer is a document, not a verbatim. In characters (UTF-16 units, as the database client counts them). */
export const MAX_TEXT = 10_000;
const MAX_VALUE = 24;

/** A row read as a verbatim. Channel, team and step are as written; the importer finds whom they name. */
export interface VerbatimDraft {
  text: string;
  rating: number | null;
  rating_scale: RatingScale | null;
  /** YYYY-MM-DD */
  said_on: string | null;
  channel: string | null;
  team: string | null;
  step: string | null;
  external_id: string | null;
  line: number;
}

export interface DraftRefusal {
  line: number;
  refused: RefusalReason;
  /** The cell at fault, shortened; never a text, which may hold personal data. */
  value?: string;
}

/**
 * Reads a row by its mapping. `today` is YYYY-MM-DD where the customers are. A row is refused rather than
 * bent: a rating outside its scale (1-5 when the mapping names none), a date that cannot be read or lies
 * after today.
 */
export function readDraft(row: TableRow, mapping: Mapping, today: string): VerbatimDraft | DraftRefusal {
  const { line } = row;
  const text = clean(cellOf(row, mapping, 'text')).replace(/\r\n?/g, '\n');
  if (text === '') return { line, refused: 'no_text' };
  if (text.length > MAX_TEXT) return { line, refused: 'text_too_long' };

  const ratingCell = cellOf(row, mapping, 'rating');
  const rating = isBlank(ratingCell) ? null : parseRating(ratingCell);
  const scale = rating && fitScale(rating, mapping.ratingScale ?? '1-5');
  if (!scale && !isBlank(ratingCell)) return refuse(line, 'bad_rating', ratingCell, text);

  const dateCell = cellOf(row, mapping, 'date');
  const saidOn = isBlank(dateCell) ? null : parseDate(dateCell, mapping.dateOrder);
  if (!saidOn && !isBlank(dateCell)) return refuse(line, 'bad_date', dateCell, text);
  if (saidOn && saidOn > today) return refuse(line, 'future_date', dateCell, text);

  return {
    text,
    rating: rating && rating.value,
    rating_scale: scale,
    said_on: saidOn,
    channel: nameIn(row, mapping, 'channel'),
    team: nameIn(row, mapping, 'team'),
    step: nameIn(row, mapping, 'step'),
    external_id: nameIn(row, mapping, 'external_id'),
    line
  };
}

function cellOf(row: TableRow, mapping: Mapping, field: Field): string {
  const column = mapping[field];
  return column === undefined ? '' : (row.cells[column] ?? '');
}

function nameIn(row: TableRow, mapping: Mapping, field: Field): string | null {
  const name = clean(cellOf(row, mapping, field)).replace(/\s+/g, ' ');
  return isBlank(name) ? null : name;
}

/** Half a surrogate pair, as a cut UTF-16 file leaves, is no character: Postgres refuses it. */
function clean(cell: string): string {
  return cell.replace(/\p{Cs}/gu, '\uFFFD').trim();
}

/** A cell with prose in it was mapped by mistake: it is as private as a text. */
function refuse(line: number, refused: RefusalReason, cell: string, text: string): DraftRefusal {
  const value = clean(cell).replace(/\s+/g, ' ');
  const mayBeProse = value.length > MAX_VALUE || value === text || /\p{L}.*\s.*\p{L}.*\s.*\p{L}/u.test(value);
  return mayBeProse ? { line, refused } : { line, refused, value };
}
