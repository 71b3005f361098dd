import fc from 'fast-check';
import { sampleRankCorrelation } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { rankLimits } from './correlation';
import { laggedCorrelations } from './lags';
import type { Panel } from './panel';
import { seeded } from './random';
import { simulation } from './simulated';
import { within } from './within';

const LAGS = [-4, -3, -2, -1, 0, 1, 2, 3, 4];

describe('the correlation of a panel at each lag', () => {
  it('is strongest where y follows x, and has the sign of the lag', () => {
    const { x, y } = simulation(seeded(1)).following(8, 30, 0.8, 3, 0.3);
    const strongest = (panel: Panel) =>
      laggedCorrelations(panel, LAGS, seeded(1)).reduce((a, b) =>
        Math.abs(b.value!) > Math.abs(a.value!) ? b : a
      );
    expect(strongest({ x, y })).toMatchObject({ lag: 3, value: expect.closeTo(0.75, 0) });
    expect(strongest({ x: y, y: x }).lag).toBe(-3);
    expect(strongest({ x, y: y.map((row) => row.map((value) => -value!)) }).value).toBeLessThan(-0.6);
  });

  it('of a unit alone is the one of Spearman between what leaves the lines', () => {
    const panel = simulation(seeded(2)).following(1, 40, 0.6, 0, 0.2);
    const residuals = within(panel);
    const [found] = laggedCorrelations(panel, [0], seeded(1));
    const direct = sampleRankCorrelation(residuals.x[0] as number[], residuals.y[0] as number[]);
    expect(found!.value).toBeCloseTo(direct, 12);
    expect(found).toMatchObject({ pairs: 40, ...rankLimits(found!.value!, found!.effective) });
  });

  it('counts the pairs there are, and how many independent ones they are worth', () => {
    const { unrelated } = simulation(seeded(3));
    const [fresh] = laggedCorrelations(
      unrelated(20, 24, () => 0),
      [2],
      seeded(1)
    );
    const [remembering] = laggedCorrelations(
      unrelated(20, 24, () => 0.7),
      [2],
      seeded(1)
    );
    expect(fresh!.pairs).toBe(20 * 22);
    // 480 values less 40 for lines and 22 for periods.
    expect(fresh!.effective).toBeCloseTo((440 * 418) / 480, -1);
    expect(remembering!.effective).toBeLessThan(fresh!.effective / 2);
    expect(remembering!.effective).toBeGreaterThan(fresh!.effective / 5);
  });

  it('does not come from good units, from good times, or from drifts', () => {
    const { normal, unrelated } = simulation(seeded(4));
    const noise = unrelated(12, 20, () => 0.2);
    const times = Array.from({ length: 20 }, () => 5 * normal());
    const units = Array.from({ length: 12 }, () => ({ level: 5 * normal(), slope: normal() }));
    const shared = (side: Panel['x']) =>
      side.map((row, unit) =>
        row.map((value, at) => value! + units[unit]!.level + units[unit]!.slope * at + times[at]!)
      );
    const bare = laggedCorrelations(noise, LAGS, seeded(1));
    const hidden = laggedCorrelations({ x: shared(noise.x), y: shared(noise.y) }, LAGS, seeded(1));
    for (const [at, { value }] of hidden.entries()) expect(value).toBeCloseTo(bare[at]!.value!, 6);
  });

  it('is wider where the link differs between units than where it does not', () => {
    const { following } = simulation(seeded(5));
    const alike = following(12, 24, 0.5, 0, 0.2);
    const [strong, none] = [following(6, 24, 0.9, 0, 0.2), following(6, 24, 0.05, 0, 0.2)];
    const mixed = { x: [...strong.x, ...none.x], y: [...strong.y, ...none.y] };
    const width = (panel: Panel) => {
      const { low, high } = laggedCorrelations(panel, [0], seeded(1))[0]!;
      return high - low;
    };
    expect(width(mixed)).toBeGreaterThan(1.3 * width(alike));
  });

  it('says nothing where nothing varies, nothing is known, or hardly anything is', () => {
    const nothing = { value: null, low: -1, high: 1 };
    const flat = Array.from({ length: 5 }, () => Array.from({ length: 12 }, () => 70));
    const random = simulation(seeded(6)).unrelated(5, 12, () => 0).y;
    expect(laggedCorrelations({ x: flat, y: random }, [0], seeded(1))).toMatchObject([nothing]);
    expect(laggedCorrelations({ x: [], y: [] }, [0], seeded(1))).toMatchObject([
      { ...nothing, pairs: 0, effective: 0 }
    ]);
    const empty = [Array.from({ length: 12 }, () => null)];
    expect(laggedCorrelations({ x: empty, y: [random[0]!] }, [0], seeded(1))).toMatchObject([nothing]);
    expect(laggedCorrelations({ x: [random[0]!], y: [random[1]!] }, [9, 12, -30], seeded(1))).toMatchObject([
      { ...nothing, pairs: 3 },
      { ...nothing, pairs: 0 },
      { ...nothing, pairs: 0 }
    ]);
  });

  it('stays within its bounds, whatever is missing', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 9 }),
        (seed, units, missing) => {
          const random = seeded(seed);
          const holes = (side: Panel['x']) =>
            side.map((row) => row.map((v) => (random() < missing / 10 ? null : v)));
          const { x, y } = simulation(random).unrelated(units, 10, () => 0.4);
          for (const each of laggedCorrelations({ x: holes(x), y: holes(y) }, LAGS, random)) {
            expect(each.effective).toBeGreaterThanOrEqual(0);
            expect(each.effective).toBeLessThanOrEqual(each.pairs);
            expect(each.low).toBeGreaterThanOrEqual(-1);
            expect(each.high).toBeLessThanOrEqual(1);
            expect(each.low).toBeLessThanOrEqual(each.value ?? 0);
            expect(each.high).toBeGreaterThanOrEqual(each.value ?? 0);
          }
        }
      ),
      { numRuns: 60 }
    );
  });

  it.each([
    [1, 0, 0],
    [3, 0, 0.6],
    [10, 0, 0.6],
    [10, 0.3, 0.4],
    [25, 0.3, 0]
  ])(
    'of %i units, whose links differ by %f around %f, lies in its interval 19 times of 20',
    (units, spread, around) => {
      const { following, normal } = simulation(seeded(units));
      const found = Array.from({ length: 200 }, (_, seed) => {
        const each = Array.from({ length: units }, () =>
          following(1, 24, Math.max(-0.95, Math.min(0.95, around + spread * normal())), 0, 0.4)
        );
        const panel = { x: each.map(({ x }) => x[0]!), y: each.map(({ y }) => y[0]!) };
        return laggedCorrelations(panel, [0], seeded(seed))[0]!;
      });
      const truth = found.reduce((sum, { value }) => sum + value!, 0) / found.length;
      const held = found.filter(({ low, high }) => low <= truth && truth <= high).length / found.length;
      expect(held).toBeGreaterThan(0.9);
    }
  );
});
