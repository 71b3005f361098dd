import type { Ranked } from './ranked';

/** What a correlation is made of, in this order: pairs, sums of x, of y, of their squares, and of their products. */
export const SUMS = 6;

/** A coefficient of 1 would be infinitely many standard errors away from none. */
const NEARLY_ONE = 1 - 1e-9;

/** Fewer pairs than that say nothing at all: the standard error of atanh r is 1 / sqrt(pairs - 3). */
export const FEWEST = 4;

/** The sums of each unit that has a pair at any of the lags: those of all lags one after the other. */
export function productsByUnit(series: Ranked, lags: readonly number[]): Float64Array[] {
  const units = Array.from({ length: series.units }, (_, unit) => {
    const sums = new Float64Array(lags.length * SUMS);
    lags.forEach((lag, at) => addProducts(series, unit * series.periods, lag, sums, at * SUMS));
    return sums;
  });
  return units.filter((sums) => lags.some((_, at) => sums[at * SUMS]! > 0));
}

/** The sums of several units together. */
export function together(units: readonly Float64Array[], lags: number): Float64Array {
  const sums = new Float64Array(lags * SUMS);
  for (const unit of units) add(unit, sums);
  return sums;
}

/** Adds as many sums as there is room for, those of a unit from an offset on. */
export function add(unit: Float64Array, sums: Float64Array, offset = 0): void {
  for (let at = 0; at < sums.length; at += 1) sums[at] = sums[at]! + unit[offset + at]!;
}

/** Adds the sums of one unit, which begins at a start, at a lag to those at an offset. */
export function addProducts(
  { x, y, periods }: Pick<Ranked, 'x' | 'y' | 'periods'>,
  start: number,
  lag: number,
  into: Float64Array,
  offset: number
): void {
  // One by one: this is where the time of a permutation test goes, and taking a list apart costs.
  let pairs = 0;
  let sumX = 0;
  let sumY = 0;
  let squaresX = 0;
  let squaresY = 0;
  let products = 0;
  const until = start + Math.min(periods, periods - lag);
  for (let at = start + Math.max(0, -lag); at < until; at += 1) {
    const a = x[at]!;
    const b = y[at + lag]!;
    const product = a * b;
    // NaN, the one value that differs from itself, where one of the two is unknown.
    if (product !== product) continue;
    pairs += 1;
    sumX += a;
    sumY += b;
    squaresX += a * a;
    squaresY += b * b;
    products += product;
  }
  into[offset] = into[offset]! + pairs;
  into[offset + 1] = into[offset + 1]! + sumX;
  into[offset + 2] = into[offset + 2]! + sumY;
  into[offset + 3] = into[offset + 3]! + squaresX;
  into[offset + 4] = into[offset + 4]! + squaresY;
  into[offset + 5] = into[offset + 5]! + products;
}

/** The coefficient of correlation of the sums at an offset, in [-1, 1]; NaN where one of the two does not vary. */
export function coefficient(sums: Float64Array, offset: number): number {
  const pairs = sums[offset]!;
  const sumX = sums[offset + 1]!;
  const sumY = sums[offset + 2]!;
  const spreadX = sums[offset + 3]! - (sumX * sumX) / pairs;
  const spreadY = sums[offset + 4]! - (sumY * sumY) / pairs;
  // Ranks lie half a step apart: less than a trace of spread is none.
  if (!(spreadX > 1e-6 && spreadY > 1e-6)) return NaN;
  return Math.max(
    -1,
    Math.min(1, (sums[offset + 5]! - (sumX * sumY) / pairs) / Math.sqrt(spreadX * spreadY))
  );
}

/** Fisher's scale of a coefficient; finite for one of 1. */
export function atanhOf(r: number): number {
  return Math.atanh(Math.max(-NEARLY_ONE, Math.min(NEARLY_ONE, r)));
}

/** How many standard errors a coefficient is away from none, at least 0; NaN where too few pairs tell. */
export function standardErrors(r: number, effective: number): number {
  return effective >= FEWEST ? Math.abs(atanhOf(r)) * Math.sqrt(effective - 3) : NaN;
}
