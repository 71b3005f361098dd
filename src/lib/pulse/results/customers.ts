import { change } from '../../statistics/change';
import { meanWithSpread } from '../../statistics/mean';
import { excludesZero, type Estimate } from '../../statistics/estimate';
import { LEAST, sum, type Counts } from '../../verbatims/counts';
import { experienceOf, kindOf, varianceOf, type Kind } from '../../verbatims/experience';
import { addDays, type Period } from '../../verbatims/period';
import type { Judged } from '../../statistics/comparisons';

/** What the customers of a team say beside it, on the same scale from 0 to 100. */
export interface Customers {
  kind: Kind;
  /** CX; null for too few verbatims. */
  score: Estimate | null;
  /** Against the period before, made of the same; null where either has too few. */
  change: Judged | null;
}

/** A season of customers: shorter, and a shop has too few of them; longer, and a change comes late. */
const DAYS = 90;

/** The customers' side of counts of verbatims: the mean rating where there are ratings, else the balance of sentiments. */
export function customersOf(now: Counts, before: Counts): Customers {
  const kind = kindOf(now);
  const score = experienceOf(now, kind);
  const [after, earlier] = kind === 'rating' ? alikeSpread(now, before) : [score, experienceOf(before, kind)];
  const moved = after && earlier && change(after, earlier);
  return { kind, score, change: moved && { ...moved, called: excludesZero(moved) } };
}

/**
 * Both mean ratings with the spread of all ratings together. A handful of customers who happen to agree would
 * otherwise look certain, and any other handful a change.
 */
function alikeSpread(now: Counts, before: Counts): [Estimate | null, Estimate | null] {
  const variance = varianceOf(sum([now, before]));
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
