import { error, fail } from '@sveltejs/kit';
import { readForm } from '$lib/pulse/answering/answer';
import { answerByLink, openLink, STATUS } from '$lib/pulse/answering/answers.server';
import { app } from '$lib/server/app';

/** Opening a link changes nothing, so that a scanner of mails does no harm. One answer for every link that is of no use. */
export const load = async ({ params, request }) => {
  const { supabase } = await app();
  const opened = await openLink(supabase.service, params.link).catch(() => undefined);
  // After a form was sent, what became of it is shown, whether the link still opens or not.
  if (request.method === 'POST') return { round: opened?.round ?? null };
  if (opened === undefined) error(503);
  if (opened?.standing !== 'invited') error(404);
  return { round: opened.round };
};

export const actions = {
  default: async ({ params, request, locals }) => {
    const given = readForm(await request.formData());
    const { supabase } = await app();
    const reply = await answerByLink(supabase.service, params.link, given, locals.locale);
    return STATUS[reply.outcome] === 200 ? reply : fail(STATUS[reply.outcome], reply);
  }
};
