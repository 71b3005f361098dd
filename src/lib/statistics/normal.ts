/**
 * The probability, in [0, 1], that a standard normal variable lies at least as far from zero as z.
 *
 * Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 7.1.26: off by less than 1.5e-7.
 */
export function twoSidedP(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592];
  return Math.min(1, series.reduce((sum, factor) => sum * t + factor, 0) * t * Math.exp(-x * x));
}
