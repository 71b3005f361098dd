import { probit } from 'simple-statistics';
import { pairsFor } from '$lib/statistics/correlation';
import { Z95 } from '$lib/statistics/estimate';
import { addMonths, type Grain, type Month } from '../month';
import { DECIDED, EXPLORATORY, SMALLEST, type LagFigure, type Link, type Needed } from './link';
import { mostKnown } from './verdict';

/** How pairs come in. */
export interface Pace {
  /** In each month or quarter; 0 where waiting brings none. */
  pairs: number;
  grain: Grain;
  /** The last month that is known. */
  until: Month;
}

/** Beyond so many years nothing is as it was, and a date would be a joke. */
const FURTHEST_YEARS = 10;

/**
 * What it takes to say more; null where more of the same would not change what is said.
 *
 * Pairs that resemble each other are worth fewer than they are; new ones are taken to be worth as much as those there are.
 */
export function neededFor(
  verdict: Link['verdict'],
  { lags, strongest }: Pick<Link, 'lags' | 'strongest'>,
  pace: Pace
): Needed | null {
  if (verdict === 'plausible' || verdict === 'none') return null;
  const known = mostKnown(lags);
  if (verdict === 'undetermined') {
    const more = strongest && toBeCertain(strongest, lags.filter(({ value }) => value !== null).length);
    return more ? { for: 'certainty', more, by: monthOfPair(more, pace) } : null;
  }
  const enough = verdict === 'too-few' ? EXPLORATORY : DECIDED;
  // Where one lag is known well enough, it is the strongest that is not.
  const short = known && known.effective >= enough ? strongest : known;
  const { pairs, effective } = short ?? { pairs: 0, effective: 0 };
  const more = Math.max(
    1,
    Math.ceil((enough - effective) * (pairs / Math.max(1, Math.min(effective, pairs)) || 1))
  );
  return { for: verdict === 'too-few' ? 'coefficient' : 'verdict', more, by: monthOfPair(more, pace) };
}

/**
 * How many more pairs would tell a link from none, if the strongest stayed what it is: until its interval leaves zero
 * out, with all the lags that were tried (Bonferroni), or leaves no room for one of SMALLEST; and enough to find one of
 * SMALLEST in four cases of five. null where there are that many.
 */
function toBeCertain({ value, low, high, pairs, effective }: LagFigure, lags: number): number | null {
  const strength = Math.atanh(Math.min(Math.abs(value ?? 0), CLOSE));
  // The interval in the scale where it is symmetric; it narrows with the root of the pairs.
  const error = (Math.atanh(Math.min(high, CLOSE)) - Math.atanh(Math.max(low, -CLOSE))) / (2 * Z95);
  const room = Math.atanh(SMALLEST) - strength;
  const toSeeOne = ((probit(1 - 0.025 / lags) * error) / strength) ** 2;
  const toSeeNone = room > 0 ? ((Z95 * error) / room) ** 2 : Infinity;
  const times = Math.max(Math.min(toSeeOne, toSeeNone), pairsFor(SMALLEST) / effective);
  const more = Math.ceil((times - 1) * pairs);
  return Number.isFinite(more) && more > 0 ? more : null;
}

/** Short of 1, where the scale ends. */
const CLOSE = 0.999;

function monthOfPair(more: number, { pairs, grain, until }: Pace): Month | null {
  const months = Math.ceil(more / pairs) * (grain === 'quarter' ? 3 : 1);
  return months <= 12 * FURTHEST_YEARS ? addMonths(until, months) : null;
}
