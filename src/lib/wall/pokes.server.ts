import type { Supabase } from '$lib/server/supabase';

export interface Pokes {
  /** Milliseconds after which to look even if nobody poked: pokes can be lost, rows cannot. */
  every(): number;
  stop(): void;
}

const SAFETY_NET = 15_000;
/** Where pokes cannot be heard, looking often is all there is. */
const WITHOUT_POKES = 2_000;

/**
 * Calls `poke` whenever verbatims, or something about screens, changed, in this process or any other that works on the
 * same database.
 *
 * The embedded database passes on Postgres notifications. A hosted one sends a Realtime broadcast; where its channel
 * cannot be joined the log says so once, and Realtime goes on trying.
 */
export function hearPokes(
  { embedded, service }: Supabase,
  poke: () => void,
  about: 'verbatims' | 'screens' = 'verbatims'
): Pokes {
  if (embedded) return { every: () => SAFETY_NET, stop: embedded.listen(about, poke) };

  let joined = false;
  const channel = service
    .channel(about, { config: { private: true } })
    .on('broadcast', { event: 'changed' }, poke);
  channel.subscribe((status, problem) => {
    joined = status === 'SUBSCRIBED';
    if (joined) return poke();
    if (told.has(service) || status === 'CLOSED') return;
    told.add(service);
    const reason = problem ? `: ${problem.message}` : '';
    console.warn(
      `Realtime cannot be joined (${status}${reason}). The wall asks the database every ${WITHOUT_POKES / 1000} s instead.`
    );
  });
  return {
    every: () => (joined ? SAFETY_NET : WITHOUT_POKES),
    stop: () => void service.removeChannel(channel)
  };
}

/** Databases of which the log has said that their Realtime cannot be joined: once is enough for all channels. */
const told = new WeakSet<object>();
