/** A node of the organisation tree, as far as verbatims go. */
export interface Team {
  id: string;
  parent_id: string | null;
  slug: string;
  name: string;
}

/** A team of a tree that is shown as a list. */
export interface TreeLine<T extends Team = Team> {
  team: T;
  /** 0 for the topmost. */
  depth: number;
}

/** The ids of a team and of everything below it. */
export function teamAndBelow(teams: readonly Team[], id: string): string[] {
  const below = teams.filter((team) => team.parent_id === id);
  return [id, ...below.flatMap((team) => teamAndBelow(teams, team.id))];
}

/** The topmost team that a manager's filters may name, or the whole company's. */
export function rootFor(person: { role: string; team_id: string }, teams: readonly Team[]): Team | undefined {
  const id = person.role === 'manager' || person.role === 'employee' ? person.team_id : null;
  return teams.find((team) => (id === null ? team.parent_id === null : team.id === id));
}

/** A team and everything below it, parents before children, neighbours by name. */
export function tree<T extends Team>(teams: readonly T[], root: T | undefined, depth = 0): TreeLine<T>[] {
  if (!root) return [];
  const children = teams
    .filter((team) => team.parent_id === root.id)
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  return [{ team: root, depth }, ...children.flatMap((child) => tree(teams, child, depth + 1))];
}
