import { addDays } from '$lib/verbatims/period';
import { addMonths, lastDay, type Month, type Span } from './month';

/** A month is closed so many days after its end: until then what arrives late still counts. */
export const DAYS_OF_GRACE = 7;

/** The day on which a month is closed by itself, YYYY-MM-DD. */
export function closingDay(month: Month): string {
  return addDays(lastDay(month), DAYS_OF_GRACE);
}

/**
 * The months of a span whose figures still move. One whose day has passed without a verbatim is not among them: nothing
 * is provisional about it.
 *
 * @param isClosed whether a month is closed already
 * @param today YYYY-MM-DD
 */
export function provisionalMonths(
  { since, until }: Span,
  isClosed: (month: Month) => boolean,
  today: string
): Month[] {
  const months: Month[] = [];
  for (let month = since; month <= until; month = addMonths(month, 1))
    if (!isClosed(month) && closingDay(month) >= today) months.push(month);
  return months;
}

/** Months in order of time as the spans that they make without a gap. */
export function runsOf(months: readonly Month[]): Span[] {
  const runs: Span[] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last && addMonths(last.until, 1) === month) last.until = month;
    else runs.push({ since: month, until: month });
  }
  return runs;
}
