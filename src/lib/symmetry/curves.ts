import { integer } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Estimate } from '$lib/statistics/estimate';
import type { Grain } from './month';
import type { Moment } from './overview';
import { middleOf, spanName } from './spans';

/** The moments of the chart of both curves. */
export function curveMoments(history: readonly Moment[], by: Grain) {
  return history.map(({ span, cx, ex, isClosed }) => ({
    name: spanName(span, by),
    day: middleOf(span),
    customers: cx,
    employees: ex,
    isProvisional: !isClosed
  }));
}

/**
 * Both curves from their beginning to their end, in a sentence; a side that nothing is known of is left out.
 *
 * @param more how many marks are not drawn
 */
export function curvesSummary(history: readonly Moment[], by: Grain, more: number): string {
  const sides = [
    ...sideOf(
      m.symmetry_cx(),
      history.flatMap(({ cx }) => cx ?? [])
    ),
    ...sideOf(
      m.symmetry_ex_short(),
      history.flatMap(({ ex }) => ex ?? [])
    )
  ].join(', ');
  const [first, last] = [history[0], history.at(-1)];
  const range =
    sides && first && last
      ? m.team_sides_curves({ sides, since: spanName(first.span, by), until: spanName(last.span, by) })
      : '';
  const marks = more > 0 ? m.symmetry_sum_marks_more({ count: integer(more) }) : '';
  return [range, marks].filter(Boolean).join(' ');
}

function sideOf(side: string, scores: readonly Estimate[]): string[] {
  const [first, last] = [scores[0], scores.at(-1)];
  if (!first || !last) return [];
  const [from, to] = [integer(first.value), integer(last.value)];
  return [
    scores.length === 1
      ? m.team_sides_point({ side, score: from })
      : m.team_sides_curve({ side, first: from, last: to })
  ];
}
