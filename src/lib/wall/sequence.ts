import {
  isAnswered,
  isMemory,
  newestFirst,
  SENTIMENTS,
  type Card,
  type Counts,
  type Sentiment
} from './card';
import type { Entry } from './deck';
import { badness, isWindow, mixOf, wheel, WINDOW, type Window } from './mix';

/** What a screen remembers of what it has shown. A value: `next` returns a new one. */
export interface Rotation {
  /** The sentiments of the last ten cards, oldest first; imagined ones at the very start. */
  window: Window;
  /** How many turns in a row the window has been off the share, which moves as verbatims come in. */
  off: number;
  /** Negatives shown in a row up to now. */
  negatives: number;
  /** How many cards each sentiment is owed by the real share, in cards. */
  owed: Counts;
  /** The turn at which each card was last shown. */
  shown: ReadonlyMap<string, number>;
  turn: number;
  last: string | null;
}

/** A card, or null where only a third negative in a row could follow: then the screen shows the share instead. */
export type Turn = { card: Card; memory: boolean } | null;

export interface Deal {
  cards: Entry[];
  /** The real counts of the period. */
  counts: Counts;
  today: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** For how long an arrival goes before everything else, in milliseconds. */
const NEWS_LASTS = 10 * 60_000;
/** A debt beyond this many cards is forgiven: it comes from a share that no longer holds. */
const MOST_OWED = 3;

export const START: Rotation = {
  window: [],
  off: 0,
  negatives: 0,
  owed: { positive: 0, neutral: 0, negative: 0 },
  shown: new Map(),
  turn: 0,
  last: null
};

/**
 * Chooses the next card. Deterministic: the same memory and the same deal always give the same turn.
 *
 * - Of any ten cards in a row, each sentiment has its real share within one card, where cards of it exist.
 * - Never more than two negatives in a row. That wins over the share when more than seven in ten are negative.
 * - Within a sentiment: what was never shown before what was, news first, then the newest; a negative that somebody
 *   answered or took before one that waits. When all were shown, the one that was shown longest ago.
 * - News is shown as soon as the share allows it.
 */
export function next(rotation: Rotation, deal: Deal): { turn: Turn; rotation: Rotation } {
  const candidates = SENTIMENTS.map((sentiment) => candidateOf(sentiment, rotation, deal)).filter(
    (entry) => entry !== null
  );
  const mix = mixOf(
    candidates.map(({ card }) => card.sentiment),
    deal
  );
  const window =
    isWindow(rotation.window) && rotation.off < WINDOW ? rotation.window : wheel(mix, rotation.negatives > 0);
  const options = candidates
    .filter(({ card }) => card.sentiment !== 'negative' || rotation.negatives < 2)
    .map((entry) => optionOf(entry, window, mix));
  const [choice] = options.sort(
    (a, b) =>
      a.badness - b.badness ||
      Number(isNewsNow(b.entry, rotation, deal)) - Number(isNewsNow(a.entry, rotation, deal)) ||
      Number(a.entry.card.id === rotation.last) - Number(b.entry.card.id === rotation.last) ||
      owedTo(b.entry.card.sentiment) - owedTo(a.entry.card.sentiment)
  );
  function owedTo(sentiment: Sentiment): number {
    return rotation.owed[sentiment] + mix[sentiment];
  }

  const turn = rotation.turn + 1;
  if (!choice) {
    const paused = { ...rotation, turn, window: [...window.slice(1), null], negatives: 0, last: null };
    return { turn: null, rotation: paused };
  }
  const { card } = choice.entry;
  return {
    turn: { card, memory: isMemory(card, deal.today) },
    rotation: {
      window: choice.window,
      off: choice.badness === 0 ? 0 : (rotation.off % WINDOW) + 1,
      negatives: card.sentiment === 'negative' ? rotation.negatives + 1 : 0,
      owed: settle(rotation.owed, mix, card.sentiment),
      shown: remember(rotation, deal, card),
      turn,
      last: card.id
    }
  };
}

/** Whether news has not had its turn yet: nothing else may take it. */
export function hasNews(rotation: Rotation, deal: Deal): boolean {
  return deal.cards.some((entry) => isNewsNow(entry, rotation, deal));
}

function optionOf(entry: Entry, from: Window, mix: Counts) {
  const window = [...from.slice(1), entry.card.sentiment];
  return { entry, window, badness: badness(window, mix) };
}

function settle(owed: Counts, mix: Counts, shown: Sentiment): Counts {
  const settled = { ...owed };
  for (const sentiment of SENTIMENTS) {
    const debt = owed[sentiment] + mix[sentiment] - (sentiment === shown ? 1 : 0);
    settled[sentiment] = Math.max(-MOST_OWED, Math.min(MOST_OWED, debt));
  }
  return settled;
}

/** The card of this sentiment whose turn it would be. */
function candidateOf(sentiment: Sentiment, rotation: Rotation, deal: Deal): Entry | null {
  let best: Entry | null = null;
  for (const entry of deal.cards) {
    if (entry.card.sentiment !== sentiment) continue;
    if (best === null || order(entry, best, rotation, deal) < 0) best = entry;
  }
  return best;
}

function order(a: Entry, b: Entry, rotation: Rotation, deal: Deal): number {
  const shownA = rotation.shown.get(a.card.id) ?? 0;
  const shownB = rotation.shown.get(b.card.id) ?? 0;
  if (shownA !== shownB) return shownA - shownB;
  return (
    Number(waits(a.card)) - Number(waits(b.card)) ||
    Number(isNewsNow(b, rotation, deal)) - Number(isNewsNow(a, rotation, deal)) ||
    newestFirst(a.card, b.card)
  );
}

function waits(card: Card): boolean {
  return card.sentiment === 'negative' && !isAnswered(card);
}

function isNewsNow(entry: Entry, rotation: Rotation, deal: Deal): boolean {
  return (
    entry.arrived !== null && deal.now - entry.arrived < NEWS_LASTS && !rotation.shown.has(entry.card.id)
  );
}

/** Cards that left the deck are forgotten, or the memory would grow for as long as the screen runs. */
function remember(rotation: Rotation, deal: Deal, card: Card): Map<string, number> {
  const shown = new Map([...rotation.shown, [card.id, rotation.turn + 1]]);
  if (shown.size <= 2 * deal.cards.length + 10) return shown;
  const present = new Set(deal.cards.map((entry) => entry.card.id));
  return new Map([...shown].filter(([id]) => present.has(id)));
}
