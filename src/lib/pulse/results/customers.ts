import { change } from '../../statistics/change';
import { excludesZero, type Estimate } from '../../statistics/estimate';
import { meanOfHundred, meanWithSpread } from '../../statistics/mean';
import { nps } from '../../statistics/nps';
import { LEAST, type Counts } from '../../verbatims/counts';
import { addDays, type Period } from '../../verbatims/period';
import type { Judged } from './levers';

/** What the customers of a team say beside it, on the same scale from 0 to 100. */
export interface Customers {
  /** What the score is made of: ratings, or where there are none the share positive minus the share negative. */
  kind: 'rating' | 'balance';
  /** CX; null for too few verbatims. */
  score: Estimate | null;
  /** Against the period before, made of the same; null where either has too few. */
  change: Judged | null;
}

/** A season of customers: shorter, and a shop has too few of them; longer, and a change comes late. */
const DAYS = 90;

/** The customers' side of counts of verbatims: the mean rating where there are ratings, else the balance of sentiments. */
export function customersOf(now: Counts, before: Counts): Customers {
  const kind = now.rated >= LEAST ? 'rating' : 'balance';
  const score = SCORES[kind](now);
  const [after, earlier] = kind === 'rating' ? alikeSpread(now, before) : [score, SCORES[kind](before)];
  const moved = after && earlier && change(after, earlier);
  return { kind, score, change: moved && { ...moved, called: excludesZero(moved) } };
}

/**
 * Both mean ratings with the spread of all ratings together. A handful of customers who happen to agree would
 * otherwise look certain, and any other handful a change.
 */
function alikeSpread(now: Counts, before: Counts): [Estimate | null, Estimate | null] {
  const [n, total, squares] = [
    now.rated + before.rated,
    now.rating_sum + before.rating_sum,
    now.rating_squares + before.rating_squares
  ];
  const variance = n > 1 ? Math.max(0, squares - total ** 2 / n) / (n - 1) : null;
  const scoreOf = ({ rated, rating_sum }: Counts) =>
    rated < LEAST ? null : meanWithSpread(rating_sum / rated, rated, variance);
  return [scoreOf(now), scoreOf(before)];
}

/**
 * The days whose customers stand beside a wave, up to its close, and those they are compared with: as many up to the
 * close of an earlier wave, or just before where that would count customers twice.
 *
 * @param close YYYY-MM-DD
 * @param earlier YYYY-MM-DD, the close of the wave that the employees are compared with, if any
 */
export function daysBeside(close: string, earlier: string | null): { now: Period; before: Period } {
  const since = addDays(close, 1 - DAYS);
  const dayBefore = addDays(since, -1);
  const until = earlier !== null && earlier < dayBefore ? earlier : dayBefore;
  return {
    now: { since, until: close, slice: 'week' },
    before: { since: addDays(until, 1 - DAYS), until, slice: 'week' }
  };
}

/**
 * How many of so few verbatims are to be positive, neutral and negative for their mix to be that of all: by largest
 * remainder, after Hamilton.
 */
export function trueMix(counts: Sentiments, room: number): Sentiments {
  const total = counts.positive + counts.neutral + counts.negative;
  const mix: Sentiments = { positive: 0, neutral: 0, negative: 0 };
  if (total === 0) return mix;
  const exact = (sentiment: keyof Sentiments) => (room * counts[sentiment]) / total;
  const names = ['positive', 'neutral', 'negative'] as const;
  for (const name of names) mix[name] = Math.floor(exact(name));
  const byRemainder = [...names].sort((a, b) => exact(b) - mix[b] - (exact(a) - mix[a]));
  const left = room - mix.positive - mix.neutral - mix.negative;
  for (const name of byRemainder.slice(0, left)) mix[name] += 1;
  return mix;
}

type Sentiments = Pick<Counts, 'positive' | 'neutral' | 'negative'>;

const SCORES = {
  rating: ({ rated, rating_sum, rating_squares }: Counts) =>
    rated < LEAST ? null : meanOfHundred({ n: rated, sum: rating_sum, sumOfSquares: rating_squares }),
  balance: (counts: Counts) => (counts.n < LEAST ? null : halved(nps(sidesOf(counts))))
};

function sidesOf({ positive, negative, n }: Counts) {
  return { promoters: positive, detractors: negative, n };
}

/** From -100 to 100 onto 0 to 100. */
function halved(balance: Estimate | null): Estimate | null {
  if (!balance) return null;
  const onto = (value: number) => (value + 100) / 2;
  return { value: onto(balance.value), low: onto(balance.low), high: onto(balance.high), n: balance.n };
}
