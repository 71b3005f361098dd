import type { Estimate } from '../statistics/estimate';
import { difference, proportion, type Difference } from '../statistics/proportion';

/** Sums over verbatims, as the rollups keep them; ratings are mapped to 0-100. */
export interface Counts {
  n: number;
  positive: number;
  neutral: number;
  negative: number;
  rated: number;
  rating_sum: number;
  rating_squares: number;
  nps_rated: number;
  promoters: number;
  detractors: number;
}

/** One line of what the database counted: over everything, or over one slice of time, team or step. */
export interface CountRow extends Counts {
  grouped_by: 'all' | 'slice' | 'team' | 'step';
  starts_on: string | null;
  team_id: string | null;
  step_id: string | null;
}

/** Below so many verbatims a share is not shown: its interval would span more than half of the scale. */
export const LEAST = 5;

export const NOTHING: Counts = {
  n: 0,
  positive: 0,
  neutral: 0,
  negative: 0,
  rated: 0,
  rating_sum: 0,
  rating_squares: 0,
  nps_rated: 0,
  promoters: 0,
  detractors: 0
};

/** Adds counts of different verbatims up. */
export function sum(rows: readonly Counts[]): Counts {
  const total = { ...NOTHING };
  // Field by field, because going through their names takes ten times as long, and pages add up tens of thousands.
  for (const row of rows) {
    total.n += row.n;
    total.positive += row.positive;
    total.neutral += row.neutral;
    total.negative += row.negative;
    total.rated += row.rated;
    total.rating_sum += row.rating_sum;
    total.rating_squares += row.rating_squares;
    total.nps_rated += row.nps_rated;
    total.promoters += row.promoters;
    total.detractors += row.detractors;
  }
  return total;
}

/** The share positive with its interval; null for fewer than LEAST verbatims. */
export function shareOf({ n, positive }: Pick<Counts, 'n' | 'positive'>): Estimate | null {
  return n < LEAST ? null : proportion({ hits: positive, n });
}

/** How the share positive moved; null where either side has fewer than LEAST verbatims. */
export function changeOf(now: Counts, before: Counts): Difference | null {
  if (now.n < LEAST || before.n < LEAST) return null;
  return difference({ hits: now.positive, n: now.n }, { hits: before.positive, n: before.n });
}
