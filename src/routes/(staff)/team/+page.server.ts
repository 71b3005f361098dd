import { beside } from '$lib/pulse/results/customers.server';
import { daysBeside } from '$lib/pulse/results/customers';
import { actionsOf, teamActions } from '$lib/pulse/actions/actions.server';
import { releasedComments } from '$lib/pulse/comments/released.server';
import { movedOf } from '$lib/pulse/results/sentence';
import { today } from '$lib/verbatims/filters';
import { reportFor } from './report.server';
import { sidesOf } from './sides.server';

/** How a team is, what moves it, and what its customers say beside it. */
export const load = async (event) => {
  const { team, company, choices, known, report } = await reportFor(event);
  const client = event.locals.supabase;
  const earlier = movedOf(report)[0]?.change.before[0] ?? null;
  const looked = report.wave && report.wave !== report.waves.at(-1) ? report.wave.day : null;
  const [customers, sides, actions, released] = await Promise.all([
    beside(client, team, known, daysBeside(report.wave?.day ?? today(), earlier)),
    sidesOf(client, { team, company, teams: known.teams, earlier: looked, today: today() }),
    actionsOf(client, [team.id]),
    report.wave ? releasedComments(client, team.id, report.wave.id) : null
  ]);
  // What the figures are computed from is in the file; the page needs none of it.
  return {
    report: { ...report, measures: [] },
    team: { id: team.id, slug: team.slug, name: team.name },
    company: company.name,
    choices: choices.map(({ team: { slug, name }, depth }) => ({ slug, name, depth })),
    beside: customers,
    sides,
    actions,
    released,
    today: today()
  };
};

export const actions = teamActions;
