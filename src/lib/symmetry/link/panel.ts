import type { Panel } from '$lib/statistics/panel';
import { experienceOf, kindOf } from '$lib/verbatims/experience';
import type { Team } from '$lib/verbatims/teams';
import { spansBetween, type Grain, type Span } from '../month';
import { customersIn, exIn, type Sums } from '../sums';
import { EXPLORATORY } from './link';

/** EX (x) and CX (y) of teams in time, and whose and when each value is. */
export interface TeamPanel extends Panel {
  /** Ids, in the order of the rows. */
  teams: string[];
  /** In the order of the columns, without a hole: a lag counts columns. */
  spans: Span[];
}

/** How far apart the two sides are looked at: a year each way. Two studies found about as much between them. */
const FURTHEST: Record<Grain, number> = { quarter: 4, month: 12 };

/**
 * Both sides of teams in every whole month or quarter of a stretch of time. Where too few spoke, or a figure may not be
 * told, there is none. A team without both sides is left out, and so is the time before the first value and after the
 * last; a span without any in between keeps its place.
 *
 * A team keeps one kind of CX throughout: how it moves means nothing where what is measured changes.
 *
 * @param units teams that do not overlap
 */
export function panelOf(sums: Sums, units: readonly Team[], reach: Span, grain: Grain): TeamPanel {
  const spans = spansBetween(reach.since, reach.until, grain);
  const rows = units
    .map(({ id }) => {
      const kind = kindOf(customersIn(sums, [id], reach));
      return {
        team: id,
        x: spans.map((span) => exIn(sums, id, span)?.value ?? null),
        y: spans.map((span) => experienceOf(customersIn(sums, [id], span), kind)?.value ?? null)
      };
    })
    .filter(({ x, y }) => x.some(isKnown) && y.some(isKnown));
  const isEmpty = (_: Span, at: number) => rows.every(({ x, y }) => x[at] === null && y[at] === null);
  const first = spans.findIndex((span, at) => !isEmpty(span, at));
  const last = spans.findLastIndex((span, at) => !isEmpty(span, at));
  const cut = <T>(row: readonly T[]) => (first < 0 ? [] : row.slice(first, last + 1));
  return {
    teams: rows.map(({ team }) => team),
    spans: cut(spans),
    x: rows.map(({ x }) => cut(x)),
    y: rows.map(({ y }) => cut(y))
  };
}

/**
 * The lags that are tried, ascending: both directions up to a year, each that has enough pairs for a coefficient. There
 * is always that of 0, so that there is something to count.
 */
export function lagsOf(panel: Panel, grain: Grain): number[] {
  const furthest = FURTHEST[grain];
  return Array.from({ length: 2 * furthest + 1 }, (_, i) => i - furthest).filter(
    (lag) => lag === 0 || pairsAt(panel, lag).length >= EXPLORATORY
  );
}

/** Where there is an EX, and a CX so many spans later: rows and columns of the EX, by time and then by team. */
export function pairsAt({ x, y }: Panel, lag: number): { row: number; column: number }[] {
  const pairs = [];
  for (let column = 0; column < (x[0]?.length ?? 0); column += 1) {
    for (let row = 0; row < x.length; row += 1) {
      if (isKnown(x[row]?.[column]) && isKnown(y[row]?.[column + lag])) pairs.push({ row, column });
    }
  }
  return pairs;
}

function isKnown(value: number | null | undefined): boolean {
  return value !== null && value !== undefined;
}
