import { describe, expect, it } from 'vitest';
import { fisher } from './correlation';
import { excludesZero } from './estimate';
import { laggedCorrelations, type LaggedCorrelation } from './lags';
import type { Panel } from './panel';
import { seeded } from './random';
import { shiftTest } from './shifts';
import { simulation } from './simulated';

const lagsUpTo = (most: number) => Array.from({ length: 2 * most + 1 }, (_, at) => at - most);

/** What the page calls a plausible link: handbook, figure 9. */
function plausible(panel: Panel, lags: number[], random: () => number): LaggedCorrelation | null {
  const errors = ({ value, effective }: LaggedCorrelation) =>
    Math.abs(Math.atanh(value!)) * Math.sqrt(Math.max(0, effective - 3));
  const strongest = laggedCorrelations(panel, lags, random)
    .filter(({ value }) => value !== null)
    .reduce<LaggedCorrelation | null>(
      (best, each) => (best && errors(best) >= errors(each) ? best : each),
      null
    );
  if (!strongest || strongest.effective < 30 || !excludesZero(strongest)) return null;
  const test = shiftTest(panel, lags, random);
  while (!test.done) test.draw(100);
  return test.p <= 0.05 ? strongest : null;
}

/** Looking at all lags for one that plain Fisher calls significant, as if pairs were independent. */
function naive(panel: Panel, lags: number[]): boolean {
  return laggedCorrelations(panel, lags, seeded(1)).some(
    ({ value, pairs }) => value !== null && excludesZero(fisher(value, pairs))
  );
}

function shareOf(count: number, holds: () => boolean): number {
  return Array.from({ length: count }, holds).filter(Boolean).length / count;
}

describe('a plausible link', () => {
  const LAGS = lagsUpTo(3);

  it('is hardly ever seen between unrelated series that remember their past, where a naive eye sees one all the time', () => {
    const random = seeded(2026);
    const { between, unrelated } = simulation(random);
    const memory = () => between(0.3, 0.9);
    const single = () => unrelated(1, Math.floor(between(24, 61)), memory);
    const several = () => unrelated(Math.floor(between(2, 15)), Math.floor(between(12, 37)), memory);
    for (const make of [single, several]) {
      expect(shareOf(500, () => plausible(make(), LAGS, random) !== null)).toBeLessThanOrEqual(0.05);
      const seen = shareOf(200, () => naive(make(), LAGS));
      expect(seen).toBeGreaterThan(0.28);
      expect(seen).toBeLessThan(0.75);
    }
  });

  it('is not made of trends, in one team or in many', () => {
    const random = seeded(7);
    const { between, unrelated } = simulation(random);
    const drifting = (side: Panel['x']) =>
      side.map((row) => {
        const slope = between(-0.1, 0.1);
        return row.map((value, at) => value! + slope * at);
      });
    const trends = (units: number) => () => {
      const { x, y } = unrelated(units, 36, () => 0.3);
      return plausible({ x: drifting(x), y: drifting(y) }, LAGS, random) !== null;
    };
    expect(shareOf(150, trends(1))).toBeLessThan(0.09);
    expect(shareOf(150, trends(8))).toBeLessThan(0.09);
  });

  it.each([
    { kind: 'one team over 104 quarters', units: 1, length: 104, memory: 0.5 },
    { kind: 'ten teams over 14 quarters', units: 10, length: 14, memory: 0.3 },
    { kind: 'ten teams over 14 quarters that remember more', units: 10, length: 14, memory: 0.5 }
  ])('of .7 after four quarters is found in 100 pairs: $kind', ({ units, length, memory }) => {
    const random = seeded(11);
    const { following } = simulation(random);
    const found = (turned: boolean) => () => {
      const { x, y } = following(units, length, 0.7, 4, memory);
      const link = plausible(turned ? { x: y, y: x } : { x, y }, lagsUpTo(4), random);
      return link !== null && link.lag === (turned ? -4 : 4) && link.value! > 0 && link.pairs === 100;
    };
    expect(shareOf(40, found(false))).toBeGreaterThanOrEqual(0.8);
    expect(shareOf(20, found(true))).toBeGreaterThanOrEqual(0.8);
  });
});
