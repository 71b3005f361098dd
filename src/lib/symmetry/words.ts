import { m } from '$lib/i18n/paraglide/messages';
import type { Position } from './quadrant';

/** What a place in the quadrant is called, and what it says of a team in one plain sentence. */
export const QUADRANT_NAMES: Record<Position, { name: () => string; told: () => string }> = {
  both: { name: m.symmetry_quadrant_both, told: m.symmetry_quadrant_both_told },
  customers: { name: m.symmetry_quadrant_customers, told: m.symmetry_quadrant_customers_told },
  employees: { name: m.symmetry_quadrant_employees, told: m.symmetry_quadrant_employees_told },
  neither: { name: m.symmetry_quadrant_neither, told: m.symmetry_quadrant_neither_told },
  undetermined: { name: m.symmetry_quadrant_undetermined, told: m.symmetry_quadrant_undetermined_told }
};
