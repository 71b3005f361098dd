/** A node of the organisation tree. */
interface Place {
  id: string;
  parent_id: string | null;
}

/** Teams, each with all below it; null is the whole company. */
export type Audience = readonly string[] | null;

/** The ids of every team an audience reaches. */
export function reached(teams: readonly Place[], audience: Audience): Set<string> {
  const parents = new Map(teams.map(({ id, parent_id }) => [id, parent_id]));
  const named = new Set(audience);
  const within = ({ id }: Place) => {
    for (let each: string | null | undefined = id; each; each = parents.get(each))
      if (named.has(each)) return true;
    return false;
  };
  return new Set(teams.filter((team) => audience === null || within(team)).map(({ id }) => id));
}

/** Whether two audiences have a team in common. */
export function overlap(teams: readonly Place[], a: Audience, b: Audience): boolean {
  if (a === null || b === null) return true;
  const left = reached(teams, a);
  return [...reached(teams, b)].some((id) => left.has(id));
}
