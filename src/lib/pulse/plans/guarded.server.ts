import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages';
import { readOutside } from '$lib/server/config';
import { requireRole } from '$lib/server/session';
import type { Client } from '$lib/server/supabase';
import { tree, type TreeLine } from '$lib/verbatims/teams';
import { dayIn } from '../waves/clock';
import { Refused } from './refused';
import { REFUSALS } from './words';

/** What every page about waves needs to know of now and here. */
export function hereAndNow(now = new Date()): { zone: string; now: Date; today: string } {
  const zone = readOutside().timeZone;
  return { zone, now, today: dayIn(zone, now) };
}

/** Something that a page is about; what is not there is a page that is not there. */
export async function found<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if (thrown instanceof Refused && thrown.refusal === 'gone') error(404, m.error_not_found());
    throw thrown;
  }
}

/** Does an administrator's act; a refusal is told on the page. */
export async function administer<T>(
  event: RequestEvent,
  work: (client: Client, form: FormData) => Promise<T>
) {
  requireRole(event, 'admin');
  try {
    return await work(event.locals.supabase, await event.request.formData());
  } catch (thrown) {
    if (thrown instanceof Refused) return fail(409, { refused: REFUSALS[thrown.refusal]() });
    throw thrown;
  }
}

/** The teams below the company, parents before children: those a wave can be narrowed to. */
export async function teamsToChoose(client: Client): Promise<TreeLine[]> {
  const { data: teams } = await client.from('teams').select('id, parent_id, slug, name').throwOnError();
  return tree(
    teams,
    teams.find(({ parent_id }) => parent_id === null)
  ).slice(1);
}
