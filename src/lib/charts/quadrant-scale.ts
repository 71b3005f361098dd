import { integer } from '$lib/i18n/format';
import type { Estimate } from '$lib/statistics/estimate';

interface Sides {
  cx: Estimate;
  ex: Estimate;
}

/** With more points than this, intervals are drawn of the one that is pointed at alone. */
export const CROWD = 60;

/** The least that is shown of the scale, in points: closer, noise would look like distance. */
const LEAST = 40;

/** Between a cut and the edge, in points: a quadrant that cannot be seen would be forgotten. */
const BESIDE_CUT = 10;

/**
 * The part of the scale from 0 to 100 that holds all points, in whole tens. It is one for both axes: a point of CX is
 * as long as a point of EX, and equal sides lie on the diagonal.
 *
 * @returns its two ends; for a few points their intervals lie within, for a crowd at least the points
 */
export function windowOf(points: Sides[], cuts: { cx: number; ex: number }): { min: number; max: number } {
  const reach = points.flatMap(({ cx, ex }) =>
    points.length > CROWD ? [cx.value, ex.value] : [cx.low, cx.high, ex.low, ex.high]
  );
  const around = [cuts.cx, cuts.ex].flatMap((cut) => [cut - BESIDE_CUT, cut + BESIDE_CUT]);
  const whole = [...reach, ...around];
  const min = Math.max(0, 10 * Math.floor(smallest(whole) / 10));
  const max = Math.min(100, 10 * Math.ceil(largest(whole) / 10));
  const lacking = Math.max(0, LEAST - (max - min));
  const below = Math.min(min, 10 * Math.ceil(lacking / 20));
  const above = Math.min(100 - max, lacking - below);
  return { min: min - (lacking - above), max: max + above };
}

/**
 * How far from a cut a team of usual precision is undetermined: the median half-interval of the teams, in points.
 *
 * @returns 0 without teams
 */
export function bandOf(estimates: Pick<Estimate, 'low' | 'high'>[]): number {
  const halves = estimates.map(({ low, high }) => (high - low) / 2).sort((a, b) => a - b);
  const middle = Math.floor(halves.length / 2);
  const [under = 0, over = 0] = [halves[Math.ceil(halves.length / 2) - 1], halves[middle]];
  return (under + over) / 2;
}

/** Of each quadrant of a crowd, so many teams are named. */
const EXTREMES = 3;

/**
 * Which points are named: all of a few; of a crowd those farthest from the cuts that are surely beyond them. The
 * farthest of all would be the smallest teams, whose figures chance throws about most.
 *
 * @returns their places in the list
 */
export function extremesOf(
  points: (Sides & { position: string })[],
  cuts: { cx: number; ex: number }
): number[] {
  const all = points.map((_, i) => i);
  if (points.length <= CROWD) return all;
  const far = (i: number) =>
    Math.hypot((points[i]?.cx.value ?? 0) - cuts.cx, (points[i]?.ex.value ?? 0) - cuts.ex);
  const farthest = all.filter((i) => points[i]?.position !== 'undetermined').sort((a, b) => far(b) - far(a));
  const seen = new Map<string, number>();
  return farthest.filter((i) => {
    const position = points[i]?.position ?? '';
    seen.set(position, (seen.get(position) ?? 0) + 1);
    return (seen.get(position) ?? 0) <= EXTREMES;
  });
}

/** "6–240", or "12" where all are the same; '' for none. */
export function rangeOf(values: number[]): string {
  if (values.length === 0) return '';
  const [least, most] = [smallest(values), largest(values)].map((value) => integer(value));
  return least === most ? `${least}` : `${least}–${most}`;
}

// Spread into arguments, thousands of numbers would overflow the stack.
function smallest(values: number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function largest(values: number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}
