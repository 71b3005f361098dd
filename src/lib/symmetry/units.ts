import { teamAndBelow, type Team } from '$lib/verbatims/teams';
import type { Sums } from './sums';

const BY_NAME = new Intl.Collator('fr');

/**
 * The teams that are compared: those that customers speak of, the lowest of each branch, so that nobody counts twice.
 * By name.
 *
 * @param root id of the team that they lie in
 */
export function unitsOf<T extends Team>(teams: readonly T[], root: string, { cx }: Pick<Sums, 'cx'>): T[] {
  const known = new Map(teams.map((team) => [team.id, team]));
  const spoken = teamAndBelow(teams, root).filter((id) => (cx.get(id)?.size ?? 0) > 0);
  const above = new Set(spoken.flatMap((id) => aboveOf(id, known)));
  return spoken
    .flatMap((id) => (above.has(id) ? [] : (known.get(id) ?? [])))
    .sort((a, b) => BY_NAME.compare(a.name, b.name));
}

function aboveOf(id: string, known: ReadonlyMap<string, Team>): string[] {
  const parent = known.get(id)?.parent_id ?? null;
  return parent === null ? [] : [parent, ...aboveOf(parent, known)];
}
