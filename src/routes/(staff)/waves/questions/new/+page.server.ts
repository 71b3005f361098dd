import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/server/session';
import { addQuestion } from '$lib/pulse/plans/library.server';
import { newQuestion, readQuestion } from '$lib/pulse/plans/question-form';

export const load = (event) => {
  requireRole(event, 'admin');
  return { row: newQuestion() };
};

export const actions = {
  default: async (event) => {
    requireRole(event, 'admin');
    const { row, problems } = readQuestion(await event.request.formData());
    if (problems.length > 0) return fail(400, { row, problems });
    await addQuestion(event.locals.supabase, row);
    redirect(303, '/waves/questions?done=question_added');
  }
};
