import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { spread } from './spread';

describe('labels', () => {
  it('stay where they are when there is room', () => {
    expect(spread([80, 20, 50], 10, 0, 100)).toEqual([80, 20, 50]);
  });

  it('make room for each other, in their order', () => {
    expect(spread([50, 50, 52], 10, 0, 100)).toEqual([50, 60, 70]);
  });

  it('are pushed back from the end of the chart', () => {
    expect(spread([98, 99], 10, 0, 100)).toEqual([85, 95]);
  });

  it('never overlap nor leave the chart as long as it is high enough', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 8 }),
        (wanted) => {
          const placed = spread(wanted, 12, 0, 100).sort((a, b) => a - b);
          expect(placed[0]).toBeGreaterThanOrEqual(6 - 1e-9);
          expect(placed.at(-1)).toBeLessThanOrEqual(94 + 1e-9);
          placed.slice(1).forEach((at, i) => expect(at - placed[i]!).toBeGreaterThanOrEqual(12 - 1e-9));
        }
      )
    );
  });
});
