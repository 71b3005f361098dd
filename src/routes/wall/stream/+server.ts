import { error } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages';
import { app } from '$lib/server/app';
import { mayOpenWall } from '$lib/wall/access.server';
import { isCursor } from '$lib/wall/recent';
import { eventStream } from '$lib/wall/stream.server';

/** What happens on the wall, as server-sent events: since the cursor `after`, or from a snapshot on. */
export const GET = async (event) => {
  if (!mayOpenWall(event)) error(401, m.wall_sign_in());
  const after = event.url.searchParams.get('after');
  if (after !== null && !isCursor(after)) error(400, m.wall_bad_cursor());
  const { feed } = await app();
  return eventStream((reader) => feed.subscribe(after, reader));
};
