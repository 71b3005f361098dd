import { clusterLimits } from './bootstrap';
import { rankLimits, type Limits } from './correlation';
import type { Panel } from './panel';
import { coefficient, FEWEST, productsByUnit, SUMS, together } from './products';
import { ranked } from './ranked';

/** How strongly two measures go together at one lag, in periods: positive where y follows x. */
export interface LaggedCorrelation {
  lag: number;
  /** Spearman's coefficient of the residuals, in [-1, 1]; null below 4 effective pairs or where nothing varies. */
  value: number | null;
  /** Its 95 % limits; -1 and 1 where there is no coefficient. */
  low: number;
  high: number;
  /** Pairs of values there are at the lag. */
  pairs: number;
  /** How many independent pairs they are worth, in [0, pairs]; need not be a whole number. */
  effective: number;
}

/** Two units with their means of periods taken out are one the mirror of the other: drawn again they do not vary. */
const UNITS_TO_DRAW = 3;

/**
 * The correlation of a panel at every lag, in the order of the lags. Takes the panel as measured, and takes out what is
 * usual by itself (within.ts). Ranks are those among all residuals, so that a unit that moves more weighs more.
 *
 * The interval is the wider one of two: Fisher's for as many independent pairs as there are, and, from 3 units on, that of
 * units drawn again. In simulations of 3 to 30 units the first held 78 to 98 % of the time where the link differed between
 * units, of which it knows nothing, and the second 89 to 97 %, being narrow for few units; the wider one held 92 to 99 %.
 *
 * @param lags whole periods, each once
 * @param random draws in [0, 1), for the units
 * @throws RangeError when the two sides do not have the same units and periods
 */
export function laggedCorrelations(
  panel: Panel,
  lags: readonly number[],
  random: () => number
): LaggedCorrelation[] {
  const series = ranked(panel);
  const units = productsByUnit(series, lags);
  const sums = together(units, lags.length);
  const drawn = units.length < UNITS_TO_DRAW ? [] : clusterLimits(units, random);
  return lags.map((lag, at) => {
    const pairs = sums[at * SUMS]!;
    const effective = pairs * series.worth;
    const value = coefficient(sums, at * SUMS);
    if (Number.isNaN(value) || effective < FEWEST) {
      return { lag, value: null, low: -1, high: 1, pairs, effective };
    }
    return { lag, value, ...wider(rankLimits(value, effective), drawn[at]), pairs, effective };
  });
}

function wider(one: Limits, other: Limits = one): Limits {
  return { low: Math.min(one.low, other.low), high: Math.max(one.high, other.high) };
}
