/** A calendar month, written YYYY-MM; months compare as text. */
export type Month = string;

/** The step in which time is shown and compared. */
export type Grain = 'month' | 'quarter';

const MONTHS: Record<Grain, number> = { month: 1, quarter: 3 };

/** Whole months, the first and the last included. */
export interface Span {
  since: Month;
  until: Month;
}

export function isMonth(text: string): text is Month {
  return /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(text);
}

/** The month of a day written YYYY-MM-DD. */
export function monthOf(day: string): Month {
  return day.slice(0, 7);
}

export function addMonths(month: Month, count: number): Month {
  const index = indexOf(month) + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** How many months later b is than a. */
export function monthsBetween(a: Month, b: Month): number {
  return indexOf(b) - indexOf(a);
}

export function firstDay(month: Month): string {
  return `${month}-01`;
}

export function lastDay(month: Month): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** The month or quarter that a month lies in. */
export function spanOf(month: Month, grain: Grain): Span {
  const since = addMonths(month, -(indexOf(month) % MONTHS[grain]));
  return { since, until: addMonths(since, MONTHS[grain] - 1) };
}

/** Every whole month or quarter between two months, both included, in order. */
export function spansBetween(since: Month, until: Month, grain: Grain): Span[] {
  const spans: Span[] = [];
  let span = spanOf(since, grain);
  if (span.since < since) span = spanOf(addMonths(span.until, 1), grain);
  for (; span.until <= until; span = spanOf(addMonths(span.until, 1), grain)) spans.push(span);
  return spans;
}

function indexOf(month: Month): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return 12 * year + number - 1;
}
