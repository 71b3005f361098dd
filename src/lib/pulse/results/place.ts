import { teamAndBelow, tree, type Team, type TreeLine } from '../../verbatims/teams';

/** The teams whose report somebody may ask for, and the one they ask for. */
export interface Place {
  team: Team;
  company: Team;
  choices: TreeLine[];
}

/**
 * Where somebody stands who opens the page of a team: managers among their own team and those below it, leadership
 * anywhere.
 *
 * @param slug what the address names; null is one's own place: a manager's team, the company for leadership
 * @returns why not, where there is no such team, or it is not theirs to see
 */
export function placeFor(
  person: { role: string; team_id: string },
  teams: readonly Team[],
  slug: string | null
): Place | 'unknown' | 'forbidden' {
  const company = teams.find(({ parent_id }) => parent_id === null);
  const top = person.role === 'leadership' ? company : teams.find(({ id }) => id === person.team_id);
  if (!company || !top) return 'unknown';
  const team = slug === null ? top : teams.find((each) => each.slug === slug);
  if (!team) return 'unknown';
  if (!teamAndBelow(teams, top.id).includes(team.id)) return 'forbidden';
  return { team, company, choices: tree(teams, top) };
}
