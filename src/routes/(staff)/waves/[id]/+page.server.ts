import { redirect } from '@sveltejs/kit';
import { app } from '$lib/server/app';
import { readOutside } from '$lib/server/config';
import { runSoon } from '$lib/server/jobs';
import { requireRole } from '$lib/server/session';
import { administer, found, hereAndNow } from '$lib/pulse/plans/guarded.server';
import { callOff, dropWave, findWave, openNow } from '$lib/pulse/plans/planning.server';
import { outlook } from '$lib/pulse/plans/outlook.server';

export const load = async (event) => {
  const person = requireRole(event, 'admin', 'leadership');
  const client = event.locals.supabase;
  const here = hereAndNow();
  const wave = await found(findWave(client, event.params.id));
  const { data: teams } = await client.from('teams').select('id, name').throwOnError();
  const admin = person.role === 'admin';
  return {
    wave,
    teams,
    admin,
    ...(await outlook(client, wave, here, admin)),
    today: here.today,
    linksOpen: readOutside().origin ?? event.url.origin,
    done: event.url.searchParams.get('done')
  };
};

export const actions = {
  open: (event) =>
    administer(event, async (client) => {
      const { supabase } = await app();
      await openNow(client, supabase.service, event.params.id, hereAndNow().zone);
      runSoon(supabase, 'pulse-mail');
      redirect(303, `/waves/${event.params.id}?done=opened`);
    }),
  drop: (event) =>
    administer(event, async (client) => {
      await dropWave(client, event.params.id);
      redirect(303, '/waves?done=dropped');
    }),
  call_off: (event) =>
    administer(event, async (client) => {
      await callOff(client, event.params.id);
      redirect(303, `/waves/${event.params.id}?done=called_off`);
    })
};
