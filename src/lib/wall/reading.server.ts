import type { Client } from '$lib/server/supabase';
import { SENTIMENTS, type Card, type Share, type Snapshot } from './card';
import type { WallEvent } from './events';
import { addDays, dayOf, readShare } from './period';
import { later, type Changed } from './recent';

/** Both databases answer with at most 1000 rows. */
const PAGE = 500;
/** Ids of one request travel in its address, which servers limit to some 8 kB. */
const IDS = 100;

/** How many of the newest cards a screen starts with. */
const DECK = { positive: 40, neutral: 25, negative: 40, answered: 20, memories: 20 };
/** Negatives with an answer are looked for this many days back, so that looking stays cheap at any volume. */
const ANSWERED_WITHIN = 60;
/** Memories are of a year ago, give or take this many days. */
const AROUND = 30;

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

async function readCards(service: Client, ids: string[]): Promise<Map<string, Card>> {
  const pages = Array.from({ length: Math.ceil(ids.length / IDS) }, (_, page) =>
    ids.slice(page * IDS, (page + 1) * IDS)
  );
  const answers = await Promise.all(pages.map((page) => cardsOf(service).in('id', page).throwOnError()));
  return new Map(answers.flatMap(({ data }) => data).map((card) => [card.id, card]));
}

/** The feed and the screens have a patience of their own, so supabase-js needs none. */
function cardsOf(service: Client) {
  return service.from('wall_cards').select('*').retry(false);
}

/** What a screen starts with. @param now milliseconds since 1970 */
export async function readSnapshot(service: Client, now: number): Promise<Snapshot> {
  // The cursor comes first: what changes while the cards are being read is sent again rather than lost.
  const cursor = await readCursor(service);
  const today = dayOf(now);
  const cards = () => cardsOf(service);
  const latest = { ascending: false };
  const aYearAgo = addDays(today, -365);
  const memories = () => cards().eq('sentiment', 'positive');
  const [share, ...answers] = await Promise.all([
    readCounts(service, today),
    ...SENTIMENTS.map((sentiment) =>
      cards()
        .eq('sentiment', sentiment)
        .order('day', latest)
        .order('received_at', latest)
        .limit(DECK[sentiment])
        .throwOnError()
    ),
    cards()
      .eq('sentiment', 'negative')
      .gte('day', addDays(today, -ANSWERED_WITHIN))
      .or('answer.not.is.null,owner.not.is.null')
      .order('day', latest)
      .limit(DECK.answered)
      .throwOnError(),
    memories()
      .lte('day', aYearAgo)
      .gte('day', addDays(aYearAgo, -AROUND))
      .order('day', latest)
      .limit(DECK.memories / 2)
      .throwOnError(),
    memories()
      .gt('day', aYearAgo)
      .lte('day', addDays(aYearAgo, AROUND))
      .order('day')
      .limit(DECK.memories / 2)
      .throwOnError()
  ]);
  const byId = new Map(answers.flatMap(({ data }) => data).map((card) => [card.id, card]));
  return { cards: [...byId.values()], share, cursor, at: new Date(now).toISOString() };
}

/** The real share of the period: everything tagged counts, held and hidden included. @param today `YYYY-MM-DD` */
export function readCounts(service: Client, today: string): Promise<Share> {
  return readShare(async (since, until) => {
    const { data } = await service.rpc('verbatim_counts', { since, until, slice: 'week' }).throwOnError();
    const all = data.find(({ grouped_by }) => grouped_by === 'all');
    return { positive: all?.positive ?? 0, neutral: all?.neutral ?? 0, negative: all?.negative ?? 0 };
  }, today);
}
