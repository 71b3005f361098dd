import { error } from '@sveltejs/kit';
import { app } from '$lib/server/app';
import { readOutside } from '$lib/server/config';
import { requireRole } from '$lib/server/session';
import { exportLinks } from '$lib/pulse/plans/links.server';
import { Refused } from '$lib/pulse/plans/refused';
import { REFUSALS } from '$lib/pulse/plans/words';

/** Makes new links, so it is no GET: nobody fetches them by accident, and no cache keeps them. */
export const POST = async (event) => {
  requireRole(event, 'admin');
  const { supabase } = await app();
  const origin = readOutside().origin ?? event.url.origin;
  try {
    const csv = await exportLinks(event.locals.supabase, supabase.service, event.params.id, origin);
    return new Response(csv.text, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${csv.name}"`,
        'cache-control': 'no-store'
      }
    });
  } catch (thrown) {
    if (thrown instanceof Refused) error(thrown.refusal === 'gone' ? 404 : 409, REFUSALS[thrown.refusal]());
    throw thrown;
  }
};
