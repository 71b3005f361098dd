import type { Estimate } from './estimate';

/**
 * The harmonic mean of two independent estimates in [0, 100], with its 95 % interval: high only when both are.
 *
 * 2ab / (a + b), and 0 when both are 0. The distance of each estimate to its limits is carried through the slope of the
 * mean there, and both are squared and added: the delta method with limits that need not be symmetric, after Zou and
 * Donner, Statistics in Medicine 27 (2008) 1693-1702. n is the smaller of the two.
 *
 * @throws RangeError for an estimate that is negative
 */
export function harmonic(a: Estimate, b: Estimate): Estimate {
  if (a.value < 0 || b.value < 0) throw new RangeError('A harmonic mean takes no negative value');
  const n = Math.min(a.n, b.n);
  const total = a.value + b.value;
  if (total === 0) return { value: 0, low: 0, high: Math.min(a.high, b.high), n };
  const value = (2 * a.value * b.value) / total;
  const [slopeA, slopeB] = [2 * (b.value / total) ** 2, 2 * (a.value / total) ** 2];
  const low = value - Math.hypot(slopeA * (a.value - a.low), slopeB * (b.value - b.low));
  const high = value + Math.hypot(slopeA * (a.high - a.value), slopeB * (b.high - b.value));
  return { value, low: Math.max(0, low), high: Math.min(100, high), n };
}
