import { requireRole } from '$lib/server/session';
import { addMonths } from '$lib/pulse/waves/calendar';
import { administer, hereAndNow } from '$lib/pulse/plans/guarded.server';
import { mailState } from '$lib/pulse/plans/mail-state.server';
import { pausePlan, plans, resumePlan } from '$lib/pulse/plans/plans.server';
import { timetable } from '$lib/pulse/plans/timetable';
import { listWaves } from '$lib/pulse/plans/timetable.server';

/** How far back the calendar looks unless it is asked for all, in months. */
const BACK = 12;

export const load = async (event) => {
  const person = requireRole(event, 'admin', 'leadership');
  const client = event.locals.supabase;
  const { zone, now, today } = hereAndNow();
  const all = event.url.searchParams.has('all');
  const [waves, planned, { data: teams }] = await Promise.all([
    listWaves(client, all ? null : addMonths(today, -BACK), zone, now),
    plans(client),
    client.from('teams').select('id, name').throwOnError()
  ]);
  const admin = person.role === 'admin';
  return {
    admin,
    all,
    today,
    teams,
    plans: planned,
    waves,
    timetable: timetable(waves, planned, today),
    mail: admin ? await mailState() : null,
    done: event.url.searchParams.get('done')
  };
};

export const actions = {
  pause: (event) => administer(event, (client, form) => pausePlan(client, String(form.get('id')))),
  resume: (event) =>
    administer(event, (client, form) => resumePlan(client, String(form.get('id')), hereAndNow().today))
};
