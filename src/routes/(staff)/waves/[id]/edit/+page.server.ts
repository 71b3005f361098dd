import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/server/session';
import { dayIn } from '$lib/pulse/waves/clock';
import { administer, found, hereAndNow, teamsToChoose } from '$lib/pulse/plans/guarded.server';
import { askable, checkWave } from '$lib/pulse/plans/choosing.server';
import { changeWave, findWave } from '$lib/pulse/plans/planning.server';
import { daysBetween } from '$lib/verbatims/period';

export const load = async (event) => {
  requireRole(event, 'admin');
  const client = event.locals.supabase;
  const { zone } = hereAndNow();
  const wave = await found(findWave(client, event.params.id));
  if (wave.status !== 'planned') redirect(303, `/waves/${wave.id}`);
  const questions = wave.questions.map(({ id }) => id);
  const [library, teams] = await Promise.all([askable(client, zone, questions), teamsToChoose(client)]);
  const opens_on = dayIn(zone, wave.opens_at);
  const open_days = daysBetween(opens_on, dayIn(zone, wave.closes_at));
  return { wave, row: { ...wave, questions, opens_on, open_days }, library, teams };
};

export const actions = {
  default: (event) =>
    administer(event, async (client, form) => {
      const { zone, today } = hereAndNow();
      const wave = await findWave(client, event.params.id);
      const already = wave.questions.map(({ id }) => id);
      const { row, problems } = await checkWave(client, form, zone, today, already);
      if (Object.keys(problems).length > 0) return fail(400, { row, problems });
      await changeWave(client, wave.id, row, zone);
      redirect(303, `/waves/${wave.id}?done=changed`);
    })
};
