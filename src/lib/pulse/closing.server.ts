import type { Json } from '$lib/server/database.types';
import { shippedEngine } from '$lib/sentiment/tagger.server';
import type { Client } from '$lib/server/supabase';
import { publicationOf, type ClosedWave } from './publication';

/**
 * Ends a wave whose time is over, and publishes what may be shown of it. May be interrupted and called again.
 *
 * @param at the moment it is taken to happen, for waves of the past
 * @throws PostgrestError when the wave is still open, or was cancelled
 */
export async function close(service: Client, wave: string, at = new Date()): Promise<void> {
  const moment = at.toISOString();
  await service.rpc('close_wave', { wave, at: moment }).throwOnError();
  const { data } = await service.rpc('closed_wave', { wave }).throwOnError();
  if (data === null) return;
  const publication = publicationOf(data as unknown as ClosedWave, shippedEngine().tag);
  await service
    .rpc('publish_wave', { wave, publication: publication as unknown as Json, at: moment })
    .throwOnError();
}
