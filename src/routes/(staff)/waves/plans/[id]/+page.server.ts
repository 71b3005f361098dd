import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/server/session';
import { checkPlan } from '$lib/pulse/plans/choosing.server';
import { administer, found, hereAndNow, teamsToChoose } from '$lib/pulse/plans/guarded.server';
import { library } from '$lib/pulse/plans/library.server';
import { changePlan, deletePlan, findPlan } from '$lib/pulse/plans/plans.server';
import { problemsOf } from '$lib/pulse/plans/refused';
import { questionsFor } from '$lib/pulse/waves/rounds.server';

export const load = async (event) => {
  requireRole(event, 'admin');
  const client = event.locals.supabase;
  const { zone, now } = hereAndNow();
  const plan = await found(findPlan(client, event.params.id));
  const [next, questions, teams] = await Promise.all([
    questionsFor(client, plan, zone, now),
    library(client, zone),
    teamsToChoose(client)
  ]);
  return { plan, next: questions.filter(({ id }) => next.includes(id)), teams };
};

export const actions = {
  change: (event) =>
    administer(event, async (client, form) => {
      const shown = String(form.get('next_on_shown') ?? '');
      const { row, problems } = await checkPlan(client, form, hereAndNow().today);
      if (Object.keys(problems).length > 0) return fail(400, { row, problems });
      try {
        await changePlan(client, event.params.id, row, shown);
      } catch (error) {
        return fail(400, { row, problems: problemsOf(error) });
      }
      redirect(303, '/waves?done=plan_changed');
    }),
  delete: (event) =>
    administer(event, async (client) => {
      await deletePlan(client, event.params.id);
      redirect(303, '/waves?done=plan_deleted');
    })
};
