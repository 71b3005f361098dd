import { reachable } from '$lib/screens/address.server';
import { fleetOf } from '$lib/screens/screens.server';
import { shownFleet } from '$lib/screens/shown.server';
import { app } from '$lib/server/app';
import { readOutside } from '$lib/server/config';
import { requireRole } from '$lib/server/session';
import { fleetActions } from './acts.server';

/** How every screen is, and what holds for all of them. */
export const load = async (event) => {
  const { role } = requireRole(event, 'admin', 'moderator');
  event.depends('screens:fleet');
  const { screens } = await app();
  const client = event.locals.supabase;
  await screens.beats.store();
  const fleet = await fleetOf(client);
  const setting = { now: Date.now(), build: screens.build, zone: readOutside().timeZone };
  return {
    admin: role === 'admin',
    fleet: await shownFleet(client, fleet, setting),
    /** The screen that somebody is about to take away. */
    revoking: role === 'admin' ? event.url.searchParams.get('revoke') : null,
    address: reachable(event.url)
  };
};

export const actions = fleetActions;
