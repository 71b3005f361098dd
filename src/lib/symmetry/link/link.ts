import type { Kind } from '$lib/verbatims/experience';
import type { Month, Span } from '../month';

/**
 * What may be said of a link between EX and CX, by how much is known: handbook, figure 9.
 *
 * too-few: below 12 pairs no coefficient. exploratory: from 12 the coefficient with its interval, no verdict.
 * From 30 a verdict: plausible, none that can be seen, or undetermined.
 */
export type Verdict = 'too-few' | 'exploratory' | 'plausible' | 'undetermined' | 'none';

/** Effective pairs from which there is a coefficient, and from which a verdict. */
export const EXPLORATORY = 12;
export const DECIDED = 30;

/**
 * The weakest link that would matter: that of engaged teams and satisfied customers over 7,939 business units. Harter,
 * Schmidt and Hayes, Journal of Applied Psychology 87 (2002) 268-279.
 */
export const SMALLEST = 0.33;

/** The correlation at one lag, in steps of time: positive where customers follow employees. */
export interface LagFigure {
  lag: number;
  /** Spearman's coefficient with its 95 % interval, in [-1, 1]; null below EXPLORATORY pairs. */
  value: number | null;
  low: number;
  high: number;
  pairs: number;
  /** How many independent pairs they are worth: neighbours in time resemble each other. */
  effective: number;
}

export interface Dot {
  /** EX and CX, or by how much each differs from what is usual for its team and its time. */
  ex: number;
  cx: number;
  /** Id of the team. */
  team: string;
  /** That of EX; CX is as many steps later as the lag says. null across teams. */
  span: Span | null;
}

/** What one way of looking tells of the link. */
export interface Link {
  /** teams: those with a higher EX, do they have a higher CX? time: when EX moves in a team, does its CX? */
  view: 'teams' | 'time';
  verdict: Verdict;
  /** The months it looks at: across teams those of the page, over time the whole history; null where there is none. */
  reach: Span | null;
  /** Every lag that was tried, ascending; across teams there is one, of 0, and over time there is always that one. */
  lags: LagFigure[];
  /** The strongest of them, counted in standard errors; null below EXPLORATORY pairs. */
  strongest: LagFigure | null;
  /** The probability that unrelated series show one as strong at any of the lags; null where it was not asked. */
  p: number | null;
  /** How many times it was drawn. */
  draws: number;
  /** At the strongest lag, or at none. */
  dots: Dot[];
  /** Pairs in all, which are more than the dots where there are too many to draw. */
  pairs: number;
  teams: number;
  /** How many teams have both sides and are left out, because their CX is made of something else. */
  leftOut: number;
  /** What CX is made of; over time each team keeps its own, and this is null. */
  kind: Kind | null;
  /** Months or quarters with a pair at all; across teams 1. */
  spans: number;
  /** null once there is a verdict that more of the same would not change. */
  needed: Needed | null;
}

/** What it takes to say more. */
export interface Needed {
  /** What for: the first coefficient, a verdict, or to tell a link from none where the verdict is undetermined. */
  for: 'coefficient' | 'verdict' | 'certainty';
  /** Pairs as they come, on top of those there are. */
  more: number;
  /** The month by which they are there at the present pace; null where waiting does not bring them. */
  by: Month | null;
}
