import { requireRole } from '$lib/server/session';
import { figuresOf } from '$lib/verbatims/figures';
import { readFilters, today } from '$lib/verbatims/filters';
import { previousPeriod } from '$lib/verbatims/period';
import { rootFor, teamAndBelow, tree } from '$lib/verbatims/teams';
import * as verbatims from '$lib/verbatims/verbatims.server';

/** What customers said in a period, against the period before. */
export const load = async (event) => {
  const person = requireRole(event, 'leadership', 'manager', 'admin');
  const client = event.locals.supabase;
  const { teams, steps } = await verbatims.places(client);
  const mine = tree(teams, rootFor(person, teams));
  const top = mine[0]?.team;
  const below = mine
    .slice(1)
    .map(({ team, depth }) => ({ slug: team.slug, name: team.name, depth: depth - 1 }));

  const known = { teams: below.map(({ slug }) => slug), steps: steps.map(({ slug }) => slug) };
  const filters = readFilters(event.url.searchParams, known, today());
  const previous = previousPeriod(filters.period);
  const root = teams.find(({ slug }) => slug === filters.team) ?? top;
  const scope = {
    teams: filters.team && root ? teamAndBelow(teams, root.id) : null,
    step: steps.find(({ slug }) => slug === filters.step)?.id ?? null,
    channel: filters.channel
  };
  const [now, before] = await Promise.all([
    verbatims.counts(client, filters.period, scope),
    verbatims.counts(client, previous, scope)
  ]);
  const figures = figuresOf({ period: filters.period, now, before, teams, steps, root });
  const above = filters.team ? mine.find(({ team }) => team.id === root?.parent_id)?.team : undefined;

  return {
    filters,
    previous,
    figures,
    teams: below,
    steps,
    place: { name: root?.name ?? person.team_name, isCompany: root?.parent_id === null },
    above: above && { slug: above === top ? null : above.slug, name: above.name },
    today: today(),
    firstUse: figures.n + figures.before === 0 && !(await verbatims.anyCounted(client)),
    mayImport: person.role === 'admin'
  };
};
