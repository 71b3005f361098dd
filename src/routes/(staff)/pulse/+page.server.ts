import { actionsOf } from '$lib/pulse/actions/actions.server';
import { reportOf } from '$lib/pulse/results/report';
import { invitationsOf, materialOf } from '$lib/pulse/results/results.server';
import { requirePerson } from '$lib/server/session';
import { outcomeOf } from '$lib/symmetry/perception/outcome.server';
import { today } from '$lib/verbatims/filters';
import { places } from '$lib/verbatims/verbatims.server';

/** What everybody sees: the questionnaire that is open, one's own team's results, and what was done about them. */
export const load = async (event) => {
  const person = requirePerson(event);
  const client = event.locals.supabase;
  const { teams } = await places(client);
  const company = teams.find(({ parent_id }) => parent_id === null);
  const top = company?.id ?? person.team_id;
  const [material, invitations, actions] = await Promise.all([
    materialOf(client, { team: person.team_id, company: top }),
    invitationsOf(client),
    actionsOf(client, [...new Set([person.team_id, top])])
  ]);
  const report = reportOf(material);
  return {
    invitations,
    report: { ...report, measures: [] },
    outcome: await outcomeOf(client, report.measures, report.isCompany, today()),
    company: company?.name ?? person.team_name,
    companyId: top,
    actions,
    seesTeams: ['manager', 'leadership'].includes(person.role),
    today: today()
  };
};
