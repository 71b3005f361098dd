import type { Estimate } from '$lib/statistics/estimate';

/** One figure of the scene `numbers`, with its n and its interval where it has one. Published or counted, never of a few. */
export type Figure = {
  id: string;
  /** Whose side it is on: customers stand left or on top, employees right or below. */
  side: 'customers' | 'employees';
  /** Null for the whole company. */
  team: string | null;
  /** First and last day it speaks of, YYYY-MM-DD. */
  days: [string, string];
} & (
  | { kind: 'cx'; score: Estimate; measure: 'ratings' | 'sentiment' }
  | { kind: 'nps'; score: Estimate }
  /** Percent of negatives that have an answer or an owner. */
  | { kind: 'answered'; share: Estimate }
  | { kind: 'ex'; score: Estimate }
  | { kind: 'enps'; score: Estimate }
  /** Rounded to 5. */
  | { kind: 'participation'; percent: number }
);
