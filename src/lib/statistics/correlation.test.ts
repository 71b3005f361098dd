import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fisher, pairsFor, rankLimits, spearman } from './correlation';

describe('the interval of a correlation', () => {
  it.each([
    [0.5, 8, -0.32, 0.89],
    [0.5, 24, 0.12, 0.75]
  ])('of %f in %i pairs is the one every textbook gives', (r, n, low, high) => {
    expect(fisher(r, n)).toEqual({ low: expect.closeTo(low, 2), high: expect.closeTo(high, 2) });
  });

  it('of ranks is the one Bonett and Wright give', () => {
    // atanh .5 = .5493; 1.96 root(1.125 / 21) = .4536.
    expect(rankLimits(0.5, 24)).toEqual({ low: expect.closeTo(0.0954, 3), high: expect.closeTo(0.7632, 3) });
  });

  it('of ranks is never the narrower one, lies around the coefficient and turns with it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.999, max: 0.999, noNaN: true }),
        fc.double({ min: 3.1, max: 5000, noNaN: true }),
        (r, n) => {
          const [plain, ranks, turned] = [fisher(r, n), rankLimits(r, n), rankLimits(-r, n)];
          expect(ranks.low).toBeLessThanOrEqual(plain.low);
          expect(ranks.high).toBeGreaterThanOrEqual(plain.high);
          expect(plain.low).toBeLessThanOrEqual(r + 1e-12);
          expect(plain.high).toBeGreaterThanOrEqual(r - 1e-12);
          expect(turned.low).toBeCloseTo(-ranks.high, 12);
          expect(plain.low).toBeGreaterThanOrEqual(-1);
          expect(plain.high).toBeLessThanOrEqual(1);
        }
      )
    );
  });

  it('of up to three pairs is everything', () => {
    expect(fisher(0.9, 3)).toEqual({ low: -1, high: 1 });
    expect(rankLimits(0.9, 2.4)).toEqual({ low: -1, high: 1 });
  });

  it('of a perfect order is that order', () => {
    expect(rankLimits(1, 10)).toEqual({ low: 1, high: 1 });
  });

  it.each([1.01, -2, NaN])('is refused for %f, which is not a correlation', (r) => {
    expect(() => fisher(r, 10)).toThrow(RangeError);
  });
});

describe('the rank correlation', () => {
  it('is the one of Spearman', () => {
    // Differences of ranks 0 1 1 1 1: 1 - 6 x 4 / (5 x 24) = .8.
    const found = spearman([
      [10, 1],
      [20, 3],
      [30, 2],
      [40, 50],
      [50, 40]
    ]);
    expect(found).toMatchObject({ value: expect.closeTo(0.8, 12), n: 5 });
  });

  it('shares the middle of their ranks among ties', () => {
    // Ranks of x: 1 2.5 2.5 4; of y: 1 2 3 4. Covariance 4.5, variances 4.5 and 5.
    const tied = spearman([
      [1, 1],
      [2, 2],
      [2, 3],
      [9, 4]
    ]);
    expect(tied?.value).toBeCloseTo(Math.sqrt(0.9), 12);
  });

  it('takes the interval of as many pairs as they are worth', () => {
    const pairs = Array.from({ length: 40 }, (_, at): [number, number] => [at, (at * 7) % 40]);
    const [all, half] = [spearman(pairs)!, spearman(pairs, 20.5)!];
    expect(half.value).toBe(all.value);
    expect(half.n).toBe(20.5);
    expect(half).toMatchObject(rankLimits(all.value, 20.5));
    expect(half.high - half.low).toBeGreaterThan(all.high - all.low);
  });

  it('says nothing of three pairs, nor of what never varies', () => {
    expect(spearman([])).toBeNull();
    expect(
      spearman([
        [1, 1],
        [2, 2],
        [3, 3]
      ])
    ).toBeNull();
    expect(spearman([1, 2, 3, 4, 5].map((at) => [at, 7]))).toBeNull();
  });

  it('depends on the order of values only, and turns with it', () => {
    const values = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
      minLength: 4,
      maxLength: 60
    });
    fc.assert(
      fc.property(values, (pairs) => {
        const found = spearman(pairs);
        const stretched = spearman(pairs.map(([x, y]) => [x ** 3, Math.atan(y)]));
        const turned = spearman(pairs.map(([x, y]) => [-x, y]));
        if (!found) {
          expect(stretched).toBeNull();
          return;
        }
        expect(Math.abs(found.value)).toBeLessThanOrEqual(1);
        expect(stretched!.value).toBeCloseTo(found.value, 9);
        expect(turned!.value).toBeCloseTo(-found.value, 9);
      })
    );
  });
});

describe('how many pairs it takes', () => {
  it.each([
    [0.33, 70],
    [0.5, 30],
    [0.7, 14]
  ])('to find a correlation of %f four times out of five: %i', (r, pairs) => {
    expect(pairsFor(r)).toBe(pairs);
    expect(pairsFor(-r)).toBe(pairs);
  });

  it('is more to find it more surely, and none are enough to find nothing', () => {
    expect(pairsFor(0.5, 0.9)).toBe(38);
    expect(pairsFor(0)).toBe(Infinity);
  });
});
