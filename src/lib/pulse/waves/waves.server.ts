import type { Client } from '$lib/server/supabase';
import { close } from '../closing.server';
import { dayIn } from './clock';
import { NothingToAsk, prepareRound } from './rounds.server';

/** Refusals that a person has to mend are told once, not every minute; the page shows them as long as they last. */
const told = new Set<string>();

/**
 * Does what is due: closes and publishes waves whose time is over, prepares the rounds of plans, opens waves whose time
 * has come. One that fails stops none of the others. A wave whose whole time passed unopened is left as it is.
 *
 * @param zone an IANA name: a round comes on its day there
 * @throws Error that names what failed and why, once the rest is done; never with anything anybody answered
 */
export async function keepWaves(service: Client, zone: string, at = new Date()): Promise<void> {
  const failures: string[] = [];
  const attempt = async (what: string, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      const failure = `${what}: ${reasonOf(error)}`;
      if (!mendable(error) || !told.has(failure)) failures.push(failure);
      told.add(failure);
    }
  };
  await attempt('closing', async () => {
    for (const { id } of await over(service, at)) await attempt(`wave ${id}`, () => close(service, id, at));
  });
  await attempt('planning', async () => {
    for (const plan of await duePlans(service, zone, at))
      await attempt(`plan ${plan.id}`, () => prepareRound(service, plan, zone, at));
  });
  await attempt('opening', async () => {
    for (const { id } of await dueWaves(service, at))
      await attempt(`wave ${id}`, () => launch(service, id, at));
  });
  if (failures.length > 0) throw new Error(failures.join('; '));
}

/**
 * Opens a planned wave whose time has come: from here on its people, teams and thresholds are fixed.
 *
 * @throws PostgrestError PT409 when it is not waiting, PT422 when it asks nothing or invites too few
 */
export async function launch(service: Client, wave: string, at = new Date()): Promise<void> {
  await service.rpc('launch_wave', { wave, at: at.toISOString() }).throwOnError();
}

/** Also those that were closed by a run that was interrupted before it published. */
async function over(service: Client, at: Date) {
  const { data } = await service
    .from('waves')
    .select('id')
    .or(`status.eq.closed,and(status.eq.open,closes_at.lte.${at.toISOString()})`)
    .throwOnError();
  return data;
}

async function duePlans(service: Client, zone: string, at: Date) {
  const { data } = await service
    .from('wave_plans')
    .select('*')
    .eq('paused', false)
    .lte('next_on', dayIn(zone, at))
    .throwOnError();
  return data;
}

async function dueWaves(service: Client, at: Date) {
  const now = at.toISOString();
  const { data } = await service
    .from('waves')
    .select('id')
    .eq('status', 'planned')
    .lte('opens_at', now)
    .gt('closes_at', now)
    .throwOnError();
  return data;
}

function mendable(error: unknown): boolean {
  return error instanceof NothingToAsk || codeOf(error) === 'PT422';
}

/** Our own refusals in their words, anything else by its code alone: a database may quote a row in its messages. */
function reasonOf(error: unknown): string {
  const { name, message } = error as Error;
  const code = codeOf(error);
  if (error instanceof NothingToAsk || code?.startsWith('PT')) return message;
  return code ?? name;
}

function codeOf(error: unknown): string | undefined {
  return (error as { code?: string }).code;
}
