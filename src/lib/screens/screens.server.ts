import { m } from '$lib/i18n/paraglide/messages';
import type { Client } from '$lib/server/supabase';
import type { Viewed } from '$lib/wall/pages';
import { toldOf } from './beat';
import type { Fleet, FleetScreen } from './fleet';
import { messageOf } from './reading.server';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { viewOf } from './viewed';

/** An act on screens that was not done; the message says why and what to do, in the reader's language. */
export class ScreenActRefused extends Error {
  constructor(
    message: string,
    readonly status: number
  ) {
    super(message);
  }
}

export const COMMANDS = ['reload', 'identify', 'pause', 'resume'] as const;
export type Command = (typeof COMMANDS)[number];

/** Every screen that was not taken away, by name, and what holds for all; nothing for who does not keep the wall. */
export async function fleetOf(client: Client): Promise<Fleet> {
  const [screens, control, curtain] = await Promise.all([
    client
      .from('screens')
      .select('id, name, paused, paired_at, screen_beats(*)')
      .is('revoked_at', null)
      .order('name')
      .throwOnError(),
    client.from('wall_control').select('*').maybeSingle().throwOnError(),
    client.rpc('curtain').maybeSingle().throwOnError()
  ]);
  return {
    screens: screens.data.map(({ id, name, paused, paired_at, screen_beats: beat }) => ({
      id,
      name,
      paused,
      pairedAt: paired_at,
      told: beat && toldOf(beat)
    })),
    leaseHours: control.data?.lease_hours ?? 24,
    message: control.data && messageOf(control.data, Date.now()),
    messageUntil: control.data?.message_until ?? null,
    curtain: curtain.data?.since ? { since: curtain.data.since, by: curtain.data.by_name } : null
  };
}

/** From where each screen is looked at, and in which size: none for who does not keep the wall. */
export async function viewsOf(client: Client): Promise<Viewed[]> {
  const { data } = await client
    .from('screens')
    .select('settings, screen_beats(viewport_width, viewport_height)')
    .is('revoked_at', null)
    .throwOnError();
  return data.map(({ settings, screen_beats: beat }) => viewOf(settings as Partial<Settings>, beat));
}

/** One screen with its settings, for who keeps the wall; null when there is none, or it was taken away. */
export async function screenOf(
  client: Client,
  id: string
): Promise<(FleetScreen & { settings: Settings }) | null> {
  if (!isId(id)) return null;
  const { data } = await client
    .from('screens')
    .select('id, name, paused, paired_at, settings, screen_beats(*)')
    .eq('id', id)
    .is('revoked_at', null)
    .maybeSingle()
    .throwOnError();
  if (!data) return null;
  const { name, paused, paired_at: pairedAt, screen_beats: beat } = data;
  const settings = { ...DEFAULT_SETTINGS, ...(data.settings as unknown as Settings) };
  return { id, name, paused, pairedAt, told: beat && toldOf(beat), settings };
}

/**
 * Makes the TV that shows a code a screen.
 *
 * @param code as `readCode` gives it
 * @returns its id; null when no TV shows this code, or not any more
 * @throws ScreenActRefused
 */
export async function pairScreen(
  client: Client,
  code: string,
  name: string,
  settings: Settings
): Promise<string | null> {
  return asked(client.rpc('pair_screen', { code, name, settings: settings as never }));
}

/** Names and arranges a screen. @param settings checked before. @throws ScreenActRefused */
export async function setScreen(client: Client, id: string, name: string, settings: Settings): Promise<void> {
  await asked(client.rpc('set_screen', { screen: known(id), name, settings: settings as never }));
}

/** Takes a screen away for good. @throws ScreenActRefused */
export async function revokeScreen(client: Client, id: string): Promise<void> {
  await asked(client.rpc('revoke_screen', { screen: known(id) }));
}

/** @param id null for every screen. @throws ScreenActRefused */
export async function commandScreen(client: Client, id: string | null, command: Command): Promise<void> {
  await asked(client.rpc('command_screen', { screen: id === null ? null : known(id), command }));
}

/** Has all screens show safe content alone, or what they showed before. @throws ScreenActRefused */
export async function setCurtain(client: Client, raised: boolean): Promise<void> {
  await asked(client.rpc('set_curtain', { raised }));
}

/** Says something on all screens, up to 280 characters a language, for up to a week. @throws ScreenActRefused */
export async function sayToAll(
  client: Client,
  { fr, en, minutes }: { fr: string; en: string; minutes: number }
): Promise<void> {
  await asked(client.rpc('say_to_all', { fr, en, minutes }));
}

export async function clearMessage(client: Client): Promise<void> {
  await asked(client.rpc('clear_message'));
}

/** @param hours 1 to 168. @throws ScreenActRefused */
export async function setLease(client: Client, hours: number): Promise<void> {
  await asked(client.rpc('set_lease', { hours }));
}

/** What became of a call, or the refusal in words. Any other failure is thrown as it is. */
async function asked<T>(
  call: PromiseLike<{ data: T; error: { code: string; message: string } | null }>
): Promise<T> {
  const { data, error } = await call;
  if (!error) return data;
  const said = REFUSALS[error.code];
  if (!said) throw new Error(error.message, { cause: error });
  throw new ScreenActRefused(said(), Number(error.code.slice(2)));
}

const REFUSALS: Record<string, () => string> = {
  PT403: m.screens_refused_role,
  PT404: m.screens_refused_gone,
  PT409: m.screens_refused_name_taken,
  PT422: m.screens_refused_settings,
  PT429: m.screens_refused_too_many
};

/** The database takes nothing but ids for ids. @throws ScreenActRefused */
function known(id: string): string {
  if (!isId(id)) throw new ScreenActRefused(m.screens_refused_gone(), 404);
  return id;
}

function isId(id: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);
}
