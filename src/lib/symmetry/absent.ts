import { teamAndBelow, type Team } from '$lib/verbatims/teams';
import { missingCustomers, missingEmployees, type AskingWave, type Missing } from './missing';
import { subjectOf, type Overview, type Place } from './overview';
import type { Sums } from './sums';

/** A wave with the teams that it asks, each with all below it; null is everybody. */
interface Asking extends AskingWave {
  audience: readonly string[] | null;
}

/** A team that the picture of both sides does not show, and all that is missing for it. */
export interface Absent {
  team: Pick<Team, 'id' | 'slug' | 'name'>;
  missing: Missing[];
  /** No customer ever spoke of it: that is in the nature of its work, and waiting does not change it. */
  isSilent: boolean;
}

/** What is missing of a place as a whole; null for a side that is there. */
export function missingOfPlace(
  sums: Sums,
  place: Place,
  { span, whole }: Pick<Overview, 'span' | 'whole'>,
  waves: readonly Asking[],
  today: string
) {
  const { customers } = subjectOf(place);
  return {
    customers: whole.cx ? null : missingCustomers(sums, customers, span, whole.kind, today),
    employees: whole.ex ? null : missingEmployees(span, asking(waves, place, place.root))
  };
}

/**
 * The teams of a place that lack a side: those that are compared, and those at the end of a branch of which no customer
 * speaks. By name.
 */
export function absentOf(
  sums: Sums,
  place: Place,
  { span, teams }: Pick<Overview, 'span' | 'teams'>,
  waves: readonly Asking[],
  today: string
): Absent[] {
  const compared = teams
    .filter(({ cx, ex }) => !cx || !ex)
    .map(({ team, kind, cx, ex }) => ({
      team,
      missing: [
        cx ? null : missingCustomers(sums, [team.id], span, kind, today),
        ex ? null : missingEmployees(span, asking(waves, place, team.id))
      ].filter((each) => each !== null),
      isSilent: false
    }));
  const spokenOf = new Set(teams.flatMap(({ team }) => teamAndBelow(place.teams, team.id)));
  const parents = new Set(place.teams.map(({ parent_id }) => parent_id));
  const inside = new Set(teamAndBelow(place.teams, place.root));
  const silent = place.teams
    .filter(({ id }) => id !== place.root && inside.has(id) && !parents.has(id) && !spokenOf.has(id))
    .map((team) => ({ team, missing: [], isSilent: true }));
  return [...compared, ...silent].sort((a, b) => a.team.name.localeCompare(b.team.name, 'fr'));
}

/** The waves that ask a team: its own, those of a team above it, and those of a part of it. */
function asking(waves: readonly Asking[], { teams }: Place, id: string): Asking[] {
  const related = new Set([...above(teams, id), ...teamAndBelow(teams, id)]);
  return waves.filter(({ audience }) => audience === null || audience.some((team) => related.has(team)));
}

function above(teams: readonly Team[], id: string | null): string[] {
  const team = teams.find((each) => each.id === id);
  return team ? [team.id, ...above(teams, team.parent_id)] : [];
}
