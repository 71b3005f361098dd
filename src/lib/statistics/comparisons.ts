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
