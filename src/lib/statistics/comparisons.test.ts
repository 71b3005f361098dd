import { describe, expect, it } from 'vitest';
import { discoveries, judge } from './comparisons';
import { twoSidedP } from './normal';

describe('several comparisons at once', () => {
  it('are cut where Benjamini and Hochberg cut their own example', () => {
    const published = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1
    ];
    expect(discoveries(published)).toEqual(published.map((p) => p <= 0.0095));
  });

  it('answer in the order they were asked', () => {
    expect(discoveries([0.9, 0.001, 0.5])).toEqual([false, true, false]);
  });

  it('find with one alone what they do not find among twenty', () => {
    const alone = [0.03];
    const amongTwenty = [0.03, ...Array.from({ length: 19 }, () => 0.6)];
    expect(discoveries(alone)).toEqual([true]);
    expect(discoveries(amongTwenty)).not.toContain(true);
  });

  it('lift a weaker one when many are strong', () => {
    expect(discoveries([0.04, 0.001, 0.002])).toEqual([true, true, true]);
  });

  it('of nothing find nothing', () => {
    expect(discoveries([])).toEqual([]);
  });
});

describe('several differences looked at together', () => {
  const difference = (value: number, margin: number, p: number) => ({
    value,
    low: value - margin,
    high: value + margin,
    p
  });

  it('are called so where the interval leaves zero out and they are among the discoveries', () => {
    const judged = judge([difference(9, 4, 0.00001), difference(5, 4.9, 0.045), difference(1, 6, 0.7)]);
    expect(judged.map((each) => each?.called)).toEqual([true, false, false]);
    expect(judge([difference(5, 4.9, 0.045)])[0]).toEqual({ ...difference(5, 4.9, 0.045), called: true });
  });

  it('are not called so by their p-value alone', () => {
    expect(judge([difference(5, 6, 0.001)])[0]?.called).toBe(false);
  });

  it('keep their order and what else they carry, and those that are not known count for nothing', () => {
    const judged = judge([null, { ...difference(5, 4.9, 0.045), team: 'Lyon' }, null]);
    expect(judged).toEqual([null, { ...difference(5, 4.9, 0.045), team: 'Lyon', called: true }, null]);
    expect(judge([null, null])).toEqual([null, null]);
  });
});

describe('the normal distribution', () => {
  it.each([
    [0, 1],
    [1, 0.3173],
    [-1.96, 0.05],
    [2.5758, 0.01]
  ])('leaves beyond %f a probability of %f', (z, p) => {
    expect(twoSidedP(z)).toBeCloseTo(p, 4);
  });
});
