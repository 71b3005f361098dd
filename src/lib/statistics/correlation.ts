import { probit, sampleRankCorrelation } from 'simple-statistics';
import { Z95, type Estimate } from './estimate';

/** The limits of a coefficient, in [-1, 1]. */
export interface Limits {
  low: number;
  high: number;
}

/**
 * The plain 95 % interval of a correlation: Fisher, Metron 1 (1921) 3-32, standard error 1 / sqrt(n - 3) of atanh r.
 *
 * @param r Pearson's coefficient, in [-1, 1]
 * @param n independent pairs; up to 3 nothing is known, and the limits are -1 and 1
 * @throws RangeError for a coefficient beyond 1
 */
export function fisher(r: number, n: number): Limits {
  return limits(r, n, 1);
}

/**
 * The same for a coefficient of ranks, which varies more: Bonett and Wright, Psychometrika 65 (2000) 23-28, variance
 * (1 + r^2 / 2) / (n - 3) of atanh r. It is the wider of the two. The known values one meets (r = .5, n = 8: -.32 to .89)
 * are of the plain one.
 *
 * @param r Spearman's coefficient, in [-1, 1]
 * @param n independent pairs, or how many they are worth: need not be a whole number
 * @throws RangeError for a coefficient beyond 1
 */
export function rankLimits(r: number, n: number): Limits {
  return limits(r, n, Math.sqrt(1 + r ** 2 / 2));
}

/**
 * Spearman's rank correlation, in [-1, 1], ties sharing the middle of their ranks, with its 95 % interval (rankLimits).
 * null below 4 pairs, and where one of the two never varies.
 *
 * @param pairs each [x, y]
 * @param effective how many independent pairs they are worth; all of them when left out
 */
export function spearman(
  pairs: readonly (readonly [number, number])[],
  effective = pairs.length
): Estimate | null {
  if (pairs.length < 4) return null;
  const value = sampleRankCorrelation(
    pairs.map(([x]) => x),
    pairs.map(([, y]) => y)
  );
  if (Number.isNaN(value)) return null;
  // Rounding errors take a perfect order past 1.
  const within = Math.max(-1, Math.min(1, value));
  return { value: within, ...rankLimits(within, effective), n: effective };
}

/**
 * How many independent pairs find a correlation as strong as r, at 5 % two-sided: from the standard error of atanh r.
 *
 * @param r in (-1, 1), of either sign; Infinity pairs for 0
 * @param power the probability to find it, in (0.5, 1)
 */
export function pairsFor(r: number, power = 0.8): number {
  return Math.ceil(((Z95 + probit(power)) / Math.atanh(r)) ** 2 + 3);
}

function limits(r: number, n: number, factor: number): Limits {
  if (!(Math.abs(r) <= 1)) throw new RangeError(`${r} is not a correlation`);
  if (!(n > 3)) return { low: -1, high: 1 };
  const margin = (Z95 * factor) / Math.sqrt(n - 3);
  return { low: Math.tanh(Math.atanh(r) - margin), high: Math.tanh(Math.atanh(r) + margin) };
}
