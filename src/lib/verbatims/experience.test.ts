import { describe, expect, it } from 'vitest';
import { NOTHING, type Counts } from './counts';
import { experienceOf, kindOf, varianceOf } from './experience';

/** So many ratings, half of them so many points above the mean, half below. */
const ratings = (n: number, mean: number, spread: number): Counts => ({
  ...NOTHING,
  n,
  rated: n,
  rating_sum: n * mean,
  rating_squares: n * (mean ** 2 + spread ** 2)
});
const sentiments = (positive: number, neutral: number, negative: number): Counts => ({
  ...NOTHING,
  n: positive + neutral + negative,
  positive,
  neutral,
  negative
});

describe('what CX is made of', () => {
  it('is ratings from five of them on, sentiments below', () => {
    expect(kindOf({ rated: 5 })).toBe('rating');
    expect(kindOf({ rated: 4 })).toBe('balance');
  });
});

describe('CX of ratings', () => {
  it('is their mean, with Student’s interval', () => {
    const cx = experienceOf(ratings(100, 70, 20), 'rating');
    expect(cx).toMatchObject({ value: 70, n: 100 });
    // t(99) = 1.984, deviation 20.1.
    expect(cx!.low).toBeCloseTo(70 - (1.984 * 20.1) / 10, 1);
    expect(cx!.high).toBeCloseTo(70 + (1.984 * 20.1) / 10, 1);
  });

  it('needs five, however many verbatims came without one', () => {
    expect(experienceOf({ ...ratings(4, 70, 20), n: 400, positive: 400 }, 'rating')).toBeNull();
    expect(experienceOf(ratings(5, 70, 20), 'rating')?.n).toBe(5);
  });

  it('of a handful borrows the spread of more of them, and of many does not', () => {
    const company = ratings(1000, 60, 30);
    expect(experienceOf(ratings(8, 90, 1), 'rating', company)!.low).toBeLessThan(75);
    expect(experienceOf(ratings(8, 90, 1), 'rating')!.low).toBeGreaterThan(88);
    expect(experienceOf(ratings(30, 90, 1), 'rating', company)).toEqual(
      experienceOf(ratings(30, 90, 1), 'rating')
    );
  });

  it('borrows nothing from fewer', () => {
    expect(experienceOf(ratings(8, 90, 5), 'rating', ratings(6, 60, 30))).toEqual(
      experienceOf(ratings(8, 90, 5), 'rating')
    );
  });

  it('never leaves the scale', () => {
    expect(experienceOf(ratings(6, 98, 2), 'rating', ratings(1000, 60, 30))?.high).toBe(100);
    expect(experienceOf(ratings(6, 2, 2), 'rating', ratings(1000, 60, 30))?.low).toBe(0);
  });
});

describe('CX of sentiments', () => {
  it('is the share positive less the share negative, from 0 to 100', () => {
    expect(experienceOf(sentiments(10, 0, 0), 'balance')?.value).toBe(100);
    expect(experienceOf(sentiments(0, 0, 10), 'balance')?.value).toBe(0);
    expect(experienceOf(sentiments(5, 10, 5), 'balance')?.value).toBe(50);
    expect(experienceOf(sentiments(60, 20, 20), 'balance')?.value).toBe(70);
  });

  it('has the interval that practitioners know for the NPS, halved', () => {
    // NPS +25 of 200 answers is known to be uncertain by about 11 points either way.
    const cx = experienceOf(sentiments(100, 50, 50), 'balance')!;
    expect(cx.value).toBe(62.5);
    expect(Math.abs(cx.high - cx.low - 11)).toBeLessThan(1);
  });

  it('needs five verbatims, rated or not', () => {
    expect(experienceOf(sentiments(2, 1, 1), 'balance')).toBeNull();
    expect(experienceOf(sentiments(2, 2, 1), 'balance')?.n).toBe(5);
  });
});

describe('the variance of ratings', () => {
  it('is that of single ones, and unknown of fewer than two', () => {
    // 40 and 80: each 20 from their mean, over one degree of freedom.
    expect(varianceOf(ratings(2, 60, 20))).toBeCloseTo(800, 10);
    expect(varianceOf(ratings(1, 60, 0))).toBeNull();
    expect(varianceOf(NOTHING)).toBeNull();
  });

  it('is never negative, whatever rounding leaves of it', () => {
    expect(varianceOf({ rated: 3, rating_sum: 100, rating_squares: 3333.33 })).toBe(0);
  });
});
