import type { Counts, Period, Share } from './card';
import { SENTIMENTS } from './card';

/** A share of fewer verbatims than this says nothing yet, so a longer period is taken. */
const ENOUGH = 20;

/** From the shortest to the longest; today counts as a day. */
const PERIODS: { period: Period; days: number }[] = [
  { period: 'today', days: 1 },
  { period: 'week', days: 7 },
  { period: 'month', days: 30 },
  { period: 'year', days: 365 }
];

/** Days of verbatims begin and end as in the database, wherever the server or the screen stands. */
export const ZONE = 'Europe/Paris';

/**
 * The share of the shortest period that has enough verbatims, else of the longest.
 *
 * @param read the counts from one day to another, both included
 * @param today `YYYY-MM-DD`
 */
export async function readShare(
  read: (since: string, until: string) => Promise<Counts>,
  today: string
): Promise<Share> {
  let share: Share | undefined;
  for (const { period, days } of PERIODS) {
    const counts = await read(addDays(today, 1 - days), today);
    share = { period, counts, n: SENTIMENTS.reduce((sum, sentiment) => sum + counts[sentiment], 0) };
    if (share.n >= ENOUGH) break;
  }
  return share as Share;
}

/** The day it is, `YYYY-MM-DD`. @param now milliseconds since 1970 */
export function dayOf(now: number): string {
  return calendar.format(now);
}
// Canada writes its dates the way computers do.
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' });

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Whole percents that add up to 100, by largest remainder: three rounded figures under one bar must not make 101.
 * All zero when there is nothing to share.
 */
export function percentages(counts: Counts): Counts {
  const n = SENTIMENTS.reduce((sum, sentiment) => sum + counts[sentiment], 0);
  const percents: Counts = { positive: 0, neutral: 0, negative: 0 };
  if (n === 0) return percents;
  const remainder = (sentiment: keyof Counts) => ((counts[sentiment] * 100) / n) % 1;
  for (const sentiment of SENTIMENTS) percents[sentiment] = Math.floor((counts[sentiment] * 100) / n);
  const missing = 100 - SENTIMENTS.reduce((sum, sentiment) => sum + percents[sentiment], 0);
  for (const sentiment of [...SENTIMENTS].sort((a, b) => remainder(b) - remainder(a)).slice(0, missing)) {
    percents[sentiment] += 1;
  }
  return percents;
}
