import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isAnswered, SENTIMENTS, type Card, type Counts, type Sentiment } from './card';
import { asDeck, NOW, play, sampleCard } from './sample';

// Thousands of generated queues take a second here, and more on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 });

const days = fc
  .integer({ min: 0, max: 400 })
  .map((ago) => new Date(NOW - ago * 86_400_000).toISOString().slice(0, 10));
const anyCard = fc
  .record({ sentiment: fc.constantFrom(...SENTIMENTS), day: days, answered: fc.boolean() })
  .map(({ sentiment, day, answered }) =>
    sampleCard(sentiment, { day, answer: answered ? 'Nous avons changé la vis.' : null })
  );
const anyDeck = fc.array(anyCard, { minLength: 1, maxLength: 40 });
const anyCounts = fc.record({ positive: fc.nat(400), neutral: fc.nat(400), negative: fc.nat(400) });

function feasible(counts: Counts, present: Set<Sentiment>): boolean {
  const total = SENTIMENTS.reduce((sum, each) => sum + (present.has(each) ? counts[each] : 0), 0);
  const others = SENTIMENTS.some((each) => each !== 'negative' && present.has(each));
  return total > 0 && others && (present.has('negative') ? counts.negative / total : 0) <= 0.7;
}

function farthest(window: (Card | null)[], counts: Counts, present: Set<Sentiment>): number {
  const total = SENTIMENTS.reduce((sum, each) => sum + (present.has(each) ? counts[each] : 0), 0);
  return Math.max(
    ...[...present].map((each) => {
      const count = window.filter((shown) => shown?.sentiment === each).length;
      return Math.abs(count - (10 * counts[each]) / total);
    })
  );
}

describe('the order of the wall', () => {
  it('keeps each sentiment within one card of its real share, over any ten cards in a row', () => {
    fc.assert(
      fc.property(anyDeck, anyCounts, (cards, counts) => {
        const present = new Set(cards.map(({ sentiment }) => sentiment));
        fc.pre(feasible(counts, present));
        const { shown } = play(50, () => ({ cards: asDeck(cards), counts }));
        for (let i = 10; i <= shown.length; i += 1) {
          expect(farthest(shown.slice(i - 10, i), counts, present)).toBeLessThanOrEqual(1 + 1e-6);
        }
      }),
      { numRuns: 2000 }
    );
  });

  it('keeps it while new cards keep coming in', () => {
    fc.assert(
      fc.property(
        anyDeck,
        anyCounts,
        fc.array(fc.option(anyCard), { minLength: 40, maxLength: 40 }),
        (cards, counts, coming) => {
          const everywhere = [...cards, ...SENTIMENTS.map((sentiment) => sampleCard(sentiment))];
          const present = new Set(SENTIMENTS);
          fc.pre(feasible(counts, present));
          const deck = asDeck(everywhere);
          const { shown } = play(40, (turn) => {
            const arrival = coming[turn];
            if (arrival) deck.push({ card: arrival, arrived: NOW });
            return { cards: [...deck], counts };
          });
          for (let i = 10; i <= shown.length; i += 1) {
            expect(farthest(shown.slice(i - 10, i), counts, present)).toBeLessThanOrEqual(1 + 1e-6);
          }
        }
      ),
      { numRuns: 1000 }
    );
  });

  it('is back within one card at most twenty cards after the share itself changed', () => {
    fc.assert(
      fc.property(
        anyDeck,
        anyCounts,
        anyCounts,
        fc.integer({ min: 0, max: 25 }),
        (cards, before, after, when) => {
          const everywhere = [...cards, ...SENTIMENTS.map((sentiment) => sampleCard(sentiment))];
          const present = new Set(SENTIMENTS);
          fc.pre(feasible(after, present));
          const { shown } = play(when + 40, (turn) => ({
            cards: asDeck(everywhere),
            counts: turn < when ? before : after
          }));
          for (let i = when + 20; i <= shown.length; i += 1) {
            expect(farthest(shown.slice(i - 10, i), after, present)).toBeLessThanOrEqual(1 + 1e-6);
          }
        }
      ),
      { numRuns: 1500 }
    );
  });

  it('never shows more than two negatives in a row, whatever the share, the deck and the arrivals', () => {
    fc.assert(
      fc.property(
        anyDeck,
        anyCounts,
        anyCounts,
        fc.array(fc.option(anyCard), { minLength: 40, maxLength: 40 }),
        (cards, before, after, coming) => {
          const deck = asDeck(cards);
          const { shown } = play(40, (turn) => {
            const arrival = coming[turn];
            if (arrival) deck.push({ card: arrival, arrived: NOW });
            return { cards: [...deck], counts: turn < 20 ? before : after };
          });
          for (let i = 3; i <= shown.length; i += 1) {
            expect(shown.slice(i - 3, i).every((each) => each?.sentiment === 'negative')).toBe(false);
          }
        }
      ),
      { numRuns: 1500 }
    );
  });

  it('repeats nothing while something unseen waits in the same sentiment, and shows the newest unseen first', () => {
    fc.assert(
      fc.property(anyDeck, anyCounts, (cards, counts) => {
        const { shown } = play(60, () => ({ cards: asDeck(cards), counts }));
        const seen = new Set<string>();
        for (const turn of shown) {
          if (!turn) continue;
          const unseen = cards.filter((each) => each.sentiment === turn.sentiment && !seen.has(each.id));
          if (seen.has(turn.id)) expect(unseen).toEqual([]);
          else if (turn.sentiment !== 'negative') {
            expect(turn.day).toBe(
              unseen
                .map(({ day }) => day)
                .sort()
                .at(-1)
            );
          }
          seen.add(turn.id);
        }
      }),
      { numRuns: 1000 }
    );
  });

  it('shows a negative that nobody took only when every one that somebody did has been shown', () => {
    fc.assert(
      fc.property(anyDeck, anyCounts, (cards, counts) => {
        const { shown } = play(60, () => ({ cards: asDeck(cards), counts }));
        const seen = new Set<string>();
        for (const turn of shown) {
          if (!turn) continue;
          if (turn.sentiment === 'negative' && !isAnswered(turn)) {
            const ready = cards.filter(
              (each) => each.sentiment === 'negative' && isAnswered(each) && !seen.has(each.id)
            );
            expect(ready).toEqual([]);
          }
          seen.add(turn.id);
        }
      }),
      { numRuns: 1000 }
    );
  });
});
