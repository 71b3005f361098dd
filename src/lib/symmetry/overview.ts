import { change } from '$lib/statistics/change';
import { judge, type Judged } from '$lib/statistics/comparisons';
import type { Estimate } from '$lib/statistics/estimate';
import type { Difference } from '$lib/statistics/proportion';
import type { Counts } from '$lib/verbatims/counts';
import { kindOf } from '$lib/verbatims/experience';
import { teamAndBelow, type Team } from '$lib/verbatims/teams';
import { addMonths, monthsBetween, spansBetween, type Grain, type Month, type Span } from './month';
import type { Targets } from './quadrant';
import { standingOf, withEase, type Standing, type Subject } from './standing';
import { customersIn, easeIn, extentOf, pooled, type Sums } from './sums';
import { unitsOf } from './units';

/**
 * How figures differ from those of the span before; null where either is missing. EX is compared as if both spans had
 * asked the same questions, and is not where that cannot be known.
 */
export interface Moves {
  cx: Judged | null;
  ex: Judged | null;
  symmetry: Judged | null;
  gap: Judged | null;
}

/** A team beside the others. */
export interface TeamLine extends Omit<Standing, 'gap'> {
  team: Pick<Team, 'id' | 'slug' | 'name'>;
  /** Called where it is a gap with all the gaps that are looked at besides. */
  gap: Judged | null;
  moves: Moves;
}

/** One span of the curves. */
export interface Moment extends Pick<Standing, 'cx' | 'ex'> {
  span: Span;
  /** Whether all its months are closed: if not, it still moves. */
  isClosed: boolean;
}

/** All figures of a place in a span of months: a company, a region or a team. */
export interface Overview {
  span: Span;
  before: Span;
  /** Of the place as a whole. */
  whole: Standing & { moves: Moves };
  teams: TeamLine[];
  /** How many gaps, and how many moves of teams, were looked at together. */
  gaps: number;
  moves: number;
  /** The history up to the end of the span, as far as it goes. */
  history: Moment[];
  /** Verbatims behind CX, and those of them that were rated from 0 to 10. */
  counts: Counts;
}

export interface Place {
  teams: readonly Team[];
  /** Id of the team whose overview it is. */
  root: string;
  /** Whether it is the topmost team, to which verbatims without a team belong too. */
  isCompany: boolean;
}

/** Both sides of a place and of the teams in it. */
export function overviewOf(sums: Sums, place: Place, span: Span, targets: Targets, grain: Grain): Overview {
  const before = spanBefore(span);
  const reach = reachOf(sums, span);
  const { team, customers } = subjectOf(place);
  const together = pooled(sums, customers, team);
  const subject = { team, customers: [team] };
  const all = customersIn(together, subject.customers, reach);
  const kind = kindOf(all);
  const standing = (each: Span) => standingOf(together, subject, each, targets, { kind, wider: all });
  const whole = standing(span);
  const easier = easierIn(sums, span, before);
  const lines = unitsOf(place.teams, place.root, sums).map((unit) =>
    lineOf(sums, unit, { span, before, easier, reach, targets, wider: all })
  );
  const months = monthsWithVerbatims(sums);
  const gaps = judge(lines.map(({ now }) => now.gap));
  const judged = judgeMoves(lines.map(({ moves }) => moves));
  return {
    span,
    before,
    whole: { ...whole, moves: judgeMoves([movesOf(whole, standing(before), easier, targets)]).moves[0]! },
    teams: lines.map(({ team, now }, i) => ({ ...now, team, gap: gaps[i] ?? null, moves: judged.moves[i]! })),
    gaps: gaps.filter((gap) => gap !== null).length,
    moves: judged.compared,
    history: spansBetween(reach.since, reach.until, grain).map((each) => {
      const { cx, ex } = standing(each);
      return { span: each, cx, ex, isClosed: isClosed(sums, months, each) };
    }),
    counts: customersIn(together, subject.customers, span)
  };
}

/** As many months, just before. */
export function spanBefore({ since, until }: Span): Span {
  return { since: addMonths(since, -(monthsBetween(since, until) + 1)), until: addMonths(since, -1) };
}

/** Whose employees and customers a place's are. */
export function subjectOf({ teams, root, isCompany }: Place): Subject {
  const inside = teamAndBelow(teams, root);
  return { team: root, customers: isCompany ? [...inside, ''] : inside };
}

/** Everything known up to the end of a span. */
export function reachOf(sums: Sums, { since, until }: Span): Span {
  const first = extentOf(sums)?.since ?? since;
  return { since: first < since ? first : since, until };
}

/** A month in which nobody said anything has nothing to close. */
function isClosed({ closed }: Sums, withVerbatims: ReadonlySet<Month>, { since, until }: Span): boolean {
  for (let month: Month = since; month <= until; month = addMonths(month, 1))
    if (withVerbatims.has(month) && !closed.has(month)) return false;
  return true;
}

function monthsWithVerbatims({ cx }: Sums): ReadonlySet<Month> {
  const months = new Set<Month>();
  for (const rows of cx.values()) for (const month of rows.keys()) months.add(month);
  return months;
}

/** By how many points the questions of a span are easier than those of another. */
function easierIn(sums: Sums, span: Span, before: Span): number | null {
  const [now, then] = [easeIn(sums, span), easeIn(sums, before)];
  return now === null || then === null ? null : now - then;
}

interface Looked {
  span: Span;
  before: Span;
  easier: number | null;
  reach: Span;
  targets: Targets;
  wider: Counts;
}

function lineOf(sums: Sums, team: Team, { span, before, easier, reach, targets, wider }: Looked) {
  const subject = { team: team.id, customers: [team.id] };
  const kind = kindOf(customersIn(sums, subject.customers, reach));
  const now = standingOf(sums, subject, span, targets, { kind, wider });
  const earlier = standingOf(sums, subject, before, targets, { kind, wider });
  return {
    team: { id: team.id, slug: team.slug, name: team.name },
    now,
    moves: movesOf(now, earlier, easier, targets)
  };
}

type Unjudged = Record<keyof Moves, Difference | null>;

function movesOf(now: Standing, earlier: Standing, easier: number | null, targets: Targets): Unjudged {
  const before = withEase(easier === null ? { ...earlier, ex: null } : earlier, easier ?? 0, targets);
  const moved = (a: Estimate | null, b: Estimate | null) => (a && b ? change(a, b) : null);
  return {
    cx: moved(now.cx, before.cx),
    ex: moved(now.ex, before.ex),
    symmetry: moved(now.symmetry, before.symmetry),
    gap: now.gap && before.gap ? change({ ...now.gap, n: 0 }, { ...before.gap, n: 0 }) : null
  };
}

const FIGURES = ['cx', 'ex', 'symmetry', 'gap'] as const;

/** All moves of a page are judged together: who looks at forty finds two by chance. */
function judgeMoves(moves: readonly Unjudged[]): { moves: Moves[]; compared: number } {
  const judged = judge(moves.flatMap((each) => FIGURES.map((figure) => each[figure])));
  return {
    moves: moves.map(
      (_, i) =>
        Object.fromEntries(
          FIGURES.map((figure, j) => [figure, judged[4 * i + j] ?? null])
        ) as unknown as Moves
    ),
    compared: judged.filter((each) => each !== null).length
  };
}
