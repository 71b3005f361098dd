import { addDays, daysBetween } from '$lib/verbatims/period';

export const CADENCES = ['weekly', 'fortnightly', 'monthly', 'bimonthly', 'quarterly'] as const;
export type Cadence = (typeof CADENCES)[number];

/** When the rounds of a plan come. Days are written YYYY-MM-DD. */
export interface Rhythm {
  cadence: Cadence;
  /** The round that the others are counted from; null is `next_on`. */
  starts_on: string | null;
  /** The first round that has not been prepared yet. */
  next_on: string;
}

/** Days or months from one round to the next; `shortest` in days. */
const STEPS: Record<Cadence, { days?: number; months?: number; shortest: number }> = {
  weekly: { days: 7, shortest: 7 },
  fortnightly: { days: 14, shortest: 14 },
  monthly: { months: 1, shortest: 28 },
  bimonthly: { months: 2, shortest: 59 },
  quarterly: { months: 3, shortest: 89 }
};

/** The fewest days from one round to the next: a wave that is open longer would meet its successor. */
export function shortestGap(cadence: Cadence): number {
  return STEPS[cadence].shortest;
}

/** The first round after a day. A plan of the 31st opens on the last day of a shorter month, then on the 31st again. */
export function nextOpening(rhythm: Rhythm, after: string): string {
  const first = rhythm.starts_on ?? rhythm.next_on;
  const { days, months = 1 } = STEPS[rhythm.cadence];
  const gone = days ? daysBetween(first, after) / days : monthsBetween(first, after) / months;
  // One round early, because a month that is counted as begun may not have reached its day.
  for (let n = Math.max(0, Math.floor(gone) - 1); ; n++) {
    const day = days ? addDays(first, n * days) : addMonths(first, n * months);
    if (day > after) return day;
  }
}

/** The rounds of a plan from the next one to a day, that day included. */
export function comingRounds(rhythm: Rhythm, until: string): string[] {
  const days: string[] = [];
  for (let day = rhythm.next_on; day <= until; day = nextOpening(rhythm, day)) days.push(day);
  return days;
}

/** So many months later on the same day of the month, or on the last day of a shorter one. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  const then = new Date(Date.UTC(year, month - 1 + count, Math.min(date, lastDate)));
  return then.toISOString().slice(0, 10);
}

function monthsBetween(from: string, to: string): number {
  const [a, b] = [new Date(from), new Date(to)];
  return 12 * (b.getUTCFullYear() - a.getUTCFullYear()) + b.getUTCMonth() - a.getUTCMonth();
}
