import type { Client } from '$lib/server/supabase';
import type { Bilingual } from './screen';
import type { Settings } from './settings';

/** A screen as `screen_states` tells of it. */
export interface ScreenRow {
  id: string;
  name: string;
  settings: Settings;
  teams: string[] | null;
  token_hash: string | null;
  revoked: boolean;
  paused: boolean;
  reload_at: string | null;
  identify_at: string | null;
  changed_at: string;
}

/** What holds for all screens. */
export interface Control {
  curtain_since: string | null;
  curtain_by: string | null;
  message_fr: string;
  message_en: string;
  message_until: string | null;
  lease_hours: number;
  changed_at: string;
}

/** All that changed since some moment. */
export interface States {
  /** When it was read, by the database's clock. */
  at: string;
  control: Control;
  screens: ScreenRow[];
}

/** A change may become visible this long after it was made, in milliseconds. */
const OVERLAP = 60_000;

/**
 * What holds for all screens, and the screens that changed.
 *
 * @param since the `at` of the answer before, of which some is told again; null for all
 */
export async function readStates(service: Client, since: string | null): Promise<States> {
  const from = since && new Date(Date.parse(since) - OVERLAP).toISOString();
  const { data } = await service.rpc('screen_states', { since: from }).throwOnError();
  return data as unknown as States;
}

/** What is said on all screens at a moment, in both languages; null when there is nothing. */
export function messageOf(
  { message_fr, message_en, message_until }: Omit<Control, 'curtain_since' | 'curtain_by'>,
  now: number
): Bilingual | null {
  if (message_until === null || Date.parse(message_until) <= now) return null;
  return { fr: message_fr || message_en, en: message_en || message_fr };
}
