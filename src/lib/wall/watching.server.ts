import { createHash } from 'node:crypto';
import type { ScreenBook } from '$lib/screens/book.server';
import { selectionOf, type ScreenState } from '$lib/screens/screen';
import { bytesOf } from './events';
import { keyOf, type Audience } from './audience';
import type { Reader, WallFeed } from './feed.server';

/** Whoever looks at the wall: a screen, or a person in a browser. */
export interface Watcher {
  /** Null for a person. */
  id: string | null;
  /** The cursor it comes back with; null to begin with a snapshot. */
  after: string | null;
  /** The audience it was when it had that cursor: as another one it begins with a snapshot. */
  audience: string | null;
  /** What a person's browser shows other than what everybody's does. */
  as?: (state: ScreenState) => ScreenState;
}

/**
 * Tells a watcher about itself first, then what its selection holds, and both again as they change. A screen that was
 * taken away is told so, and that is the end.
 *
 * @returns how to leave
 */
export function watch(
  { feed, screens }: { feed: WallFeed; screens: ScreenBook },
  { id, after, audience: before, as = (state) => state }: Watcher,
  reader: Reader
): () => void {
  let leaveFeed: () => void = () => undefined;
  let watched = '';

  const tell = (found: ScreenState | null, from: string | null) => {
    if (!found) {
      void reader.send(bytesOf([{ event: 'revoked', data: null }]));
      return reader.end();
    }
    const state = as(found);
    const audience: Audience = { selection: selectionOf(state), share: state.settings.share };
    const key = createHash('sha256').update(keyOf(audience)).digest('base64url').slice(0, 16);
    void reader.send(bytesOf([{ event: 'screen', data: { ...state, audience: key } }]));
    if (key === watched) return;
    watched = key;
    leaveFeed();
    leaveFeed = feed.subscribe(key === before ? from : null, reader, audience);
  };
  const stop = screens.listen(id, (state) => tell(state, null));
  tell(screens.state(id), after);
  return () => {
    stop();
    leaveFeed();
  };
}
