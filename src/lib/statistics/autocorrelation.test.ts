import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autocorrelation, effectivePairs } from './autocorrelation';
import { seeded } from './random';
import { simulation } from './simulated';
import { within } from './within';

describe('how much neighbours in time resemble each other', () => {
  const { series } = simulation(seeded(7));
  const residuals = (units: number, length: number, memory: number) => {
    const side = Array.from({ length: units }, () => series(length, memory));
    return within({ x: side, y: side }).x;
  };

  it.each([0, 0.3, 0.6, 0.8])('is found again in short series of many units: %f', (memory) => {
    // Untouched, residuals of 24 periods show .1 to .2 less.
    expect(autocorrelation(residuals(600, 24, memory))).toBeCloseTo(memory, 1);
  });

  it('is found from neighbours further apart, where only those are known', () => {
    const quarterly = residuals(400, 36, 0.9).map((row) =>
      row.map((value, at) => (at % 3 === 0 ? value : null))
    );
    expect(autocorrelation(quarterly)).toBe(0);
    expect(autocorrelation(quarterly, 3)).toBeGreaterThan(0.5);
  });

  it('is not bent by holes', () => {
    const random = seeded(8);
    const holes = residuals(400, 30, 0.6).map((row) => row.map((value) => (random() < 0.3 ? null : value)));
    expect(autocorrelation(holes)).toBeGreaterThan(0.5);
    expect(autocorrelation(holes)).toBeLessThan(0.7);
  });

  it('is never complete, and none where there is nothing to see', () => {
    expect(autocorrelation([[1, 1, 1, 1]])).toBe(0.99);
    expect(autocorrelation([[0, 0, 0, 0, 0, 0]])).toBe(0);
    expect(autocorrelation([[1, null, -1, null]])).toBe(0);
    expect(autocorrelation([])).toBe(0);
  });
});

describe('the independent pairs that series are worth', () => {
  it('are a third where both keep seven tenths', () => {
    expect(effectivePairs(100, 0.7, 0.7)).toBeCloseTo((100 * 0.51) / 1.49, 9);
  });

  it('are all where one of the two has no memory', () => {
    expect(effectivePairs(36, 0.9, 0)).toBe(36);
  });

  it('are never more than there are, nor fewer than none', () => {
    const memory = fc.double({ min: -0.99, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fc.nat(5000), memory, memory, (pairs, rx, ry) => {
        const effective = effectivePairs(pairs, rx, ry);
        expect(effective).toBeGreaterThanOrEqual(0);
        expect(effective).toBeLessThanOrEqual(pairs);
      })
    );
  });
});
