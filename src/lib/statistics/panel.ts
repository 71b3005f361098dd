/**
 * Two measures of several units over the same periods: `x[unit][period]` and `y[unit][period]`, null where one is not
 * known. One unit is a pair of series.
 *
 * A lag of L sets x of a period beside y of L periods later: with a positive one y follows x, with a negative one x
 * follows y.
 */
export interface Panel {
  x: readonly (readonly (number | null)[])[];
  y: readonly (readonly (number | null)[])[];
}
