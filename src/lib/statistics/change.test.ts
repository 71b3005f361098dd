import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change } from './change';
import { excludesZero, type Estimate } from './estimate';
import { difference, proportion } from './proportion';

const estimate = (value: number, margin: number): Estimate => ({
  value,
  low: value - margin,
  high: value + margin,
  n: 20
});

describe('a change', () => {
  it('is what is there now less what was before', () => {
    expect(change(estimate(70, 5), estimate(60, 5)).value).toBe(10);
    expect(change(estimate(60, 5), estimate(70, 5)).value).toBe(-10);
  });

  it('adds the two uncertainties like the sides of a right angle', () => {
    expect(change(estimate(70, 3), estimate(60, 4))).toMatchObject({ value: 10, low: 5, high: 15 });
  });

  it('takes from each interval the side that matters', () => {
    const now = { value: 90, low: 78, high: 95, n: 20 };
    const before = { value: 60, low: 57, high: 65, n: 20 };
    // Down: how far now could be lower, and before higher. Up: the other way round.
    expect(change(now, before)).toMatchObject({ value: 30, low: 30 - 13, high: 30 + Math.hypot(5, 3) });
  });

  it('of shares is the one of Newcombe', () => {
    const [now, before] = [
      { hits: 56, n: 70 },
      { hits: 48, n: 80 }
    ];
    const shares = difference(now, before)!;
    expect(change(proportion(now)!, proportion(before)!)).toMatchObject({
      value: shares.value,
      low: shares.low,
      high: shares.high
    });
  });

  it('has a p-value of one in twenty where its interval ends at zero', () => {
    const margin = 10 / Math.SQRT2;
    expect(change(estimate(70, margin), estimate(60, margin)).p).toBeCloseTo(0.05, 5);
    expect(change(estimate(60, margin), estimate(70, margin)).p).toBeCloseTo(0.05, 5);
  });

  it('of nothing is nothing', () => {
    expect(change(estimate(60, 5), estimate(60, 5))).toMatchObject({ value: 0, p: expect.closeTo(1, 6) });
    expect(change(estimate(60, 0), estimate(60, 0))).toEqual({ value: 0, low: 0, high: 0, p: 1 });
  });

  it('is called one by its interval and by its p-value alike, and turns with its direction', () => {
    const estimates = fc
      .tuple(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 })
      )
      .map(([value, down, up]): Estimate => ({ value, low: value - down, high: value + up, n: 9 }));
    fc.assert(
      fc.property(estimates, estimates, (now, before) => {
        const moved = change(now, before);
        const back = change(before, now);
        expect(back.value).toBeCloseTo(-moved.value, 9);
        expect(back.low).toBeCloseTo(-moved.high, 9);
        expect(back.p).toBeCloseTo(moved.p, 9);
        expect(moved.low).toBeLessThanOrEqual(moved.value);
        expect(moved.high).toBeGreaterThanOrEqual(moved.value);
        // The normal p-value is an approximation with an error of less than 1e-6.
        if (Math.abs(moved.p - 0.05) > 1e-6) expect(excludesZero(moved)).toBe(moved.p < 0.05);
      })
    );
  });
});
