import type { Estimate } from '$lib/statistics/estimate';
import { meanOfHundred, meanWithSpread } from '$lib/statistics/mean';
import { nps } from '$lib/statistics/nps';
import type { Cell } from './cell';
import type { Scale } from './question';

/**
 * The score of a cell with its 95 % interval: 0 to 100 for agreement, 100 (mean - 1) / 4; -100 to 100 for
 * recommendation, the eNPS.
 *
 * An interval needs to know how much answers differ. A small cell does not tell that of its own answers, because it
 * would give nearly all of them away; the spread of a wider cell, usually the company's, stands in for it. Without
 * one, the widest interval that answers on this scale could have.
 *
 * @param wider the same wave and question for more people
 */
export function scoreOf(cell: Cell, scale: Scale, wider?: Cell): Estimate {
  return scale === 'agreement' ? agreement(cell, wider) : recommendation(cell, wider);
}

function agreement({ n, total, distribution }: Cell, wider?: Cell): Estimate {
  if (distribution) return meanOfHundred(sumsOf(distribution))!;
  const value = 25 * (total / n - 1);
  const sums = wider?.distribution && sumsOf(wider.distribution);
  const variance = sums ? Math.max(0, sums.sumOfSquares - sums.sum ** 2 / sums.n) / (sums.n - 1) : null;
  return meanWithSpread(value, n, variance);
}

function sumsOf(distribution: number[]) {
  const sums = { n: 0, sum: 0, sumOfSquares: 0 };
  distribution.forEach((count, index) => {
    sums.n += count;
    sums.sum += count * 25 * index;
    sums.sumOfSquares += count * (25 * index) ** 2;
  });
  return sums;
}

function recommendation({ n, total, distribution }: Cell, wider?: Cell): Estimate {
  const balance = total / n;
  const passives = passiveShare(distribution ?? wider?.distribution ?? null);
  const decided = distribution ? 1 - passives : Math.max(Math.abs(balance), 1 - passives);
  // Shares of n that need not be whole people: only the interval depends on them.
  const promoters = Math.max(0, (n * (decided + balance)) / 2);
  const detractors = Math.max(0, Math.min((n * (decided - balance)) / 2, n - promoters));
  return nps({ promoters, detractors, n })!;
}

/** None when nobody knows: that is the widest interval. */
function passiveShare(distribution: number[] | null): number {
  if (!distribution) return 0;
  const n = distribution.reduce((sum, count) => sum + count, 0);
  return ((distribution[7] ?? 0) + (distribution[8] ?? 0)) / n;
}

/**
 * The mean of several scores of the same people, such as the questions of a lever. Their answers go together to an
 * unknown degree, so the interval is the one of answers that go together entirely, which is the widest.
 */
export function together(scores: readonly Estimate[]): Estimate | null {
  if (scores.length === 0) return null;
  const mean = (of: (score: Estimate) => number) =>
    scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  return {
    value: mean(({ value }) => value),
    low: mean(({ low }) => low),
    high: mean(({ high }) => high),
    n: Math.min(...scores.map(({ n }) => n))
  };
}
