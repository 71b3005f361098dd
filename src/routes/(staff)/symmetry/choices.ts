import { getLocale } from '$lib/i18n/paraglide/runtime';
import { tree } from '$lib/verbatims/teams';
import type { Question } from './report.server';

/** More options are no list to choose from: a region is chosen first. */
const MOST_TEAMS = 100;

/** What the forms of the page let one choose from. */
export function choicesOf({ regions, steps, teams, root, place }: Question) {
  const parents = new Set(teams.map(({ parent_id }) => parent_id));
  const inside = tree(teams, root);
  const few = inside.length <= MOST_TEAMS;
  const above = regions.find(({ team }) => team.id === root.parent_id)?.team;
  return {
    regions: regions.map(({ team, depth }) => ({ slug: team.slug, name: team.name, depth: depth - 1 })),
    steps: steps.map((step) => ({ slug: step.slug, name: step[`customer_label_${getLocale()}`] })),
    /** Of an event. */
    teams: inside
      .filter(({ team, depth }) => few || depth === 0 || parents.has(team.id))
      .map(({ team: { id, name }, depth }) => ({ id, name, depth })),
    /** Where one level up leads; null is the company. */
    above: place.isCompany ? undefined : { slug: above?.slug ?? null, name: above?.name ?? null }
  };
}
