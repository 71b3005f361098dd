import { app } from '$lib/server/app';
import { readOutside } from '$lib/server/config';
import type { Client } from '$lib/server/supabase';
import { dayIn, reminderOf } from '../waves/clock';
import { countInvited } from './plans.server';
import type { findWave } from './planning.server';
import { stateOf } from './state';
import { listWaves } from './timetable.server';

type Wave = Awaited<ReturnType<typeof findWave>>;

/** Why a wave whose time has come is not open: a person has to mend it, or it is a matter of a minute. */
export type Obstacle = 'asks_nothing' | 'too_few' | 'soon';

/** So many who were not reached are named; more are counted. */
const NAMED = 20;

/** Where a wave stands, and what is still to be done for it. What administrators alone may know, they alone get. */
export async function outlook(
  client: Client,
  wave: Wave,
  { zone, now }: { zone: string; now: Date },
  admin: boolean
) {
  const state = stateOf(wave, now);
  const opens_on = dayIn(zone, wave.opens_at);
  const invited =
    admin && wave.status === 'planned' ? await countInvited(client, wave.audience, opens_on) : null;
  const listed = state === 'published' ? await listWaves(client, opens_on, zone, now) : [];
  return {
    state,
    opens_on,
    closes_on: dayIn(zone, wave.closes_at),
    reminds_on: wave.reminds ? (reminderOf(wave, zone)?.toISOString() ?? null) : null,
    invited,
    obstacle: state === 'late' ? obstacleOf(wave, invited) : null,
    participation: listed.find(({ id }) => id === wave.id)?.participation ?? null,
    unreached: admin && state === 'open' && readOutside().mail ? await unreached(wave.id) : null
  };
}

function obstacleOf(wave: Wave, invited: number | null): Obstacle {
  if (wave.questions.length === 0) return 'asks_nothing';
  return invited !== null && invited < wave.k_score ? 'too_few' : 'soon';
}

/** Who has not received an invitation yet: this tells nothing of who has answered. */
async function unreached(wave: string): Promise<{ names: string[]; more: number }> {
  const { supabase } = await app();
  const { data } = await supabase.service
    .rpc('wave_recipients', { wave, occasion: 'invitation', at_most: 1000 })
    .throwOnError();
  const names = data.slice(0, NAMED).map(({ full_name, email }) => `${full_name} <${email}>`);
  return { names, more: data.length - names.length };
}
