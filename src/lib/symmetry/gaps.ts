import type { Judged } from '$lib/statistics/comparisons';
import type { Overview, TeamLine } from './overview';

/** A team whose gap may be called one. */
interface GapLine extends TeamLine {
  gap: Judged;
}

export interface Gaps {
  /** Teams whose customers are above: the widest gap first. */
  customers: GapLine[];
  /** Teams that are above their customers. */
  employees: GapLine[];
  /** How many gaps were looked at together. */
  compared: number;
}

/** More in one direction are a list to work through, which the table is. */
const TOLD = 5;

/** The widest gaps in both directions, of those that are gaps with all the gaps that were looked at besides. */
export function biggestGaps({ teams, gaps }: Pick<Overview, 'teams' | 'gaps'>): Gaps {
  const called = teams
    .filter((line): line is GapLine => line.gap?.called === true)
    .sort((a, b) => Math.abs(b.gap.value) - Math.abs(a.gap.value));
  return {
    customers: called.filter(({ gap }) => gap.value > 0).slice(0, TOLD),
    employees: called.filter(({ gap }) => gap.value < 0).slice(0, TOLD),
    compared: gaps
  };
}
