import { describe, expect, it } from 'vitest';
import { discoveries } from './comparisons';
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
