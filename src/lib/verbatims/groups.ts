import { discoveries } from '../statistics/comparisons';
import { excludesZero, type Estimate } from '../statistics/estimate';
import type { Difference } from '../statistics/proportion';
import { changeOf, shareOf, sum, type CountRow } from './counts';
import { teamAndBelow, type Team } from './teams';

export interface Step {
  id: string;
  slug: string;
}

/** What is known of one team or step. */
export interface GroupFigures {
  /** null gathers what names none. */
  slug: string | null;
  n: number;
  /** Share positive; null for too few verbatims. */
  share: Estimate | null;
  /** Against the previous period; null where either has too few. */
  change: Difference | null;
  /** Whether the change may be called one, with all comparisons of its table considered. */
  changed: boolean;
}

export interface Groups {
  rows: GroupFigures[];
  /** How many changes were looked at, at once. */
  comparisons: number;
}

/**
 * The teams right below one, each with all that is below itself, and last what belongs to none of them. In order of
 * name: an order by share would be read as a ranking, and mostly rank chance.
 *
 * @param root the team that is looked at; no rows where it has nothing below it
 */
export function byTeam(
  now: CountRow[],
  before: CountRow[],
  teams: readonly Team[],
  root: Team | undefined
): Groups {
  const children = teams
    .filter((team) => root !== undefined && team.parent_id === root.id)
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  if (children.length === 0) return { rows: [], comparisons: 0 };
  const groupOf = new Map<string | null, string>();
  for (const { id, slug } of children) for (const each of teamAndBelow(teams, id)) groupOf.set(each, slug);
  const slugs = children.map(({ slug }) => slug);
  return compare(
    slugs,
    ({ team_id }) => groupOf.get(team_id) ?? null,
    ofKind('team', now),
    ofKind('team', before)
  );
}

/** The steps in the order they are given, and last what names none of them. */
export function byStep(now: CountRow[], before: CountRow[], steps: readonly Step[]): Groups {
  const groupOf = new Map<string | null, string>(steps.map(({ id, slug }) => [id, slug]));
  const slugs = steps.map(({ slug }) => slug);
  return compare(
    slugs,
    ({ step_id }) => groupOf.get(step_id) ?? null,
    ofKind('step', now),
    ofKind('step', before)
  );
}

/** Who had nothing in either period is left out. */
function compare(
  slugs: string[],
  slugOf: (row: CountRow) => string | null,
  now: CountRow[],
  before: CountRow[]
): Groups {
  const rows = [...slugs, null]
    .map((slug) => {
      const counts = sum(now.filter((row) => slugOf(row) === slug));
      const earlier = sum(before.filter((row) => slugOf(row) === slug));
      return { slug, counts, earlier, change: changeOf(counts, earlier) };
    })
    .filter(({ counts, earlier }) => counts.n + earlier.n > 0);
  const compared = rows.flatMap(({ change }) => change ?? []);
  const found = discoveries(compared.map(({ p }) => p));
  return {
    rows: rows.map(({ slug, counts, change }) => ({
      slug,
      n: counts.n,
      share: shareOf(counts),
      change,
      changed: change !== null && excludesZero(change) && found[compared.indexOf(change)] === true
    })),
    comparisons: compared.length
  };
}

function ofKind(kind: CountRow['grouped_by'], rows: CountRow[]): CountRow[] {
  return rows.filter((row) => row.grouped_by === kind);
}
