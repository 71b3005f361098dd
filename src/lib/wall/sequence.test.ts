import { describe, expect, it } from 'vitest';
import { SENTIMENTS, type Sentiment } from './card';
import type { Entry } from './deck';
import { asDeck, NOW, play, sampleCard, TODAY } from './sample';
import { next, START } from './sequence';

describe('the next card of the wall', () => {
  it('shows every card of a sentiment that comes round at all', () => {
    const cards = [...Array(7)].flatMap(() => SENTIMENTS.map((sentiment) => sampleCard(sentiment)));
    const counts = { positive: 60, neutral: 20, negative: 20 };
    const { shown } = play(60, () => ({ cards: asDeck(cards), counts }));
    expect(new Set(shown.map((each) => each?.id)).size).toBe(21);
  });

  it('shows an arrival at the very next change when the share allows it', () => {
    const cards = [...Array(30)].map((_, i) => sampleCard(SENTIMENTS[i % 3] as Sentiment));
    const counts = { positive: 58, neutral: 17, negative: 25 };
    const deal = (cards: Entry[]) => ({ cards, counts });
    let waitedMost = 0;
    for (let lead = 0; lead < 30; lead += 1) {
      const { rotation } = play(lead, () => deal(asDeck(cards)));
      const arrival = sampleCard('positive', { day: '2026-06-13' });
      const entries = [...asDeck(cards), { card: arrival, arrived: NOW }];
      const { shown } = play(10, () => deal(entries), rotation);
      waitedMost = Math.max(
        waitedMost,
        shown.findIndex((each) => each?.id === arrival.id)
      );
      expect(shown).toContain(arrival);
    }
    expect(waitedMost).toBeLessThanOrEqual(2);
  });

  it('makes an arrival wait once its news is old, and never lets it break the share', () => {
    const cards = [...Array(30)].map((_, i) => sampleCard(SENTIMENTS[i % 3] as Sentiment));
    const late = sampleCard('neutral', { day: '2026-06-01' });
    const entries = [...asDeck(cards), { card: late, arrived: NOW - 3_600_000 }];
    const counts = { positive: 90, neutral: 5, negative: 5 };
    const { shown } = play(10, () => ({ cards: entries, counts }));
    expect(shown).not.toContain(late);
  });

  it('shows the share instead of a third negative when there is nothing else at all', () => {
    const cards = [sampleCard('negative'), sampleCard('negative'), sampleCard('negative')];
    const counts = { positive: 5, neutral: 5, negative: 10 };
    const { shown } = play(9, () => ({ cards: asDeck(cards), counts }));
    expect(shown.map((each) => (each === null ? 'share' : 'card')).join(' ')).toBe(
      'card card share card card share card card share'
    );
    expect(new Set(shown.filter((each) => each !== null)).size).toBe(3);
  });

  it('shows nothing of an empty deck', () => {
    const { shown } = play(2, () => ({ cards: [], counts: { positive: 1, neutral: 0, negative: 0 } }));
    expect(shown).toEqual([null, null]);
  });

  it('marks a positive of about a year ago as a memory, never a negative', () => {
    const counts = { positive: 1, neutral: 0, negative: 1 };
    for (const sentiment of ['positive', 'negative'] as const) {
      const cards = asDeck([sampleCard(sentiment, { day: '2025-06-10', owner: 'Nantes' })]);
      const { turn } = next(START, { cards, counts, today: TODAY, now: NOW });
      expect(turn?.memory).toBe(sentiment === 'positive');
    }
  });

  it('takes the mix of the deck itself when the period has no figures', () => {
    const cards = [...Array(20)].map((_, i) => sampleCard(i % 4 === 0 ? 'neutral' : 'positive'));
    const counts = { positive: 0, neutral: 0, negative: 0 };
    const { shown } = play(20, () => ({ cards: asDeck(cards), counts }));
    expect(shown.filter((each) => each?.sentiment === 'neutral')).toHaveLength(5);
  });

  it('remembers no more than the deck holds', () => {
    const counts = { positive: 1, neutral: 1, negative: 0 };
    const { rotation } = play(400, () => ({
      cards: asDeck([sampleCard('positive'), sampleCard('neutral')]),
      counts
    }));
    expect(rotation.shown.size).toBeLessThan(20);
  });
});
