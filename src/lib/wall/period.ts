import type { Settings } from '$lib/screens/settings';
import { SENTIMENTS, type Counts, type Period, type Share } from './card';

/** A share of fewer verbatims than this says nothing yet, so a longer period is taken: of 20, an NPS is 34 points wide either way. */
export const ENOUGH = 20;

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
 * The share of the period that was chosen; by itself, of the shortest that has enough verbatims, else of the longest.
 *
 * @param read the counts from one day to another, both included
 * @param today `YYYY-MM-DD`
 */
export async function readShare(
  read: (since: string, until: string) => Promise<Counts>,
  today: string,
  chosen: Settings['share'] = 'auto'
): Promise<Share> {
  let share: Share | undefined;
  for (const { period, days } of PERIODS) {
    if (chosen !== 'auto' && chosen !== period) continue;
    const counts = await read(addDays(today, 1 - days), today);
    share = { period, counts, n: SENTIMENTS.reduce((sum, sentiment) => sum + counts[sentiment], 0) };
    if (share.n >= ENOUGH) break;
  }
  return share as Share;
}

/** The day it is, `YYYY-MM-DD`. @param now milliseconds since 1970 */
export function dayOf(now: number): string {
  const parts = calendar.formatToParts(now);
  return ['year', 'month', 'day']
    .map((type) => parts.filter((part) => part.type === type)[0]?.value)
    .join('-');
}
// Part by part, because engines of TVs neither know styles of dates nor agree on how a country writes them.
const calendar = new Intl.DateTimeFormat('en', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit'
});

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
