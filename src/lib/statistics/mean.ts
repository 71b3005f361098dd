import { Z95, type Estimate } from './estimate';
import { proportion } from './proportion';

/** What a mean and its interval need of the values, none of which is kept. */
export interface Sums {
  n: number;
  sum: number;
  sumOfSquares: number;
}

/**
 * The mean of values that lie between 0 and 100, with its 95 % interval; null when there is none.
 *
 * Student's interval, kept within 0 and 100. Values that are all alike say nothing of their spread: they get the
 * Wilson interval of the mean as a share, which no spread of values between two bounds exceeds.
 */
export function meanOfHundred({ n, sum, sumOfSquares }: Sums): Estimate | null {
  if (n === 0) return null;
  const value = Math.min(100, Math.max(0, sum / n));
  const squares = Math.max(0, sumOfSquares - n * value ** 2);
  // Sums of rounded values leave a trace of spread where there is none.
  if (n === 1 || squares < 1e-6 * n) return widest(value, n);
  const margin = studentQuantile(n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { value, low: Math.max(0, value - margin), high: Math.min(100, value + margin), n };
}

/**
 * The same for values whose own spread is not known, from the variance of a wider group; without one, the widest interval.
 *
 * @param value the mean, in [0, 100]
 * @param variance of single values, in points squared
 */
export function meanWithSpread(value: number, n: number, variance: number | null): Estimate {
  if (variance === null || variance < 1e-6) return widest(value, n);
  const margin = studentQuantile(Math.max(1, n - 1)) * Math.sqrt(variance / n);
  return { value, low: Math.max(0, value - margin), high: Math.min(100, value + margin), n };
}

function widest(value: number, n: number): Estimate {
  const share = proportion({ hits: (value / 100) * n, n });
  return { value, low: 100 * (share?.low ?? 0), high: 100 * (share?.high ?? 1), n };
}

/**
 * The two-sided 95 % point of Student's t.
 *
 * Abramowitz and Stegun (1964), 26.7.5: within 0.001 from 4 degrees of freedom on; 1 to 3 are from the tables.
 */
export function studentQuantile(degrees: number): number {
  const tabled = [12.7062, 4.3027, 3.1824][degrees - 1];
  if (tabled !== undefined) return tabled;
  const z = Z95;
  return (
    z +
    (z ** 3 + z) / (4 * degrees) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92160 * degrees ** 4)
  );
}
