import type { Dot } from './link';
import { pairsAt, type TeamPanel } from './panel';

/** More would cover each other, and weigh more than the rest of the page. */
const MOST_DOTS = 400;

/** The pairs of a panel at a lag, by time and then by team. */
export function dotsAt(panel: TeamPanel, lag: number): Dot[] {
  return pairsAt(panel, lag).map(({ row, column }) => ({
    ex: panel.x[row]?.[column] ?? 0,
    cx: panel.y[row]?.[column + lag] ?? 0,
    team: panel.teams[row] ?? '',
    span: panel.spans[column] ?? null
  }));
}

/** At most so many of them, at even distances, the first among them. */
export function evenly<T>(all: readonly T[], most = MOST_DOTS): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)] as T);
}
