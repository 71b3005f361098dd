import { error, fail } from '@sveltejs/kit';
import { readForm } from '$lib/pulse/answering/answer';
import { answerSignedIn, findRound, myRounds, STATUS, type Round } from '$lib/pulse/answering/answers.server';
import { requirePerson } from '$lib/server/session';
import { m } from '$lib/i18n/paraglide/messages';

export const load = async (event) => {
  requirePerson(event);
  event.setHeaders({ 'cache-control': 'no-store' });
  const client = event.locals.supabase;
  const read = Promise.all([findRound(client, event.params.wave), myRounds(client)]);
  // After a form was sent, it is shown again even if the questions cannot be read now.
  const [round, mine] =
    event.request.method === 'POST' ? await read.catch(() => [null, []] as const) : await read;
  if (!round && event.request.method !== 'POST') error(404, m.error_not_found());
  const standing = mine.find(({ id }) => id === round?.id)?.standing;
  return {
    round,
    ending: round && standing !== 'invited' ? endingOf(round, standing) : null,
    others: mine.filter(({ id, standing }) => id !== event.params.wave && standing === 'invited')
  };
};

export const actions = {
  default: async (event) => {
    requirePerson(event);
    const given = readForm(await event.request.formData());
    const { supabase, locale } = event.locals;
    const reply = await answerSignedIn(supabase, event.params.wave, given, locale);
    return STATUS[reply.outcome] === 200 ? reply : fail(STATUS[reply.outcome], reply);
  }
};

/** Why there is no form to fill in. */
function endingOf(
  round: Round,
  standing: 'answered' | 'declined' | undefined
): 'already' | 'not_invited' | 'planned' | 'cancelled' | 'closed' {
  if (standing) return 'already';
  if (round.status === 'open') return 'not_invited';
  return round.status === 'planned' || round.status === 'cancelled' ? round.status : 'closed';
}
