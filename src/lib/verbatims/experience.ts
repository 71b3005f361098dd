import { type Estimate } from '../statistics/estimate';
import { meanOfHundred, meanWithSpread } from '../statistics/mean';
import { nps } from '../statistics/nps';
import { LEAST, type Counts } from './counts';

/** What CX is made of: ratings, or where there are none the share positive minus the share negative. */
export type Kind = 'rating' | 'balance';

/** From so many ratings on their own spread is known well enough; below, it is borrowed where it can be. */
const ENOUGH_FOR_SPREAD = 30;

/** Ratings where there are enough of them, else sentiments. */
export function kindOf({ rated }: Pick<Counts, 'rated'>): Kind {
  return rated >= LEAST ? 'rating' : 'balance';
}

/**
 * CX with its 95 % interval, in [0, 100]; null for fewer than LEAST verbatims of this kind.
 *
 * A rating is mapped onto 0 to 100, a balance of sentiments from -100..100 onto 0..100, as the NPS.
 *
 * @param wider more ratings whose spread stands in for that of a handful, which may agree by chance
 */
export function experienceOf(counts: Counts, kind: Kind, wider?: Counts): Estimate | null {
  return kind === 'rating' ? rated(counts, wider) : balance(counts);
}

function rated({ rated: n, rating_sum, rating_squares }: Counts, wider?: Counts): Estimate | null {
  if (n < LEAST) return null;
  if (wider && wider.rated > n && n < ENOUGH_FOR_SPREAD)
    return meanWithSpread(rating_sum / n, n, varianceOf(wider));
  return meanOfHundred({ n, sum: rating_sum, sumOfSquares: rating_squares });
}

function balance({ n, positive, negative }: Counts): Estimate | null {
  const score = n < LEAST ? null : nps({ promoters: positive, detractors: negative, n });
  if (!score) return null;
  const onto = (value: number) => (value + 100) / 2;
  return { value: onto(score.value), low: onto(score.low), high: onto(score.high), n };
}

/** Of single ratings, in points squared; null for fewer than two. */
export function varianceOf({
  rated,
  rating_sum,
  rating_squares
}: Pick<Counts, 'rated' | 'rating_sum' | 'rating_squares'>): number | null {
  return rated > 1 ? Math.max(0, rating_squares - rating_sum ** 2 / rated) / (rated - 1) : null;
}
