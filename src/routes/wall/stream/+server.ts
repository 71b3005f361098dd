import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages';
import { checkSettings } from '$lib/screens/checked';
import type { ScreenState } from '$lib/screens/screen';
import { hashOf, takeToken, tokenOf } from '$lib/screens/token.server';
import { app, type App } from '$lib/server/app';
import { teamAndBelow } from '$lib/verbatims/teams';
import { places } from '$lib/verbatims/verbatims.server';
import { mayOpenWall } from '$lib/wall/access.server';
import { isCursor } from '$lib/wall/recent';
import { eventStream } from '$lib/wall/stream.server';
import { watch, type Watcher } from '$lib/wall/watching.server';

/**
 * What happens on the wall, as server-sent events: from a snapshot on, or since the cursor `after` for who has what the
 * same `audience` was sent up to there. For a screen what its settings say; for an administrator, with `settings`,
 * what those would say.
 */
export const GET = async (event) => {
  const { searchParams } = event.url;
  const after = searchParams.get('after');
  if (after !== null && !isCursor(after)) error(400, m.wall_bad_cursor());
  const { feed, screens } = await app();
  await screens.ready();
  const who = (await proposal(event)) ?? (await screenOf(event, screens)) ?? personOf(event);
  const watcher = { ...who, after, audience: searchParams.get('audience') };
  return eventStream((reader) => watch({ feed, screens }, watcher, reader));
};

type Who = Pick<Watcher, 'id' | 'as'>;

/** An administrator looks at settings that are not saved; null for everybody else. */
async function proposal({ locals, url }: RequestEvent): Promise<Who | null> {
  const asked = url.searchParams.get('settings');
  if (asked === null || locals.person?.role !== 'admin') return null;
  const { settings } = checkSettings(parsed(asked));
  if (!settings) error(400, m.wall_bad_settings());
  const { teams: all } = await places(locals.supabase);
  const below = settings.teams.flatMap((id) => teamAndBelow(all, id));
  const teams = settings.teams.length > 0 ? below : null;
  return { id: null, as: (state) => ({ ...state, settings, teams }) };
}

async function screenOf(event: RequestEvent, screens: App['screens']): Promise<Who | null> {
  const token = tokenOf(event.cookies, 'screen');
  const screen = token && (await screens.of(hashOf(token)));
  if (!screen) return null;
  if (!screen.revoked) return { id: screen.id };
  takeToken(event, 'screen');
  error(410, m.wall_revoked());
}

/** A person sees the wall of the company, in their language and theme. */
function personOf(event: RequestEvent): Who {
  if (!mayOpenWall(event)) error(401, m.wall_sign_in());
  const { locale, theme } = event.locals;
  const own = { language: locale, ...(theme === 'auto' ? {} : { theme }) };
  const as = (state: ScreenState) => ({ ...state, settings: { ...state.settings, ...own } });
  return { id: null, as };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
