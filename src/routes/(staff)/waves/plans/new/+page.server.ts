import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/server/session';
import { checkPlan } from '$lib/pulse/plans/choosing.server';
import { hereAndNow, teamsToChoose } from '$lib/pulse/plans/guarded.server';
import { newPlan } from '$lib/pulse/plans/plan-form';
import { createPlan } from '$lib/pulse/plans/plans.server';
import { problemsOf } from '$lib/pulse/plans/refused';

export const load = async (event) => {
  requireRole(event, 'admin');
  return { row: newPlan(hereAndNow().today), teams: await teamsToChoose(event.locals.supabase) };
};

export const actions = {
  default: async (event) => {
    requireRole(event, 'admin');
    const client = event.locals.supabase;
    const form = await event.request.formData();
    const { row, problems } = await checkPlan(client, form, hereAndNow().today);
    if (Object.keys(problems).length > 0) return fail(400, { row, problems });
    try {
      await createPlan(client, row);
    } catch (error) {
      return fail(400, { row, problems: problemsOf(error) });
    }
    redirect(303, '/waves?done=plan_created');
  }
};
