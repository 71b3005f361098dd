import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages';
import { placeFor } from '$lib/pulse/results/place';
import { reportOf } from '$lib/pulse/results/report';
import { materialOf } from '$lib/pulse/results/results.server';
import { requireRole } from '$lib/server/session';
import { places } from '$lib/verbatims/verbatims.server';

/**
 * The report that an address asks for, on the page and as a file alike.
 *
 * @throws 403 for a team of somebody else, 404 for none
 */
export async function reportFor(event: RequestEvent) {
  const person = requireRole(event, 'manager', 'leadership');
  const client = event.locals.supabase;
  const known = await places(client);
  const place = placeFor(person, known.teams, event.url.searchParams.get('team'));
  if (place === 'unknown') error(404, m.team_unknown());
  if (place === 'forbidden') error(403, m.team_forbidden());
  const { team, company } = place;
  const at = event.url.searchParams.get('wave');
  const report = reportOf(await materialOf(client, { team: team.id, company: company.id, at }));
  return { ...place, known, report };
}
