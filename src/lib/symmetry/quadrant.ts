import type { Estimate } from '$lib/statistics/estimate';

/** The scores from which a side counts as well, set by leadership: 1 to 99. */
export interface Targets {
  cx: number;
  ex: number;
}

/** Until leadership sets its own: what both scales call favourable begins near three quarters. */
export const USUAL_TARGETS: Targets = { cx: 70, ex: 60 };

/**
 * Where a team stands: both sides well, customers well and the team not (the team pays for them), the team well and
 * customers not (they pay), neither; or undetermined.
 */
export const QUADRANTS = ['both', 'customers', 'employees', 'neither'] as const;
type Quadrant = (typeof QUADRANTS)[number];
export type Position = Quadrant | 'undetermined';

/** Undetermined where an interval crosses its cut: on which side of it the team is, is not known. */
export function positionOf(cx: Estimate, ex: Estimate, targets: Targets): Position {
  const [customers, employees] = [sideOf(cx, targets.cx), sideOf(ex, targets.ex)];
  if (customers === null || employees === null) return 'undetermined';
  if (customers) return employees ? 'both' : 'customers';
  return employees ? 'employees' : 'neither';
}

function sideOf({ low, high }: Estimate, cut: number): boolean | null {
  if (low >= cut) return true;
  return high < cut ? false : null;
}
