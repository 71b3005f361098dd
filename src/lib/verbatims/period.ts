export type Slice = 'day' | 'week' | 'month';

/** Calendar days, both included, and the slices of time in which they are shown. */
export interface Period {
  /** YYYY-MM-DD */
  since: string;
  /** YYYY-MM-DD */
  until: string;
  slice: Slice;
}

/** One slice of a period; the first and last may be cut by its ends. */
export interface Span {
  /** The day on which the database starts this slice: of a week its Monday, of a month its first. */
  key: string;
  from: string;
  to: string;
  whole: boolean;
}

/** Up to so many days a slice is a day, then a week; beyond, a month. */
const LONGEST_BY_DAY = 45;
const LONGEST_BY_WEEK = 200;

const DAY = 24 * 3600 * 1000;

/** The days from `since` to `until`, sliced by how many they are. Slices of a month make the period whole months. */
export function periodOf(since: string, until: string, today: string): Period {
  const days = daysBetween(since, until) + 1;
  if (days <= LONGEST_BY_DAY) return { since, until, slice: 'day' };
  if (days <= LONGEST_BY_WEEK) return { since, until, slice: 'week' };
  const end = endOfMonth(until);
  return { since: startOfMonth(since), until: end > today ? today : end, slice: 'month' };
}

/** The last so many days, today included. */
export function lastDays(count: number, today: string): Period {
  return periodOf(addDays(today, 1 - count), today, today);
}

/** So many months, the current one included as far as it has come. */
export function lastMonths(count: number, today: string): Period {
  return { since: addMonths(startOfMonth(today), 1 - count), until: today, slice: 'month' };
}

/** The period just before, of as many days, or as many months where the slices are months. */
export function previousPeriod({ since, until, slice }: Period): Period {
  if (slice === 'month') {
    const months = monthsBetween(since, until) + 1;
    return { since: addMonths(since, -months), until: addDays(since, -1), slice };
  }
  const days = daysBetween(since, until) + 1;
  return { since: addDays(since, -days), until: addDays(since, -1), slice };
}

/** Every slice of a period in order of time. */
export function spansOf({ since, until, slice }: Period): Span[] {
  const spans: Span[] = [];
  let key = startOf(since, slice);
  while (key <= until) {
    const end = endOf(key, slice);
    const from = key < since ? since : key;
    const to = end > until ? until : end;
    spans.push({ key, from, to, whole: from === key && to === end });
    key = addDays(end, 1);
  }
  return spans;
}

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && dayOf(date) === text;
}

export function daysBetween(from: string, to: string): number {
  return Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / DAY);
}

export function addDays(day: string, count: number): string {
  return dayOf(new Date(dateOf(day).getTime() + count * DAY));
}

function startOf(day: string, slice: Slice): string {
  if (slice === 'month') return startOfMonth(day);
  if (slice === 'day') return day;
  const sinceMonday = (dateOf(day).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}

function endOf(start: string, slice: Slice): string {
  if (slice === 'month') return endOfMonth(start);
  return slice === 'week' ? addDays(start, 6) : start;
}

function startOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

function endOfMonth(day: string): string {
  return addDays(addMonths(startOfMonth(day), 1), -1);
}

/** From the first of one month to the first of another. */
function addMonths(first: string, count: number): string {
  const date = dateOf(first);
  return dayOf(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1)));
}

function monthsBetween(from: string, to: string): number {
  const [a, b] = [dateOf(from), dateOf(to)];
  return 12 * (b.getUTCFullYear() - a.getUTCFullYear()) + b.getUTCMonth() - a.getUTCMonth();
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
