import type { Estimate } from '$lib/statistics/estimate';
import { meanOfHundred, meanWithSpread, studentQuantile } from '$lib/statistics/mean';
import { nps } from '$lib/statistics/nps';
import type { Cell } from './cell';
import { OPTIONS, type Scale } from './question';

/**
 * The score of a cell with its 95 % interval: 0 to 100 for agreement, 100 (mean - 1) / 4, and for a guess, 10 mean;
 * -100 to 100 for recommendation, the eNPS.
 *
 * An interval needs to know how much answers differ. A small cell does not tell that of its own answers, because it
 * would give nearly all of them away; the spread of a wider cell, usually the company's, stands in for it. Without
 * one, the widest interval that answers on this scale could have.
 *
 * @param wider the same wave and question for more people
 */
export function scoreOf(cell: Tally, scale: Scale, wider?: Tally): Estimate {
  return scale === 'recommendation' ? recommendation(cell, wider) : mean(cell, scale, wider);
}

/** As much of a cell as its score is made of. */
type Tally = Pick<Cell, 'n' | 'total' | 'distribution'>;

/** The mean of the answers, mapped so that the lowest option is 0 and the highest 100. */
function mean({ n, total, distribution }: Tally, scale: Scale, wider?: Tally): Estimate {
  if (distribution) return meanOfHundred(sumsOf(distribution, scale))!;
  const value = stepOf(scale) * (total / n - OPTIONS[scale][0]!);
  const sums = wider?.distribution && sumsOf(wider.distribution, scale);
  const variance = sums ? Math.max(0, sums.sumOfSquares - sums.sum ** 2 / sums.n) / (sums.n - 1) : null;
  return meanWithSpread(value, n, variance);
}

function sumsOf(distribution: number[], scale: Scale) {
  const sums = { n: 0, sum: 0, sumOfSquares: 0 };
  distribution.forEach((count, index) => {
    const score = stepOf(scale) * index;
    sums.n += count;
    sums.sum += count * score;
    sums.sumOfSquares += count * score ** 2;
  });
  return sums;
}

/** How far one option is from the next, of 100: 25 for agreement, 10 for a guess. */
function stepOf(scale: Scale): number {
  return 100 / (OPTIONS[scale].length - 1);
}

function recommendation({ n, total, distribution }: Tally, wider?: Tally): Estimate {
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
 * How far the answers of one person to different questions of the levers go together, as a correlation. Which answers
 * are of one person is not kept, so it cannot be computed: twelve questions of this kind have .46 on average, from the
 * alpha of .91 in Harter, Schmidt and Hayes, Journal of Applied Psychology 87 (2002) 268-279.
 */
const ALIKE = 0.5;

/** The error of the mean of so many questions, as a share of the mean of their errors: 1 if all answers were alike. */
function shareOfError(questions: number): number {
  return Math.sqrt((1 + (questions - 1) * ALIKE) / questions);
}

/** The mean of several scores of the same people, such as the questions of a lever. */
export function together(scores: readonly Estimate[]): Estimate | null {
  if (scores.length === 0) return null;
  const mean = (of: (score: Estimate) => number) =>
    scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  const value = mean((score) => score.value);
  const share = shareOfError(scores.length);
  return {
    value,
    low: value - share * (value - mean(({ low }) => low)),
    high: value + share * (mean(({ high }) => high) - value),
    n: Math.min(...scores.map(({ n }) => n))
  };
}

/** Sums over the questions that waves asked on the levers: rows of the table `pulse_rollups`, which may be added up. */
export interface PulseSums {
  /** The fewest people who answered one of them. */
  n: number;
  questions: number;
  /** Of their scores, from 0 to 100 each. */
  score_sum: number;
  /** Of the standard errors of those. */
  error_sum: number;
}

/**
 * From so many people the spread of answers is known; who are fewer borrow that of the widest cell. Where even that is
 * smaller, which takes a company of fewer than so many, intervals are up to a tenth too short.
 */
const PEOPLE_BEHIND_SPREAD = 30;

/** EX: the mean of what was asked, from 0 to 100, with its 95 % interval, as `together` has it. */
export function exOf({ n, questions, score_sum, error_sum }: PulseSums): Estimate {
  const value = score_sum / questions;
  const error = (shareOfError(questions) * error_sum) / questions;
  const margin = studentQuantile(Math.max(n, PEOPLE_BEHIND_SPREAD) - 1) * error;
  return { value, low: Math.max(0, value - margin), high: Math.min(100, value + margin), n };
}
