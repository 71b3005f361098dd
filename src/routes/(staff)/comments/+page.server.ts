import { fail, type RequestEvent } from '@sveltejs/kit';
import { requireRole } from '$lib/server/session';
import { readQueue, type Act } from '$lib/pulse/comments/comment';
import { list, settle } from '$lib/pulse/comments/comments.server';
import { ActRefused } from '$lib/verbatims/moderation.server';

export const load = async (event) => {
  requireRole(event, 'moderator');
  const queue = readQueue(event.url.searchParams);
  return { queue, ...(await list(event.locals.supabase, queue)) };
};

export const actions = {
  release: (event) => act(event, 'release'),
  withhold: (event) => act(event, 'withhold')
};

/** A refusal is told on the page, with what was typed; only who may not read comments at all leaves it. */
async function act(event: RequestEvent, what: Act) {
  requireRole(event, 'moderator');
  const form = await event.request.formData();
  try {
    return await settle(event.locals.supabase, what, form);
  } catch (error) {
    if (!(error instanceof ActRefused)) throw error;
    const id = String(form.get('id') ?? '');
    const edited = form.get('edited');
    return fail(error.status, {
      refused: error.message,
      id,
      edited: edited === null ? null : String(edited)
    });
  }
}
