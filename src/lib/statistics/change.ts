import { Z95, type Estimate } from './estimate';
import { twoSidedP } from './normal';
import type { Difference } from './proportion';

/**
 * How much larger an estimate is now than before, in its own unit, with its 95 % interval and a p-value against no change.
 *
 * Square-and-add of the distances to the limits, which need not be symmetric: Zou and Donner, Statistics in Medicine 27
 * (2008) 1693-1702. Takes the two for independent; the same people asked twice change less by chance than it says.
 */
export function change(now: Estimate, before: Estimate): Difference {
  const value = now.value - before.value;
  const low = value - Math.hypot(now.value - now.low, before.high - before.value);
  const high = value + Math.hypot(now.high - now.value, before.value - before.low);
  const error = (value > 0 ? value - low : high - value) / Z95;
  return { value, low, high, p: error === 0 ? 1 : twoSidedP(value / error) };
}
