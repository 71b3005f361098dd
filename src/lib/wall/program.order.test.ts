import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isAnswered, isMemory, SENTIMENTS, type Card, type Counts } from './card';
import { TODAY } from './sample';
import { anyCounts, anyQueue, perform, readingOrder, type Queue, type Step } from './sample-queue';
import { cardsIn } from './scene';

// 10,000 generated queues in all take ten seconds here, and more on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 });

const SCENES = 30;
const still = anyQueue(0);
const moving = anyQueue(SCENES);

/** Counts with every sentiment that has cards; whether its share can be kept at all. */
function sharesOf({ cards, counts }: Queue): Counts | null {
  const present = new Set(cards.map(({ sentiment }) => sentiment));
  const total = SENTIMENTS.reduce((sum, each) => sum + (present.has(each) ? counts[each] : 0), 0);
  if (total === 0 || (present.size === 1 && present.has('negative'))) return null;
  const shares = { positive: 0, neutral: 0, negative: 0 };
  for (const each of present) shares[each] = counts[each] / total;
  return shares.negative > 0.7 ? null : shares;
}

/** Cards of each step with those that were seen before each, in reading order. */
function* readings(steps: Step[]): Generator<{ card: Card; deck: Card[]; seen: Set<string> }> {
  const seen = new Set<string>();
  for (const { scene, deal } of steps) {
    const deck = deal.cards.map(({ card }) => card);
    for (const id of cardsIn(scene)) {
      yield { card: deck.find((card) => card.id === id) as Card, deck, seen };
      seen.add(id);
    }
  }
}

describe('the order of cards over all scenes of a playlist', () => {
  it('keeps each sentiment within one card of its real share, over any ten cards in reading order', () => {
    fc.assert(
      fc.property(still, (queue) => {
        const shares = sharesOf(queue);
        fc.pre(shares !== null);
        const read = readingOrder(perform(queue, SCENES));
        for (let i = 10; i <= read.length; i += 1) {
          for (const sentiment of SENTIMENTS) {
            const count = read.slice(i - 10, i).filter((card) => card?.sentiment === sentiment).length;
            if (Math.abs(count - 10 * shares![sentiment]) > 1 + 1e-6)
              expect.fail(`${count} ${sentiment} of ten at ${i}, not ${10 * shares![sentiment]}`);
          }
        }
      }),
      { numRuns: 2500 }
    );
  });

  it('never has more than two negatives in a row, across scenes, within mosaics and around pauses', () => {
    let most = 0;
    fc.assert(
      fc.property(moving, anyCounts, (queue, later) => {
        const steps = perform(queue, SCENES, (step) => (step < SCENES / 2 ? {} : { counts: later }));
        let row = 0;
        for (const card of readingOrder(steps)) {
          row = card?.sentiment === 'negative' ? row + 1 : 0;
          most = Math.max(most, row);
          if (row > 2) expect.fail('three in a row');
        }
      }),
      { numRuns: 2500 }
    );
    expect(most).toBe(2);
  });

  it('shows no negative without an answer while one that has an answer was never shown', () => {
    fc.assert(
      fc.property(moving, (queue) => {
        for (const { card, deck, seen } of readings(perform(queue, SCENES))) {
          if (card.sentiment !== 'negative' || isAnswered(card)) continue;
          const ready = deck.filter(
            (each) => each.sentiment === 'negative' && isAnswered(each) && !seen.has(each.id)
          );
          expect(ready).toEqual([]);
        }
      }),
      { numRuns: 2000 }
    );
  });

  it('repeats no card while another of its sentiment was never shown, whatever comes and goes', () => {
    let repeats = 0;
    fc.assert(
      fc.property(moving, (queue) => {
        for (const { card, deck, seen } of readings(perform(queue, SCENES))) {
          if (!seen.has(card.id)) continue;
          repeats += 1;
          expect(deck.filter((each) => each.sentiment === card.sentiment && !seen.has(each.id))).toEqual([]);
        }
      }),
      { numRuns: 2000 }
    );
    expect(repeats).toBeGreaterThan(1000);
  });

  it('shows what is on the deck alone, as it is now, and marks as memories the positives of long ago', () => {
    fc.assert(
      fc.property(moving, (queue) => {
        for (const { scene, deal } of perform(queue, SCENES)) {
          const shown =
            scene.kind === 'mosaic' ? scene.shown : 'shown' in scene && scene.shown ? [scene.shown] : [];
          for (const { card, memory } of shown) {
            expect(deal.cards.find((entry) => entry.card.id === card.id)?.card).toBe(card);
            expect(memory).toBe(isMemory(card, TODAY));
          }
        }
      }),
      { numRuns: 1000 }
    );
  });
});
