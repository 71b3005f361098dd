import { autocorrelation, effectivePairs } from './autocorrelation';
import { keptByRotation } from './circle';
import type { Panel } from './panel';
import { freedomOf, within } from './within';

/**
 * What is left of a panel when the usual is out, as ranks around zero: units that have both sides one after the other, each
 * with all periods, NaN where unknown.
 */
export interface Ranked {
  units: number;
  periods: number;
  x: Float64Array;
  y: Float64Array;
  /** How many independent pairs each pair is worth, in [0, 1]. */
  worth: number;
  /** How much of its variance a correlation of unrelated series keeps when y is rotated, in [0, 1]. */
  keptByRotation: number;
}

/**
 * Takes out what is usual (`within`), and ranks the rest over all units and periods; ties share the middle of their ranks.
 *
 * @param panel as measured
 */
export function ranked(panel: Panel): Ranked {
  const residuals = takingPart(within(panel));
  const [x, y] = [ranksOf(residuals.x), ranksOf(residuals.y)];
  const step = usualStep(residuals);
  const [forX, forY] = [freedomOf(residuals.x), freedomOf(residuals.y)];
  const [rx, ry] = [autocorrelation(x, step), autocorrelation(y, step)];
  const known = Math.max(...[x, y].map((side) => side.flat().filter((value) => value !== null).length));
  return {
    units: x.length,
    periods: x[0]?.length ?? 0,
    x: flat(x),
    y: flat(y),
    worth: effectivePairs(1, rx, ry) * Math.min(forX.share, forY.share),
    // Rotated values are no longer what their period leaves: with its mean taken out they would vary less by that much.
    keptByRotation:
      Math.min(forX.besidePeriods, forY.besidePeriods) *
      keptByRotation(rx, ry, Math.round(known / x.length / step))
  };
}

function takingPart({ x, y }: Panel): Panel {
  const both = x.map((row, unit) =>
    [row, y[unit]!].every((values) => values.some((value) => value !== null))
  );
  return { x: x.filter((_, unit) => both[unit]), y: y.filter((_, unit) => both[unit]) };
}

function ranksOf(side: Panel['x']): (number | null)[][] {
  const known = side.flatMap((row) => row.filter((value) => value !== null)).sort((a, b) => a - b);
  const ranks = new Map<number, number>();
  for (let first = 0; first < known.length;) {
    let next = first + 1;
    while (known[next] === known[first]) next += 1;
    ranks.set(known[first]!, (first + next - known.length) / 2);
    first = next;
  }
  return side.map((row) => row.map((value) => (value === null ? null : ranks.get(value)!)));
}

/** How many periods most pairs are from the next one of their unit: 3 where one side is asked each quarter of months. */
function usualStep({ x, y }: Panel): number {
  const steps: number[] = [];
  x.forEach((row, unit) => {
    let last: number | undefined;
    row.forEach((value, period) => {
      if (value === null || (y[unit]![period] ?? null) === null) return;
      if (last !== undefined) steps[period - last] = (steps[period - last] ?? 0) + 1;
      last = period;
    });
  });
  return Math.max(
    1,
    steps.reduce((best, count, step) => (count > (steps[best] ?? 0) ? step : best), 1)
  );
}

function flat(side: Panel['x']): Float64Array {
  return Float64Array.from(side.flatMap((row) => row.map((value) => value ?? NaN)));
}
