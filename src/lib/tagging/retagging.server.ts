import { setImmediate } from 'node:timers/promises';
import type { Engine } from '$lib/sentiment/engine';
import type { Language } from '$lib/sentiment/sentiment';
import type { Client } from '$lib/server/supabase';
import { tagOf } from '$lib/verbatims/verbatim';
import { engineInForce } from './in-force.server';

/** Texts a page: large enough to be quick, small enough that screens are not kept waiting. */
const PAGE = 500;

/** Texts read between two breaths, so that the server answers everybody else meanwhile. */
const BREATH = 25;

/** As `texts_to_retag` answers. */
interface Row {
  id: string;
  revision: number;
  text: string;
  language: Language;
  rating_percent: number | null;
}

/**
 * Reads the past again with the model in force, if somebody asked for it: goes on where the last run ended or was
 * interrupted, page by page, until it is through, cancelled, or out of time.
 *
 * Only one run at a time is expected; where a second one overtakes it, it stops.
 *
 * @param until when it begins no other page; the next run goes on
 * @throws Error when a page cannot be read or stored: what was stored until then stays, and it can be asked for again
 */
export async function retag(service: Client, until: Date): Promise<void> {
  const taken = await take(service);
  if (!taken) return;
  try {
    const through = await readAgain(service, taken.id, taken.last_id, until);
    if (through) await end(service, taken.id, 'done');
  } catch (error) {
    await end(service, taken.id, 'failed', 'storage');
    throw error;
  }
}

/** The one that waits or was begun, now running and its texts counted. */
async function take(service: Client) {
  const { data: taken } = await service
    .from('retaggings')
    .update({ status: 'running', heard_of_at: new Date().toISOString() })
    .in('status', ['waiting', 'running'])
    .select('id, last_id, total')
    .maybeSingle()
    .throwOnError();
  if (taken && taken.total === null) {
    const { count } = await service
      .from('verbatims')
      .select('id', { count: 'exact', head: true })
      .in('status', ['approved', 'held', 'hidden'])
      .throwOnError();
    await service.from('retaggings').update({ total: count }).eq('id', taken.id).throwOnError();
  }
  return taken;
}

/** @returns whether there is no text left */
async function readAgain(
  service: Client,
  retagging: number,
  from: string | null,
  until: Date
): Promise<boolean> {
  const engine = await engineInForce(service);
  let after = from;
  do {
    const { data } = await service.rpc('texts_to_retag', { after, size: PAGE }).throwOnError();
    const rows = data as unknown as Row[];
    after = rows.at(-1)?.id ?? null;
    if (after === null) return true;
    const page = {
      retagging,
      read_to: after,
      read: rows.length,
      batch: (await tagAll(rows, engine)) as never
    };
    const { data: status } = await service.rpc('store_tags', page).throwOnError();
    if (status !== 'running') return false;
  } while (Date.now() < until.getTime());
  return false;
}

async function tagAll(rows: readonly Row[], engine: Engine) {
  const tags = [];
  for (const [i, { id, revision, text, language, rating_percent }] of rows.entries()) {
    if (i % BREATH === BREATH - 1) await setImmediate();
    tags.push({ id, revision, ...tagOf(text, language, rating_percent, engine) });
  }
  return tags;
}

async function end(
  service: Client,
  retagging: number,
  status: 'done' | 'failed',
  failure: string | null = null
): Promise<void> {
  await service
    .from('retaggings')
    .update({ status, failure, finished_at: new Date().toISOString() })
    .eq('id', retagging)
    .eq('status', 'running')
    .throwOnError();
}
