import { guessDateOrder, isWrittenDate, parseDate } from './dates';
import type { DateOrder } from './dates';
import { isBlank } from './blank';
import { FIELDS, headingScore } from './headings';
import type { Field } from './headings';
import { guessScale, parseRating } from './ratings';
import type { Rating, RatingScale } from './ratings';

export { FIELDS };
export type { Field };

/**
 * Which column (0-based) holds which field, how ratings and dates are written. A field without a column is
 * absent.
 */
export type Mapping = { [F in Field]?: number } & { ratingScale?: RatingScale; dateOrder?: DateOrder };

/** From this share on, a column is what its cells look like: files hold odd cells. */
const MOST = 0.8;

/**
 * Guesses what each column holds from its heading, checked against a sample of rows (100 or more tell well),
 * then from the cells alone: the longest prose is the text, small numbers that repeat are ratings, written
 * dates are the date. A person confirms it: a wrong guess costs a click, so nothing is left out for a doubt.
 */
export function guessMapping(columns: string[], sample: string[][]): Mapping {
  const cells = columns.map((_, i) => sample.map((row) => row[i] ?? '').filter((cell) => !isBlank(cell)));
  const mapping: Mapping = {};
  const free = new Set(columns.keys());
  const assign = (field: Field, column: number | undefined) => {
    if (column === undefined) return;
    mapping[field] = column;
    free.delete(column);
  };

  for (const { field, column } of rankHeadings(columns, cells)) {
    if (mapping[field] === undefined && free.has(column)) assign(field, column);
  }
  if (mapping.text === undefined) assign('text', longestProse([...free], cells));
  if (mapping.date === undefined)
    assign(
      'date',
      [...free].find((i) => mostly(cells[i]!, isWrittenDate))
    );
  if (mapping.rating === undefined)
    assign(
      'rating',
      [...free].find((i) => looksLikeRatings(columns[i]!, cells[i]!))
    );

  if (mapping.rating !== undefined) {
    mapping.ratingScale = guessScale(columns[mapping.rating]!, ratingsOf(cells[mapping.rating]!));
  }
  if (mapping.date !== undefined) mapping.dateOrder = guessDateOrder(cells[mapping.date]!) ?? 'dmy';
  return mapping;
}

/**
 * Every pair of a field and a column whose heading names it and whose cells do not contradict it, surest
 * first.
 */
function rankHeadings(columns: string[], cells: string[][]): { field: Field; column: number }[] {
  return FIELDS.flatMap((field) =>
    columns.map((heading, column) => ({ field, column, score: headingScore(heading, field) }))
  )
    .filter(({ field, column, score }) => score > 0 && mayHold(field, cells[column]!))
    .sort((a, b) => b.score - a.score);
}

function mayHold(field: Field, cells: string[]): boolean {
  if (cells.length === 0) return true;
  if (field === 'rating') return mostly(cells, (cell) => parseRating(cell) !== null);
  if (field === 'date') {
    const order = guessDateOrder(cells) ?? 'dmy';
    return mostly(cells, (cell) => parseDate(cell, order) !== null);
  }
  // Rows with the same identifier become one verbatim: a column that repeats identifies something else.
  if (field === 'external_id') return new Set(cells).size === cells.length;
  if (field === 'text') return !mostly(cells, (cell) => parseRating(cell) !== null || isWrittenDate(cell));
  return true;
}

function longestProse(free: number[], cells: string[][]): number | undefined {
  const length = (i: number) => average(cells[i]!.map((cell) => cell.length));
  const words = (i: number) => average(cells[i]!.map((cell) => cell.trim().split(/\s+/).length));
  const prose = free.filter((i) => mayHold('text', cells[i]!) && (words(i) >= 3 || cells.length === 1));
  return prose.sort((a, b) => length(b) - length(a))[0];
}

/**
 * Numbers up to 10 that repeat, or ratings written as such; 0 and 1 alone are a yes or no, 1, 2, 3... a row
 * number.
 */
function looksLikeRatings(heading: string, cells: string[]): boolean {
  const ratings = ratingsOf(cells);
  if (cells.length === 0 || ratings.length < cells.length * MOST) return false;
  if (/\b(age|nb|nombre|quantit|qty|version|lot|duree|count)/i.test(heading)) return false;
  if (ratings.every((rating) => rating.outOf !== undefined)) return true;
  const values = new Set(ratings.map((rating) => rating.value));
  const highest = Math.max(...values);
  return highest > 1 && highest <= 10 && (values.size < ratings.length || ratings.length < 5);
}

function ratingsOf(cells: string[]): Rating[] {
  return cells.map(parseRating).filter((rating) => rating !== null);
}

function mostly(cells: string[], test: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(test).length >= cells.length * MOST;
}

function average(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
