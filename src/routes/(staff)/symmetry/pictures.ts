import { integer, signed } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { listed } from '$lib/pulse/words';
import type { Estimate } from '$lib/statistics/estimate';
import { QUADRANTS, type Position } from '$lib/symmetry/quadrant';
import { QUADRANT_NAMES } from '$lib/symmetry/words';

/** How many teams stand where, in a sentence or two. */
export function quadrantSummary(points: { position: Position }[], missing: number): string {
  const told = ([...QUADRANTS, 'undetermined'] as const).flatMap((position) => {
    const count = points.filter((point) => point.position === position).length;
    if (count === 0) return [];
    return [
      m.symmetry_sum_position({ name: within(QUADRANT_NAMES[position].name()), count: integer(count) })
    ];
  });
  const absent = missing > 0 ? m.symmetry_sum_quadrant_missing({ count: integer(missing) }) : '';
  if (told.length === 0) return [m.symmetry_sum_quadrant_none(), absent].filter(Boolean).join(' ');
  const compared = { count: integer(points.length), positions: listed(told) };
  return [m.symmetry_sum_quadrant(compared), absent].filter(Boolean).join(' ');
}

/** How many gaps may be called so, in a sentence or two. */
export function gapsSummary({
  compared,
  called,
  shown
}: {
  compared: number;
  called: number;
  shown: number;
}) {
  if (compared === 0) return m.symmetry_sum_gaps_nothing();
  if (called === 0) return m.symmetry_sum_gaps_none({ compared: integer(compared) });
  const told = m.symmetry_sum_gaps({ called: integer(called), compared: integer(compared) });
  return shown < called ? `${told} ${m.symmetry_sum_gaps_told()}` : told;
}

/** What customers and employees recommend of a place, in a sentence. */
export function balancesSummary(name: string, nps: Estimate | null, enps: Estimate | null): string {
  const score = (estimate: Estimate | null) => (estimate ? signed(estimate.value) : m.symmetry_none());
  return m.symmetry_sum_balances({ name, nps: score(nps), enps: score(enps) });
}

/** A name as it is written within a sentence. */
function within(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
