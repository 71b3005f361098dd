import type { Panel } from './panel';

/** A series is never taken to remember all of its past: then no number of pairs would be worth one. */
const MOST = 0.99;

/**
 * How much neighbours in time resemble each other: the autocorrelation of one side of a panel, pooled over its units, in
 * [-0.99, 0.99]. Missing values are skipped; 0 where no two neighbours are known, or nothing varies.
 *
 * Taking the line out of a short series makes its neighbours look less alike, by about (2 + 4 rho) / n: after Marriott and
 * Pope, Biometrika 41 (1954) 390-402, and Kendall, ibid. 403-404, whose (1 + 3 rho) / n is for a mean. That is put back,
 * so that short series are not taken for more than they are.
 *
 * @param side after `within`
 * @param step how many periods neighbours are apart
 */
export function autocorrelation(side: Panel['x'], step = 1): number {
  let [values, squares, neighbours, products] = [0, 0, 0, 0];
  for (const row of side) {
    row.forEach((value, period) => {
      if (value === null) return;
      values += 1;
      squares += value ** 2;
      const next = row[period + step] ?? null;
      if (next === null) return;
      neighbours += 1;
      products += value * next;
    });
  }
  if (neighbours === 0 || squares === 0) return 0;
  const length = values / side.filter((row) => row.some((value) => value !== null)).length;
  const apparent = ((products / neighbours) * (1 - 1 / length)) / (squares / values);
  const put = length > 4 ? (length * apparent + 2) / (length - 4) : MOST;
  return Math.max(-MOST, Math.min(MOST, put));
}

/**
 * How many independent pairs would tell as much of the correlation of two series that are not related, in [0, pairs]:
 * Bartlett, Journal of the Royal Statistical Society 98 (1935) 536-543; for its use Pyper and Peterman, Canadian Journal
 * of Fisheries and Aquatic Sciences 55 (1998) 2127-2140. Holds for series whose memory fades by the same share from one
 * period to the next; a longer memory leaves fewer.
 *
 * @param pairs from 0
 * @param rx autocorrelation from each pair to the next of one series, and ry of the other, in (-1, 1)
 */
export function effectivePairs(pairs: number, rx: number, ry: number): number {
  return Math.max(0, Math.min(pairs, (pairs * (1 - rx * ry)) / (1 + rx * ry)));
}
