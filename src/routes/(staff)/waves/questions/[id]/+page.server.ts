import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/server/session';
import { administer, found, hereAndNow } from '$lib/pulse/plans/guarded.server';
import { changeQuestion, findQuestion } from '$lib/pulse/plans/library.server';
import { readQuestion } from '$lib/pulse/plans/question-form';

export const load = async (event) => {
  requireRole(event, 'admin');
  return { question: await found(findQuestion(event.locals.supabase, event.params.id, hereAndNow().zone)) };
};

export const actions = {
  default: (event) =>
    administer(event, async (client, form) => {
      const { row, problems } = readQuestion(form);
      if (problems.length > 0) return fail(400, { row, problems });
      await changeQuestion(client, event.params.id, row);
      redirect(303, '/waves/questions?done=question_changed');
    })
};
