import { experienceOf, kindOf, type Kind } from '$lib/verbatims/experience';
import type { Team } from '$lib/verbatims/teams';
import type { Span } from '../month';
import { customersIn, exIn, type Sums } from '../sums';
import type { Dot } from './link';

/** Teams side by side, one pair each. */
export interface Across {
  dots: Dot[];
  /** What CX of all of them is made of: that of most teams; null where no team has both sides. */
  kind: Kind | null;
  /** How many teams have both sides and another kind of CX. */
  leftOut: number;
}

/**
 * Both sides of every team in a span, of those whose CX is made of the same: a rating and a balance of sentiments share
 * a scale, and not what a point of it means.
 *
 * @param reach the history by which a team's kind is chosen, as everywhere on the page
 */
export function acrossTeams(sums: Sums, units: readonly Team[], span: Span, reach: Span): Across {
  const all = units.flatMap(({ id }) => {
    const kind = kindOf(customersIn(sums, [id], reach));
    const cx = experienceOf(customersIn(sums, [id], span), kind);
    const ex = exIn(sums, id, span);
    return cx && ex ? [{ kind, dot: { ex: ex.value, cx: cx.value, team: id, span: null } }] : [];
  });
  if (all.length === 0) return { dots: [], kind: null, leftOut: 0 };
  const rated = all.filter(({ kind }) => kind === 'rating').length;
  const kind: Kind = 2 * rated >= all.length ? 'rating' : 'balance';
  const dots = all.filter((each) => each.kind === kind).map(({ dot }) => dot);
  return { dots, kind, leftOut: all.length - dots.length };
}
