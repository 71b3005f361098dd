import { fail, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages';
import type { ToldOfFleet } from '$lib/screens/fleet';
import {
  clearMessage,
  COMMANDS,
  commandScreen,
  revokeScreen,
  sayToAll,
  ScreenActRefused,
  screenOf,
  setCurtain,
  setLease,
  type Command
} from '$lib/screens/screens.server';
import { requireRole } from '$lib/server/session';
import type { Client } from '$lib/server/supabase';

/** The form actions of the page. Each answers `{ told: ToldOfFleet }`. */
export const fleetActions = {
  command: (event: RequestEvent) => answer(event, command, 'admin'),
  revoke: (event: RequestEvent) => answer(event, revoke, 'admin'),
  curtain: (event: RequestEvent) => answer(event, curtain, 'admin', 'moderator'),
  say: (event: RequestEvent) => answer(event, say, 'admin', 'moderator'),
  clear: (event: RequestEvent) => answer(event, clear, 'admin', 'moderator'),
  lease: (event: RequestEvent) => answer(event, lease, 'admin')
};

type Act = (client: Client, field: (name: string) => string) => Promise<ToldOfFleet>;

/** Does what a form asks for; a refusal is told on the page. */
async function answer(event: RequestEvent, act: Act, ...roles: ('admin' | 'moderator')[]) {
  requireRole(event, ...roles);
  const form = await event.request.formData();
  try {
    const told = await act(event.locals.supabase, (name) => String(form.get(name) ?? '').trim());
    return 'refused' in told ? fail(400, { told }) : { told };
  } catch (error) {
    if (!(error instanceof ScreenActRefused)) throw error;
    const told: ToldOfFleet = { refused: error.message, where: null };
    return fail(error.status, { told });
  }
}

const OPPOSITES: Partial<Record<Command, Command>> = { pause: 'resume', resume: 'pause' };

async function command(client: Client, field: (name: string) => string): Promise<ToldOfFleet> {
  const command = COMMANDS.find((each) => each === field('command'));
  if (!command) throw new ScreenActRefused(m.screens_refused_settings(), 400);
  const id = field('screen') || null;
  const name = id === null ? null : await nameOf(client, id);
  await commandScreen(client, id, command);
  const opposite = OPPOSITES[command];
  return {
    done: name === null ? DONE_ALL[command]() : DONE[command]({ name }),
    // All at once may have been different before: only one screen goes back to exactly what it was.
    undo: opposite && id !== null ? { action: '?/command', fields: { screen: id, command: opposite } } : null
  };
}

const DONE: Record<Command, (given: { name: string }) => string> = {
  reload: m.screens_did_reload,
  identify: m.screens_did_identify,
  pause: m.screens_did_pause,
  resume: m.screens_did_resume
};
const DONE_ALL: Record<Command, () => string> = {
  reload: m.screens_did_reload_all,
  identify: m.screens_did_identify_all,
  pause: m.screens_did_pause_all,
  resume: m.screens_did_resume_all
};

async function revoke(client: Client, field: (name: string) => string): Promise<ToldOfFleet> {
  const name = await nameOf(client, field('screen'));
  await revokeScreen(client, field('screen'));
  return { done: m.screens_did_revoke({ name }), undo: null };
}

async function curtain(client: Client, field: (name: string) => string): Promise<ToldOfFleet> {
  const raised = field('raised') === 'yes';
  await setCurtain(client, raised);
  return {
    done: raised ? m.screens_did_raise() : m.screens_did_lift(),
    undo: { action: '?/curtain', fields: { raised: raised ? 'no' : 'yes' } }
  };
}

async function say(client: Client, field: (name: string) => string): Promise<ToldOfFleet> {
  const [fr, en, minutes] = [field('fr'), field('en'), Number(field('minutes'))];
  const isRight = (fr || en) && [...fr].length <= 280 && [...en].length <= 280;
  if (!isRight) return { refused: m.screens_message_missing(), where: 'message' };
  await sayToAll(client, { fr, en, minutes: Number.isInteger(minutes) ? minutes : 0 });
  return { done: m.screens_did_say(), undo: { action: '?/clear', fields: {} } };
}

async function clear(client: Client): Promise<ToldOfFleet> {
  await clearMessage(client);
  return { done: m.screens_did_clear(), undo: null };
}

async function lease(client: Client, field: (name: string) => string): Promise<ToldOfFleet> {
  const hours = Number(field('hours'));
  if (!Number.isInteger(hours) || hours < 1 || hours > 168)
    return { refused: m.screens_lease_wrong(), where: 'lease' };
  await setLease(client, hours);
  return { done: m.screens_did_lease(), undo: null };
}

/** @throws ScreenActRefused for a screen that is gone */
async function nameOf(client: Client, id: string): Promise<string> {
  const screen = await screenOf(client, id);
  if (!screen) throw new ScreenActRefused(m.screens_refused_gone(), 404);
  return screen.name;
}
