import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { excludesZero } from './estimate';
import { difference, proportion } from './proportion';

const tally = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.integer({ min: 0, max: n }).map((hits) => ({ hits, n })));

describe('a proportion', () => {
  it.each([
    { hits: 4, n: 5, low: 0.38, high: 0.96 },
    { hits: 7, n: 10, low: 0.4, high: 0.89 },
    { hits: 75, n: 100, low: 0.66, high: 0.82 }
  ])('of $hits in $n lies between $low and $high', ({ hits, n, low, high }) => {
    const estimate = proportion({ hits, n });
    expect(estimate?.value).toBe(hits / n);
    expect(estimate?.low).toBeCloseTo(low, 2);
    expect(estimate?.high).toBeCloseTo(high, 2);
  });

  it('of nothing does not exist', () => {
    expect(proportion({ hits: 0, n: 0 })).toBeNull();
  });

  it('stays certain of nothing when all or none of a few agree', () => {
    expect(proportion({ hits: 5, n: 5 })).toMatchObject({ low: expect.closeTo(0.57, 2), high: 1 });
    expect(proportion({ hits: 0, n: 5 })).toMatchObject({ low: 0, high: expect.closeTo(0.43, 2) });
  });

  it('lies inside of its interval, and its interval between 0 and 1', () => {
    fc.assert(
      fc.property(tally, (counted) => {
        const { value, low, high } = proportion(counted)!;
        return 0 <= low && low <= value && value <= high && high <= 1;
      })
    );
  });

  it.each([
    { hits: 6, n: 5 },
    { hits: -1, n: 5 },
    { hits: Number.NaN, n: 5 }
  ])('refuses $hits of $n', (wrong) => {
    expect(() => proportion(wrong)).toThrow(RangeError);
  });
});

describe('the difference of two proportions', () => {
  // The examples of Newcombe's table II.
  it.each([
    { now: { hits: 56, n: 70 }, before: { hits: 48, n: 80 }, low: 0.0524, high: 0.3339 },
    { now: { hits: 9, n: 10 }, before: { hits: 3, n: 10 }, low: 0.1705, high: 0.809 },
    { now: { hits: 5, n: 56 }, before: { hits: 0, n: 29 }, low: -0.0381, high: 0.1926 },
    { now: { hits: 10, n: 10 }, before: { hits: 0, n: 10 }, low: 0.6075, high: 1 }
  ])('between $now.hits/$now.n and $before.hits/$before.n is $low to $high', ({ now, before, low, high }) => {
    const change = difference(now, before);
    expect(change?.low).toBeCloseTo(low, 4);
    expect(change?.high).toBeCloseTo(high, 4);
  });

  it('is a change when its interval leaves zero out, and none when it does not', () => {
    expect(excludesZero(difference({ hits: 56, n: 70 }, { hits: 48, n: 80 })!)).toBe(true);
    expect(excludesZero(difference({ hits: 5, n: 56 }, { hits: 0, n: 29 })!)).toBe(false);
  });

  it('has the p-value of the chi-square test', () => {
    // Chi-square of 56/70 against 48/80 is 7.033, without continuity correction.
    expect(difference({ hits: 56, n: 70 }, { hits: 48, n: 80 })?.p).toBeCloseTo(0.008, 4);
    expect(difference({ hits: 3, n: 3 }, { hits: 9, n: 9 })?.p).toBe(1);
  });

  it('does not exist where one side counted nothing', () => {
    expect(difference({ hits: 1, n: 2 }, { hits: 0, n: 0 })).toBeNull();
    expect(difference({ hits: 0, n: 0 }, { hits: 1, n: 2 })).toBeNull();
  });

  it('turns its sign when the two sides change places', () => {
    fc.assert(
      fc.property(tally, tally, (a, b) => {
        const there = difference(a, b)!;
        const back = difference(b, a)!;
        expect(there.value).toBeCloseTo(-back.value, 10);
        expect(there.low).toBeCloseTo(-back.high, 10);
        expect(there.p).toBeCloseTo(back.p, 10);
      })
    );
  });
});
