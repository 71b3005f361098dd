import { change } from '$lib/statistics/change';
import type { Estimate } from '$lib/statistics/estimate';
import { harmonic } from '$lib/statistics/harmonic';
import type { Difference } from '$lib/statistics/proportion';
import type { Counts } from '$lib/verbatims/counts';
import { experienceOf, kindOf, type Kind } from '$lib/verbatims/experience';
import type { Span } from './month';
import { positionOf, type Position, type Targets } from './quadrant';
import { customersIn, exIn, type Sums } from './sums';

/** Both sides of a team in a span of months. Each figure is null where too little is known, or may be told. */
export interface Standing {
  /** What CX is made of: nothing is compared across kinds. */
  kind: Kind;
  cx: Estimate | null;
  ex: Estimate | null;
  /** High only when both are: see `harmonic`. */
  symmetry: Estimate | null;
  /** CX - EX, in points. */
  gap: Difference | null;
  /** Where it stands in the quadrant; null where a side is missing. */
  position: Position | null;
}

/** Whose sides are looked at. */
export interface Subject {
  /** Id of the team whose employees they are, with all below it. */
  team: string;
  /** Ids of the teams whose customers they are. */
  customers: readonly string[];
}

/**
 * @param kind of CX, which a team keeps throughout a page; by default what this span has
 * @param wider customers, these among them, whose spread stands in for that of a handful
 */
export function standingOf(
  sums: Sums,
  { team, customers }: Subject,
  span: Span,
  targets: Targets,
  { kind, wider }: { kind?: Kind; wider?: Counts } = {}
): Standing {
  const counts = customersIn(sums, customers, span);
  const own = kind ?? kindOf(counts);
  const cx = experienceOf(counts, own, wider);
  const ex = exIn(sums, team, span);
  return { kind: own, cx, ex, ...betweenOf(cx, ex, targets) };
}

/** The same standing, had its employees been asked questions that are this much easier, in points. */
export function withEase(standing: Standing, points: number, targets: Targets): Standing {
  const moved = (value: number) => Math.min(100, Math.max(0, value + points));
  const ex = standing.ex && {
    ...standing.ex,
    value: moved(standing.ex.value),
    low: moved(standing.ex.low),
    high: moved(standing.ex.high)
  };
  return { ...standing, ex, ...betweenOf(standing.cx, ex, targets) };
}

function betweenOf(
  cx: Estimate | null,
  ex: Estimate | null,
  targets: Targets
): Pick<Standing, 'symmetry' | 'gap' | 'position'> {
  if (!cx || !ex) return { symmetry: null, gap: null, position: null };
  return { symmetry: harmonic(cx, ex), gap: change(cx, ex), position: positionOf(cx, ex, targets) };
}
