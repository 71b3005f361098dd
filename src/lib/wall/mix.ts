import { SENTIMENTS, type Counts, type Sentiment } from './card';
import type { Entry } from './deck';

/** The sentiments of ten cards in a row, oldest first; null is a pause without a card. */
export type Window = readonly (Sentiment | null)[];

export const WINDOW = 10;
/** Two in a row leave room for six negatives in a repeated ten; above seven the share cannot be kept within one. */
const MOST_NEGATIVE = 0.7;
const CLOSEST_TO_IT = 0.65;

export function isWindow(window: Window): boolean {
  return window.length === WINDOW;
}

/**
 * The share to keep on the screen: the real one, over the sentiments that have cards at all.
 *
 * @returns three shares that add up to 1, or zeros without cards
 */
export function mixOf(present: Sentiment[], { cards, counts }: { cards: Entry[]; counts: Counts }): Counts {
  const mix: Counts = { positive: 0, neutral: 0, negative: 0 };
  const real = sumOf(counts, present) > 0 ? counts : countCards(cards);
  const total = sumOf(real, present);
  for (const sentiment of present) mix[sentiment] = real[sentiment] / total;
  const others = present.filter((sentiment) => sentiment !== 'negative');
  if (mix.negative <= MOST_NEGATIVE || others.length === 0) return mix;
  const rest = 1 - mix.negative;
  for (const sentiment of others) {
    const part = rest > 0 ? mix[sentiment] / rest : 1 / others.length;
    mix[sentiment] = part * (1 - CLOSEST_TO_IT);
  }
  return { ...mix, negative: CLOSEST_TO_IT };
}

function sumOf(counts: Counts, sentiments: Sentiment[]): number {
  return sentiments.reduce((sum, sentiment) => sum + counts[sentiment], 0);
}

function countCards(cards: Entry[]): Counts {
  const counts: Counts = { positive: 0, neutral: 0, negative: 0 };
  for (const { card } of cards) counts[card.sentiment] += 1;
  return counts;
}

/**
 * How far ten cards are from what may be shown; 0 when they may.
 *
 * They may when each sentiment is within one card of its share, and when repeating them for ever would never put three
 * negatives in a row. So whoever is in such a window can always stay in one, by showing again what leaves it.
 */
export function badness(window: Window, mix: Counts): number {
  let excess = 0;
  for (const sentiment of SENTIMENTS) {
    const count = window.filter((shown) => shown === sentiment).length;
    excess += Math.max(0, Math.abs(count - WINDOW * mix[sentiment]) - 1);
  }
  return excess < 1e-6 && longRuns(window) === 0 ? 0 : excess + 0.1 * longRuns(window);
}

/** Places of the ten, taken as a ring, where a third negative in a row stands. */
function longRuns(window: Window): number {
  return window.filter((_, i) =>
    [0, 1, 2].every((back) => window[(i - back + WINDOW) % WINDOW] === 'negative')
  ).length;
}

/**
 * Ten cards of this mix, well spread: what a screen that starts, or starts over, imagines it has shown.
 *
 * @param afterNegative whether a negative was really shown last: then what may follow is as after the longest run
 */
export function wheel(mix: Counts, afterNegative: boolean): Window {
  const counts = tenOf(mix);
  const others = spread({ positive: counts.positive, neutral: counts.neutral });
  const window: (Sentiment | null)[] = [];
  others.forEach((sentiment, i) => {
    const before = Math.floor((i * counts.negative) / others.length);
    const after = Math.floor(((i + 1) * counts.negative) / others.length);
    window.push(sentiment, ...Array<Sentiment>(after - before).fill('negative'));
  });
  while (window.length < WINDOW) window.push(null);
  const end = afterNegative ? endOfLongestRun(window) : WINDOW;
  return [...window.slice(end), ...window.slice(0, end)];
}

function endOfLongestRun(window: Window): number {
  const isNegative = (i: number) => window[i % WINDOW] === 'negative';
  const ends = window.map((_, i) => i).filter((i) => isNegative(i) && !isNegative(i + 1));
  const longest = ends.find((i) => isNegative(i + WINDOW - 1)) ?? ends[0] ?? WINDOW - 1;
  return longest + 1;
}

/** Ten cards by largest remainder, with at most six negatives. */
function tenOf(mix: Counts): Counts {
  const counts: Counts = { positive: 0, neutral: 0, negative: 0 };
  for (const sentiment of SENTIMENTS) counts[sentiment] = Math.floor(WINDOW * mix[sentiment]);
  counts.negative = Math.min(counts.negative, 6);
  const room = SENTIMENTS.filter((sentiment) => mix[sentiment] > 0);
  while (sumOf(counts, [...SENTIMENTS]) < WINDOW) {
    const [most] = room
      .filter((sentiment) => sentiment !== 'negative' || counts.negative < 6)
      .sort((a, b) => WINDOW * mix[b] - counts[b] - (WINDOW * mix[a] - counts[a]));
    if (!most) break;
    counts[most] += 1;
  }
  return counts;
}

/** The same sentiments in an order that keeps those of a kind apart. */
function spread(counts: { positive: number; neutral: number }): Sentiment[] {
  const total = counts.positive + counts.neutral;
  return Array.from({ length: total }, (_, i) => {
    const isNeutral =
      Math.floor(((i + 1) * counts.neutral) / total) > Math.floor((i * counts.neutral) / total);
    return isNeutral ? 'neutral' : 'positive';
  });
}
