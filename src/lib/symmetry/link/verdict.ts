import { excludesZero } from '$lib/statistics/estimate';
import { DECIDED, EXPLORATORY, SMALLEST, type LagFigure, type Link, type Verdict } from './link';

/** The probability below which chance alone is not believed. */
const UNLIKELY = 0.05;

/**
 * What may be said of a link: handbook, figure 9. Pairs count as many as independent ones they are worth, at the lag
 * that has most of them.
 *
 * From DECIDED pairs a link is plausible when unrelated series rarely show one as strong at any lag and the interval of
 * the strongest leaves zero out. There is none to be seen when chance would do it and, at every lag, the interval leaves
 * no room for one of SMALLEST. All else is undetermined. A lag that would be plausible on fewer than DECIDED pairs of its
 * own is something to confirm: exploratory.
 */
export function verdictOf({ lags, strongest, p }: Pick<Link, 'lags' | 'strongest' | 'p'>): Verdict {
  const known = mostKnown(lags);
  if (!strongest || !known || known.effective < EXPLORATORY) return 'too-few';
  if (known.effective < DECIDED) return 'exploratory';
  if (isStriking({ strongest, p })) return strongest.effective < DECIDED ? 'exploratory' : 'plausible';
  return p !== null && p > UNLIKELY && lags.every(leavesNoRoom) ? 'none' : 'undetermined';
}

/** Whether the strongest correlation is hardly a matter of chance, with all the lags that were tried. */
export function isStriking({ strongest, p }: Pick<Link, 'strongest' | 'p'>): boolean {
  return strongest !== null && excludesZero(strongest) && p !== null && p <= UNLIKELY;
}

/** The lag with the most independent pairs, of several the one nearest to none. */
export function mostKnown(lags: readonly LagFigure[]): LagFigure | null {
  return [...lags].sort((a, b) => b.effective - a.effective || Math.abs(a.lag) - Math.abs(b.lag))[0] ?? null;
}

function leavesNoRoom({ value, low, high }: LagFigure): boolean {
  return value !== null && low > -SMALLEST && high < SMALLEST;
}
