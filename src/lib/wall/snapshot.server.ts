import type { Selection } from '$lib/screens/screen';
import type { Client } from '$lib/server/supabase';
import type { Audience } from './audience';
import { newestFirst, SENTIMENTS, type Card, type Counts, type Share, type Snapshot } from './card';
import { addDays, dayOf, readShare } from './period';
import { cardsOf, IDS, readCursor } from './reading.server';

/** How many of the newest cards a screen starts with. */
export type Deck = Record<'positive' | 'neutral' | 'negative' | 'answered' | 'memories', number>;
export const FULL_DECK: Deck = { positive: 40, neutral: 25, negative: 40, answered: 20, memories: 20 };
/** Enough for the first minute, in a few kilobytes. */
export const FIRST_DECK: Deck = { positive: 4, neutral: 2, negative: 2, answered: 2, memories: 2 };
/** Negatives with an answer are looked for this many days back, so that looking stays cheap at any volume. */
const ANSWERED_WITHIN = 60;
/** Memories are of a year ago, give or take this many days. */
const AROUND = 30;

/** What a screen of this audience starts with. @param now milliseconds since 1970 */
export async function readSnapshot(
  service: Client,
  now: number,
  audience: Audience,
  deck: Deck
): Promise<Snapshot> {
  // The cursor comes first: what changes while the cards are being read is sent again rather than lost.
  const cursor = await readCursor(service);
  const today = dayOf(now);
  const aYearAgo = addDays(today, -365);
  const cards = (most: number, those: Those, first?: First) =>
    readCards(service, audience.selection, { most, those, first });
  const [share, ...answers] = await Promise.all([
    readCounts(service, today, audience),
    ...SENTIMENTS.map((sentiment) => cards(deck[sentiment], (all) => all.eq('sentiment', sentiment))),
    cards(deck.answered, (all) =>
      all
        .eq('sentiment', 'negative')
        .gte('day', addDays(today, -ANSWERED_WITHIN))
        .or('answer.not.is.null,owner.not.is.null')
    ),
    cards(deck.memories / 2, (all) =>
      all.eq('sentiment', 'positive').lte('day', aYearAgo).gte('day', addDays(aYearAgo, -AROUND))
    ),
    cards(
      deck.memories / 2,
      (all) => all.eq('sentiment', 'positive').gt('day', aYearAgo).lte('day', addDays(aYearAgo, AROUND)),
      'oldest'
    )
  ]);
  const byId = new Map(answers.flat().map((card) => [card.id, card]));
  return { cards: [...byId.values()], share, cursor, at: new Date(now).toISOString() };
}

type Cards = ReturnType<typeof cardsOf>;
type Those = (all: Cards) => Cards;
type First = 'newest' | 'oldest';

/** The newest, or the oldest, of some of the cards of a selection. */
async function readCards(
  service: Client,
  { teams, steps, languages }: Selection,
  { most, those, first = 'newest' }: { most: number; those: Those; first?: First | undefined }
): Promise<Card[]> {
  const order = { ascending: first === 'oldest' };
  const parts = teams === null ? [null] : partsOf(teams);
  const answers = await Promise.all(
    parts.map((part) => {
      let all = those(cardsOf(service));
      if (part) all = all.in('team_id', part);
      if (steps.length > 0) all = all.in('step_id', steps);
      if (languages.length > 0) all = all.in('language', languages);
      return all.order('day', order).order('received_at', order).limit(most).throwOnError();
    })
  );
  const cards = answers.flatMap(({ data }) => data).sort(newestFirst);
  return first === 'newest' ? cards.slice(0, most) : cards.slice(-most);
}

/** As many ids at a time as fit into the address of a request. */
function partsOf(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / IDS) }, (_, i) => ids.slice(i * IDS, (i + 1) * IDS));
}

/**
 * The real share of the period, in the teams and steps that were chosen: everything tagged counts, held and hidden
 * included. In all languages, which are not counted apart.
 *
 * @param today `YYYY-MM-DD`
 */
export function readCounts(service: Client, today: string, { selection, share }: Audience): Promise<Share> {
  const { teams, steps } = selection;
  const inTeams = teams === null ? {} : { in_teams: [...teams] };
  return readShare(
    async (since, until) => {
      const rows = service.rpc('verbatim_counts', { since, until, slice: 'week', ...inTeams });
      const { data } = await (
        steps.length === 0 ? rows.eq('grouped_by', 'all') : rows.eq('grouped_by', 'step').in('step_id', steps)
      ).throwOnError();
      const counts: Counts = { positive: 0, neutral: 0, negative: 0 };
      for (const row of data) for (const sentiment of SENTIMENTS) counts[sentiment] += row[sentiment];
      return counts;
    },
    today,
    share
  );
}
