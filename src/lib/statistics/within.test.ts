import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from './random';
import { simulation } from './simulated';
import { freedomOf, within } from './within';

type Side = (number | null)[][];

const meanOf = (values: readonly (number | null | undefined)[]) => {
  const known = values.filter((value) => typeof value === 'number');
  return known.reduce((sum, value) => sum + value, 0) / known.length;
};

/** Values with a level and a slope of their unit and a shock of their period, and holes at given places. */
function drifting(units: number, periods: number, isHole: (unit: number, period: number) => boolean): Side {
  return Array.from({ length: units }, (_, unit) =>
    Array.from({ length: periods }, (_value, period) =>
      isHole(unit, period) ? null : 50 + 7 * unit + (unit - 2) * period + 10 * Math.sin(3 * period)
    )
  );
}

describe('what is left of a panel when the usual is out', () => {
  it('is nothing where units only differ, drift, and share their times', () => {
    const side = drifting(5, 12, (unit, period) => (unit * 5 + period * 3) % 7 === 0);
    for (const row of within({ x: side, y: side }).x) {
      for (const value of row) if (value !== null) expect(Math.abs(value)).toBeLessThan(1e-6);
    }
  });

  it('has no mean and no drift in any unit, and no mean in any period, with holes or without', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 2, max: 8 }),
        fc.double({ max: 0.4, min: 0, noNaN: true }),
        (seed, units, holes) => {
          const random = seeded(seed);
          const { series } = simulation(random);
          const side = Array.from({ length: units }, () =>
            series(14, 0.5).map((value) => (random() < holes ? null : value))
          );
          const { x } = within({ x: side, y: side });
          for (const row of x.filter((values) => values.some((value) => value !== null))) {
            expect(meanOf(row)).toBeCloseTo(0, 5);
            expect(meanOf(row.map((value, period) => value && value * period))).toBeCloseTo(0, 4);
          }
          const alone = x.filter((row) => row.some((value) => value !== null)).length === 1;
          for (let period = 0; period < 14 && !alone; period += 1) {
            const column = x.map((row) => row[period]);
            if (column.some((value) => value !== null)) expect(meanOf(column)).toBeCloseTo(0, 5);
          }
        }
      ),
      { numRuns: 60 }
    );
  });

  it('keeps what one unit does and the others do not', () => {
    const side: Side = Array.from({ length: 6 }, () => Array.from({ length: 12 }, () => 60));
    side[2]![5] = 72;
    const { x } = within({ x: side, y: side });
    expect(x[2]![5]).toBeGreaterThan(8);
    expect(Math.abs(x[4]![9]!)).toBeLessThan(1);
  });

  it('of a unit alone is what leaves its line, holes staying holes', () => {
    const row = [50, 52, null, 56, 58, 70, 62];
    const { x } = within({ x: [row], y: [row] });
    expect(x[0]![2]).toBeNull();
    expect(x[0]![5]).toBeGreaterThan(5);
    expect(meanOf(x[0]!)).toBeCloseTo(0, 6);
    expect(meanOf(x[0]!.map((value, period) => value && value * period))).toBeCloseTo(0, 6);
  });

  it('leaves out who has too little on one side, and treats the one that stays as alone', () => {
    const full = [50, 52, 51, 56, 58, 70, 62];
    const poor = [50, null, 40, null, null, null, null];
    expect(within({ x: [full, full], y: [full, poor] })).toEqual({
      x: [within({ x: [full], y: [full] }).x[0], full.map(() => null)],
      y: [within({ x: [full], y: [full] }).y[0], full.map(() => null)]
    });
  });

  it('gives equal residuals equal ranks to come, whatever the rounding', () => {
    const row = [0.1, 0.2, 0.3, 0.1, 0.2, 0.3];
    const { x } = within({ x: [row, row.map((value) => -value)], y: [row, row] });
    for (const [period, value] of x[0]!.entries()) expect(x[1]![period]).toBe(-value! + 0);
  });

  it('is refused for sides of different sizes', () => {
    expect(() => within({ x: [[1, 2, 3]], y: [[1, 2]] })).toThrow(RangeError);
    expect(() => within({ x: [[1, 2, 3]], y: [] })).toThrow(RangeError);
  });
});

describe('the freedom that is left', () => {
  it('is less by two for every unit and by one for every period', () => {
    const { series } = simulation(seeded(4));
    const side = Array.from({ length: 10 }, () => series(12, 0));
    // 120 values; 20 for the lines; 12 periods, two of which the lines have taken along.
    expect(freedomOf(side)).toEqual({ share: 90 / 120, besidePeriods: 90 / 100 });
    expect(freedomOf([series(12, 0)])).toEqual({ share: 10 / 12, besidePeriods: 1 });
    expect(freedomOf([[null, null]])).toEqual({ share: 0, besidePeriods: 1 });
  });

  it('is the share of variance that is really left', () => {
    const { series } = simulation(seeded(5));
    let left = 0;
    for (let draw = 0; draw < 200; draw += 1) {
      const side = Array.from({ length: 5 }, () => series(8, 0));
      const { x } = within({ x: side, y: side });
      left += x.flat().reduce((sum: number, value) => sum + value! ** 2, 0) / 40 / 200;
    }
    expect(left).toBeCloseTo((40 - 10 - 6) / 40, 1);
  });
});
