import { player } from 'virtual:wall-player';
import { loadDemo } from '$lib/demo/load.server';
import { ScreenBook } from '$lib/screens/book.server';
import { WallFeed } from '$lib/wall/feed.server';
import { openDoor } from './embedded/door';
import { startJobs } from './jobs';
import { openSupabase, type Supabase } from './supabase';

/** What lives as long as the server: the door to data, the feed of the wall, the screens, the background jobs. */
export interface App {
  supabase: Supabase;
  feed: WallFeed;
  screens: ScreenBook;
  stop(): Promise<void>;
}

/** Kept outside of this module, which a development server loads again at every change: the database opens once. */
const kept = globalThis as { visAVis?: Promise<App> };

/** The running application, started by the first call. */
export function app(): Promise<App> {
  return (kept.visAVis ??= start());
}

async function start(): Promise<App> {
  const supabase = await openSupabase();
  if (supabase.config.kind === 'embedded' && supabase.config.demo) await loadDemo(supabase);
  const feed = new WallFeed(supabase);
  const screens = new ScreenBook(supabase, player.build);
  const stopJobs = startJobs(supabase);
  const { embedded, config } = supabase;
  const closeDoor = embedded ? await openDoor(config.dataDir, embedded.fetch) : undefined;

  const stop = async () => {
    stopJobs();
    feed.close();
    screens.close();
    await closeDoor?.();
    await supabase.close();
  };
  // Emitted by the server once it takes no more requests; it waits for the event loop to run dry.
  process.once('sveltekit:shutdown', () => void stop());
  return { supabase, feed, screens, stop };
}
