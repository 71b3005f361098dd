import { describe, expect, it } from 'vitest';
import { NOTHING, type Counts } from '../../verbatims/counts';
import { customersOf, daysBeside, trueMix } from './customers';

/** Verbatims that came with these ratings from 0 to 100. */
function rated(...ratings: number[]): Counts {
  const sum = (of: (rating: number) => number) => ratings.reduce((total, rating) => total + of(rating), 0);
  return {
    ...NOTHING,
    n: ratings.length,
    rated: ratings.length,
    rating_sum: sum((rating) => rating),
    rating_squares: sum((rating) => rating ** 2)
  };
}

const sentiments = (positive: number, neutral: number, negative: number): Counts => ({
  ...NOTHING,
  n: positive + neutral + negative,
  positive,
  neutral,
  negative
});

describe('CX', () => {
  it('is the mean rating where there are ratings', () => {
    expect(customersOf(rated(100, 75, 75, 50, 100), NOTHING)).toMatchObject({
      kind: 'rating',
      score: { value: 80, n: 5 },
      change: null
    });
  });

  it('is positive minus negative, mapped to 0-100, where there are none', () => {
    const { kind, score } = customersOf(sentiments(12, 4, 4), NOTHING);
    expect(kind).toBe('balance');
    expect(score).toMatchObject({ value: 70, n: 20 });
    expect(score!.low).toBeGreaterThan(50);
    expect(score!.high).toBeLessThan(90);
  });

  it('is withheld from a handful of verbatims', () => {
    expect(customersOf(sentiments(3, 0, 1), sentiments(50, 0, 0)).score).toBeNull();
  });

  it('compares ratings with ratings and sentiments with sentiments alone', () => {
    expect(customersOf(rated(100, 100, 100, 100, 100), sentiments(50, 0, 50)).change).toBeNull();
  });

  it('calls it a change when it is one', () => {
    const good = rated(...Array<number>(30).fill(100), ...Array<number>(10).fill(75));
    const bad = rated(...Array<number>(20).fill(50), ...Array<number>(20).fill(25));
    expect(customersOf(good, bad).change).toMatchObject({ called: true });
    expect(customersOf(good, good).change).toMatchObject({ value: 0, called: false });
  });

  it('does not take five customers who agree for certain', () => {
    const mixed = rated(100, 25, 75, 100, 50, 100, 0, 75, 100, 50);
    expect(customersOf(rated(100, 100, 100, 100, 100), mixed).change).toMatchObject({ called: false });
  });
});

describe('the days beside a wave', () => {
  it('are ninety up to its close, and ninety up to that of the wave it is compared with', () => {
    const { now, before } = daysBeside('2026-11-10', '2026-03-10');
    expect([now.since, now.until]).toEqual(['2026-08-13', '2026-11-10']);
    expect([before.since, before.until]).toEqual(['2025-12-11', '2026-03-10']);
  });

  it('count no customer twice', () => {
    expect(daysBeside('2026-11-10', '2026-10-10').before.until).toBe('2026-08-12');
    expect(daysBeside('2026-11-10', null).before.until).toBe('2026-08-12');
  });
});

describe('three verbatims', () => {
  it('are mixed as all of them are', () => {
    expect(trueMix({ positive: 84, neutral: 14, negative: 22 }, 3)).toEqual({
      positive: 2,
      neutral: 0,
      negative: 1
    });
    expect(trueMix({ positive: 9, neutral: 0, negative: 1 }, 3)).toEqual({
      positive: 3,
      neutral: 0,
      negative: 0
    });
    expect(trueMix({ positive: 1, neutral: 1, negative: 1 }, 3)).toEqual({
      positive: 1,
      neutral: 1,
      negative: 1
    });
    expect(trueMix({ positive: 0, neutral: 0, negative: 0 }, 3)).toEqual({
      positive: 0,
      neutral: 0,
      negative: 0
    });
  });
});
