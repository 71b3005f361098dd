import { describe, expect, it } from 'vitest';
import type { Card, Snapshot } from './card';
import { compareInstants } from './card';
import { Deck, MOST_OF_A_SENTIMENT } from './deck';
import { sampleCard } from './sample';

const card = (id: string, revision = 0, given: Partial<Card> = {}) =>
  sampleCard(given.sentiment, { id, revision, text: `${id} ${revision}`, ...given });

function snapshot(cards: Card[], cursor: string): Snapshot {
  return {
    cards,
    cursor,
    at: cursor,
    share: { period: 'today', n: 0, counts: { positive: 0, neutral: 0, negative: 0 } }
  };
}

describe('the deck of a screen', () => {
  it('applies a change once, whatever is sent again or late', () => {
    const deck = new Deck();
    expect(deck.apply({ card: card('a', 2) })).toBe('added');
    expect(deck.apply({ card: card('a', 2) })).toBe('ignored');
    expect(deck.apply({ card: card('a', 1) })).toBe('ignored');
    expect(deck.apply({ card: card('a', 3) })).toBe('updated');
    expect(deck.find('a')?.text).toBe('a 3');
  });

  it('never brings back what has gone, until it is approved again', () => {
    const deck = new Deck();
    deck.apply({ card: card('a', 1) });
    expect(deck.apply({ gone: 'a', revision: 2 })).toBe('removed');
    expect(deck.apply({ card: card('a', 1) })).toBe('ignored');
    deck.replace(snapshot([card('a', 1)], '2026-06-15T09:00:01+00:00'));
    expect(deck.size).toBe(0);
    expect(deck.apply({ card: card('a', 3) })).toBe('added');
  });

  it('knows that something has gone before it ever came', () => {
    const deck = new Deck();
    expect(deck.apply({ gone: 'a', revision: 4 })).toBe('ignored');
    expect(deck.apply({ card: card('a', 3) })).toBe('ignored');
    expect(deck.size).toBe(0);
  });

  it('takes over a snapshot and keeps what came after it was taken', () => {
    const deck = new Deck();
    deck.apply({ card: card('deleted') });
    deck.apply({ card: card('newer', 0, { changed_at: '2026-06-15T09:00:00.500002+00:00' }) });
    deck.replace(snapshot([card('kept', 1)], '2026-06-15T09:00:00.500001+00:00'));
    expect(
      deck
        .entries()
        .map((entry) => entry.card.id)
        .sort()
    ).toEqual(['kept', 'newer']);
  });

  it('keeps the newest when there are too many, and does not take them for new when they come again', () => {
    const deck = new Deck();
    const cards = [...Array(MOST_OF_A_SENTIMENT + 30)].map((_, i) =>
      card(`c${i}`, 0, { received_at: new Date(Date.UTC(2026, 5, 15, 9, 0, i)).toISOString() })
    );
    for (const each of cards) deck.apply({ card: each });
    deck.apply({ card: card('other', 0, { sentiment: 'negative' }) });
    expect(deck.size).toBe(MOST_OF_A_SENTIMENT + 1);
    expect(deck.find('c0')).toBeUndefined();
    expect(deck.find(`c${MOST_OF_A_SENTIMENT + 29}`)).toBeDefined();
    expect(deck.apply({ card: cards[0] as Card })).toBe('ignored');
  });

  it('remembers when news arrived, through later changes of it', () => {
    const deck = new Deck();
    deck.apply({ card: card('a') }, 1000);
    deck.apply({ card: card('a', 1, { answer: 'Fait.' }) }, 2000);
    expect(deck.entries()[0]?.arrived).toBe(1000);
  });
});

describe('instants of the database', () => {
  it('are ordered to the microsecond, however their zeros are written', () => {
    const sorted = [
      '2026-06-15T09:00:00+00:00',
      '2026-06-15T09:00:00.000001+00:00',
      '2026-06-15T09:00:00.4+00:00',
      '2026-06-15T11:00:00.5+02:00',
      '2026-06-15T09:00:01+00:00'
    ];
    expect([...sorted].reverse().sort(compareInstants)).toEqual(sorted);
    expect(compareInstants('2026-06-15T09:00:00.50+00:00', '2026-06-15T09:00:00.5+00:00')).toBe(0);
  });
});
