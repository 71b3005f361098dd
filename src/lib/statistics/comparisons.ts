import { excludesZero } from './estimate';
import type { Difference } from './proportion';

/** A difference, and whether it may be called one with all the differences that were looked at besides. */
export interface Judged extends Difference {
  called: boolean;
}

/** The share of false alarms tolerated among the differences that are called changes. */
const FALSE_DISCOVERY_RATE = 0.05;

/**
 * Which of several comparisons, made at once, may be called different from zero: one answer per p-value, in their order.
 *
 * Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995) 289-300: with the p-values in
 * ascending order, all up to the last p(k) <= rate x k / number of comparisons.
 */
export function discoveries(pValues: number[], rate = FALSE_DISCOVERY_RATE): boolean[] {
  const ascending = [...pValues].sort((a, b) => a - b);
  const last = ascending.findLastIndex((p, i) => p <= (rate * (i + 1)) / ascending.length);
  const limit = ascending[last];
  return pValues.map((p) => limit !== undefined && p <= limit);
}

/**
 * Which of several differences, looked at together, may be called so: the interval of each leaves zero out, and it is
 * among the discoveries. Those that could not be computed are null, and count for nothing.
 */
export function judge<T extends Difference>(differences: readonly (T | null)[]): ((T & Judged) | null)[] {
  const found = discoveries(differences.flatMap((each) => each?.p ?? [])).values();
  return differences.map((each) => {
    if (!each) return null;
    const isFound = found.next().value === true;
    return { ...each, called: isFound && excludesZero(each) };
  });
}
