import type { Client } from '$lib/server/supabase';
import type { Card } from './card';
import { bytesOf, type WallEvent } from './events';
import { beforehand, later, type Changed } from './recent';

/** Both databases answer with at most 1000 rows. */
const PAGE = 500;
/** Ids of one request travel in its address, which servers limit to some 8 kB. */
export const IDS = 100;

/** A screen that missed more changes than this begins anew, which is less to send and to hold. */
const MOST_MISSED = 3000;

/** Of the newest change; the beginning of time where nothing ever happened. */
export async function readCursor(service: Client): Promise<string> {
  const newestFirst = service
    .from('verbatims')
    .select('changed_at')
    .order('changed_at', { ascending: false });
  const { data } = await newestFirst.limit(1).retry(false).throwOnError();
  return data[0]?.changed_at ?? '1970-01-01T00:00:00+00:00';
}

/** Everything that changed after an instant, oldest first, in pages, each verbatim as it is now. */
export async function* readChanges(service: Client, since: string): AsyncGenerator<Changed[]> {
  let from = since;
  let skip = 0;
  for (;;) {
    const { data } = await service
      .rpc('wall_changes', { since: from, at_most: skip + PAGE })
      .range(skip, skip + PAGE - 1)
      .throwOnError();
    const last = data.at(-1)?.changed_at;
    if (data.length < PAGE || last === undefined) {
      if (data.length > 0) yield data;
      return;
    }
    // Changes of one instant may go on in the next page, which therefore begins before the last instant of this one.
    const cut = data.findLastIndex((change) => change.changed_at !== last);
    if (cut === -1) {
      yield data;
      skip += PAGE;
    } else {
      yield data.slice(0, cut + 1);
      from = (data[cut] as Changed).changed_at;
      skip = 0;
    }
  }
}

/**
 * What to tell screens of these changes, in the same order, with the cards as they are now.
 *
 * @param cursor where the screens are; each event carries the later of that and its own instant
 */
export async function eventsOf(service: Client, changes: Changed[], cursor: string): Promise<WallEvent[]> {
  const cards = await readCards(
    service,
    changes.filter(({ approved }) => approved).map(({ id }) => id)
  );
  let id = cursor;
  return changes.flatMap((change): WallEvent[] => {
    id = later(id, change.changed_at);
    const card = cards.get(change.id);
    if (card) return [{ event: 'change', id, data: { card } }];
    // Whatever was never changed was never approved, and no screen has it. One that is approved and not to be found
    // has changed again, and is reported again.
    if (change.approved || change.revision === 0) return [];
    return [{ event: 'change', id, data: { gone: change.id, revision: change.revision } }];
  });
}

/** What a screen that comes back missed, page by page as it is sent, and its cursor from then on. */
export interface Missed {
  pages: Uint8Array[];
  cursor: string;
}

/** @returns null for so much that it had better begin with a snapshot */
export async function readMissed(service: Client, after: string): Promise<Missed | null> {
  const missed: Missed = { pages: [], cursor: after };
  let count = 0;
  for await (const page of readChanges(service, beforehand(after))) {
    if ((count += page.length) > MOST_MISSED) return null;
    const events = await eventsOf(service, page, missed.cursor);
    if (events.length > 0) missed.pages.push(bytesOf(events));
    missed.cursor = page.reduce((latest, change) => later(latest, change.changed_at), missed.cursor);
  }
  return missed;
}

async function readCards(service: Client, ids: string[]): Promise<Map<string, Card>> {
  const pages = Array.from({ length: Math.ceil(ids.length / IDS) }, (_, page) =>
    ids.slice(page * IDS, (page + 1) * IDS)
  );
  const answers = await Promise.all(pages.map((page) => cardsOf(service).in('id', page).throwOnError()));
  return new Map(answers.flatMap(({ data }) => data).map((card) => [card.id, card]));
}

/** The feed and the screens have a patience of their own, so supabase-js needs none. */
export function cardsOf(service: Client) {
  return service.from('wall_cards').select('*').retry(false);
}
