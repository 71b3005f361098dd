import { requireRole } from '$lib/server/session';
import { administer, hereAndNow } from '$lib/pulse/plans/guarded.server';
import { library, retireQuestion } from '$lib/pulse/plans/library.server';

export const load = async (event) => {
  const person = requireRole(event, 'admin', 'leadership');
  return {
    admin: person.role === 'admin',
    library: await library(event.locals.supabase, hereAndNow().zone),
    done: event.url.searchParams.get('done')
  };
};

export const actions = {
  retire: (event) =>
    administer(event, (client, form) => retireQuestion(client, String(form.get('id')), true)),
  unretire: (event) =>
    administer(event, (client, form) => retireQuestion(client, String(form.get('id')), false))
};
