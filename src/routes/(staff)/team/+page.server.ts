import { beside } from '$lib/pulse/results/customers.server';
import { daysBeside } from '$lib/pulse/results/customers';
import { actionsOf, teamActions } from '$lib/pulse/actions/actions.server';
import { releasedComments } from '$lib/pulse/comments/released.server';
import { movedOf } from '$lib/pulse/results/sentence';
import { today } from '$lib/verbatims/filters';
import { reportFor } from './report.server';

/** How a team is, what moves it, and what its customers say beside it. */
export const load = async (event) => {
  const { team, company, choices, known, report } = await reportFor(event);
  const client = event.locals.supabase;
  const earlier = movedOf(report)[0]?.change.before[0] ?? null;
  const [customers, actions, released] = await Promise.all([
    beside(client, team, known, daysBeside(report.wave?.day ?? today(), earlier)),
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
    actions,
    released,
    today: today()
  };
};

export const actions = teamActions;
