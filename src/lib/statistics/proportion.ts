import { Z95, type Estimate } from './estimate';
import { twoSidedP } from './normal';

/** So many out of so many. */
export interface Tally {
  hits: number;
  n: number;
}

/** The difference of two proportions, with its 95 % interval and the p-value against no difference. */
export interface Difference {
  value: number;
  low: number;
  high: number;
  p: number;
}

/**
 * A proportion and its 95 % interval, all in [0, 1]; null when nothing was counted.
 *
 * Wilson, JASA 22 (1927): unlike the textbook interval it stays within 0 and 1 and holds for a handful of answers.
 *
 * @throws RangeError when hits is not between 0 and n
 */
export function proportion({ hits, n }: Tally): Estimate | null {
  if (!(hits >= 0 && hits <= n)) throw new RangeError(`${hits} of ${n} is not a proportion`);
  if (n === 0) return null;
  const value = hits / n;
  const centre = value + Z95 ** 2 / (2 * n);
  const spread = Z95 * Math.sqrt((value * (1 - value)) / n + Z95 ** 2 / (4 * n ** 2));
  const scale = 1 + Z95 ** 2 / n;
  // At 0 and at n the formula gives 0 and 1 but for rounding errors.
  const low = hits === 0 ? 0 : (centre - spread) / scale;
  const high = hits === n ? 1 : (centre + spread) / scale;
  return { value, low, high, n };
}

/**
 * How much larger the proportion is now than before, in [-1, 1]; null when one of the two counted nothing.
 *
 * Interval: Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10, from the two Wilson intervals.
 * p-value: the two-sided test of two proportions with the pooled variance, for use with several comparisons at once.
 */
export function difference(now: Tally, before: Tally): Difference | null {
  const a = proportion(now);
  const b = proportion(before);
  if (!a || !b) return null;
  const value = a.value - b.value;
  const low = value - Math.hypot(a.value - a.low, b.high - b.value);
  const high = value + Math.hypot(a.high - a.value, b.value - b.low);
  const pooled = (now.hits + before.hits) / (now.n + before.n);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / now.n + 1 / before.n));
  return { value, low, high, p: error === 0 ? 1 : twoSidedP(value / error) };
}
