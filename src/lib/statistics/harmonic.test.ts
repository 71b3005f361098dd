import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change } from './change';
import type { Estimate } from './estimate';
import { harmonic } from './harmonic';
import { meanOfHundred } from './mean';
import { seeded } from './random';

const estimate = (value: number, low: number, high: number, n = 20): Estimate => ({ value, low, high, n });

describe('the symmetry of two estimates', () => {
  it('is their harmonic mean, high only when both are', () => {
    expect(harmonic(estimate(80, 75, 85), estimate(80, 75, 85)).value).toBe(80);
    expect(harmonic(estimate(90, 85, 95), estimate(30, 25, 35)).value).toBe(45);
    expect(harmonic(estimate(100, 95, 100), estimate(0, 0, 5)).value).toBe(0);
  });

  it('is uncertain by what each estimate is, as much as it weighs', () => {
    // 2 x 90 x 30 / 120 = 45; slopes 2 (30 / 120)^2 = .125 and 2 (90 / 120)^2 = 1.125.
    const { low, high } = harmonic(estimate(90, 82, 98), estimate(30, 26, 38));
    expect(low).toBeCloseTo(45 - Math.hypot(0.125 * 8, 1.125 * 4), 9);
    expect(high).toBeCloseTo(45 + Math.hypot(0.125 * 8, 1.125 * 8), 9);
  });

  it('rests on the smaller number of the two', () => {
    expect(harmonic(estimate(50, 40, 60, 12), estimate(50, 40, 60, 300)).n).toBe(12);
  });

  it('of nothing and nothing is nothing, but may be something', () => {
    expect(harmonic(estimate(0, 0, 20), estimate(0, 0, 9))).toEqual({ value: 0, low: 0, high: 9, n: 20 });
  });

  it('is refused below zero', () => {
    expect(() => harmonic(estimate(-5, -10, 0), estimate(50, 40, 60))).toThrow(RangeError);
  });

  it('lies between the two, nearer to the lower one, whichever comes first', () => {
    const estimates = fc
      .tuple(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 30 })
      )
      .map(([value, down, up]) => estimate(value, Math.max(0, value - down), Math.min(100, value + up)));
    fc.assert(
      fc.property(estimates, estimates, (a, b) => {
        const both = harmonic(a, b);
        const turned = harmonic(b, a);
        expect(turned.value).toBeCloseTo(both.value, 9);
        expect(turned.low).toBeCloseTo(both.low, 9);
        expect(turned.high).toBeCloseTo(both.high, 9);
        expect(both.value).toBeGreaterThanOrEqual(Math.min(a.value, b.value) - 1e-9);
        expect(both.value).toBeLessThanOrEqual((a.value + b.value) / 2 + 1e-9);
        expect(both.low).toBeLessThanOrEqual(both.value);
        expect(both.high).toBeGreaterThanOrEqual(both.value);
        expect(both.low).toBeGreaterThanOrEqual(0);
        expect(both.high).toBeLessThanOrEqual(100);
      })
    );
  });

  /** Five grades from 0 to 100, each as likely as its weight. */
  const grades = (weights: number[]) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = weights.reduce((sum, weight, grade) => sum + (25 * grade * weight) / total, 0);
    const draw = (random: () => number) => {
      let left = random() * total;
      return 25 * weights.findIndex((weight) => (left -= weight) < 0);
    };
    return { mean, draw };
  };
  const [middling, good, poor, torn] = [
    grades([1, 2, 3, 2, 1]),
    grades([1, 2, 5, 15, 20]),
    grades([20, 15, 5, 2, 1]),
    grades([3, 0, 0, 0, 4])
  ];

  it.each([
    { kind: 'two middling ones', ex: middling, cx: middling, sizes: [8, 20] },
    { kind: 'a good and a middling one', ex: good, cx: middling, sizes: [20, 200] },
    { kind: 'a good and a poor one', ex: good, cx: poor, sizes: [8, 20] },
    { kind: 'two torn ones', ex: torn, cx: torn, sizes: [20, 200] },
    { kind: 'a poor and a good one', ex: poor, cx: good, sizes: [100, 100] }
  ])('of $kind is in its interval 19 times of 20, and so is the gap', ({ ex, cx, sizes }) => {
    const random = seeded(3);
    const sample = (of: typeof ex, n: number) => {
      const values = Array.from({ length: n }, () => of.draw(random));
      const sum = (each: (value: number) => number) =>
        values.reduce((total, value) => total + each(value), 0);
      return meanOfHundred({ n, sum: sum((value) => value), sumOfSquares: sum((value) => value ** 2) })!;
    };
    const symmetry = (2 * ex.mean * cx.mean) / (ex.mean + cx.mean);
    const [held, heldGap] = [0, 0].map(() => [] as boolean[]);
    for (let draw = 0; draw < 1500; draw += 1) {
      const [employees, customers] = [sample(ex, sizes[0]!), sample(cx, sizes[1]!)];
      const both = harmonic(employees, customers);
      const gap = change(customers, employees);
      held!.push(both.low <= symmetry && symmetry <= both.high);
      heldGap!.push(gap.low <= cx.mean - ex.mean && cx.mean - ex.mean <= gap.high);
    }
    expect(held!.filter(Boolean).length / 1500).toBeGreaterThan(0.925);
    expect(heldGap!.filter(Boolean).length / 1500).toBeGreaterThan(0.925);
  });
});
