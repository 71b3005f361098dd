import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/server/session';
import { hereAndNow, teamsToChoose } from '$lib/pulse/plans/guarded.server';
import { askable, checkWave } from '$lib/pulse/plans/choosing.server';
import { planWave } from '$lib/pulse/plans/planning.server';
import { newWave } from '$lib/pulse/plans/wave-form';

export const load = async (event) => {
  requireRole(event, 'admin');
  const client = event.locals.supabase;
  const { zone, today } = hereAndNow();
  const [library, teams] = await Promise.all([askable(client, zone), teamsToChoose(client)]);
  return { row: newWave(today), library, teams };
};

export const actions = {
  default: async (event) => {
    requireRole(event, 'admin');
    const client = event.locals.supabase;
    const { zone, today } = hereAndNow();
    const { row, problems } = await checkWave(client, await event.request.formData(), zone, today);
    if (Object.keys(problems).length > 0) return fail(400, { row, problems });
    const id = await planWave(client, row, zone);
    redirect(303, `/waves/${id}?done=planned`);
  }
};
