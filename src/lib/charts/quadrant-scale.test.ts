import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bandOf, CROWD, extremesOf, rangeOf, windowOf } from './quadrant-scale';

const CUTS = { cx: 70, ex: 60 };
const at = (value: number, half = 4) => ({ value, low: value - half, high: value + half, n: 30 });
const team = (cx: number, ex: number, half = 4) => ({ cx: at(cx, half), ex: at(ex, half) });
const score = fc.integer({ min: 5, max: 95 });
const cut = fc.integer({ min: 1, max: 99 });

describe('the part of the scale that the quadrant shows', () => {
  it('is one for both axes, in whole tens, with room beyond both cuts', () => {
    expect(windowOf([team(75, 62), team(66, 58)], CUTS)).toEqual({ min: 40, max: 80 });
  });

  it('never shows less than forty points: noise would look like distance', () => {
    expect(windowOf([], { cx: 60, ex: 60 })).toEqual({ min: 40, max: 80 });
    expect(windowOf([], { cx: 95, ex: 95 })).toEqual({ min: 60, max: 100 });
    expect(windowOf([], { cx: 4, ex: 4 })).toEqual({ min: 0, max: 40 });
  });

  it('holds every interval of a few teams, and every point of a crowd', () => {
    expect(windowOf([team(70, 60, 25)], CUTS).min).toBe(30);
    expect(
      windowOf(
        Array.from({ length: CROWD + 1 }, () => team(70, 60, 25)),
        CUTS
      ).min
    ).toBe(40);
  });

  it('always keeps points and cuts inside, within the scale, wherever leadership sets them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score)), cut, cut, (scores, cx, ex) => {
        const { min, max } = windowOf(
          scores.map(([a, b]) => team(a, b)),
          { cx, ex }
        );
        for (const value of [cx, ex, ...scores.flat()]) {
          expect(value).toBeGreaterThanOrEqual(min);
          expect(value).toBeLessThanOrEqual(max);
        }
        expect(min).toBeGreaterThanOrEqual(0);
        expect(max).toBeLessThanOrEqual(100);
        expect(max - min).toBeGreaterThanOrEqual(40);
        expect([min % 10, max % 10]).toEqual([0, 0]);
      })
    );
  });
});

describe('the band along a cut', () => {
  it('reaches as far as the median half-interval: there, a team of usual precision crosses the cut', () => {
    expect(bandOf([at(50, 3), at(60, 20), at(70, 5)])).toBe(5);
    expect(bandOf([at(50, 3), at(60, 5)])).toBe(4);
  });

  it('has no width without teams', () => {
    expect(bandOf([])).toBe(0);
  });
});

describe('the teams that are named', () => {
  const crowd = Array.from({ length: CROWD + 1 }, (_, i) => ({
    ...team(71 + i / 10, 65),
    position: i % 2 === 0 ? 'both' : 'undetermined'
  }));

  it('are all of them as long as they are few', () => {
    expect(extremesOf(crowd.slice(1), CUTS)).toHaveLength(CROWD);
  });

  it('are the farthest of a crowd, three to a quadrant, farthest first', () => {
    expect(extremesOf(crowd, CUTS)).toEqual([60, 58, 56]);
  });

  it('are none of a crowd of which nothing is decided', () => {
    expect(
      extremesOf(
        crowd.map((each) => ({ ...each, position: 'undetermined' })),
        CUTS
      )
    ).toEqual([]);
  });
});

describe('how many answers stand behind the teams', () => {
  it('is told from the least to the most', () => {
    expect(rangeOf([30, 6, 240])).toBe('6–240');
    expect(rangeOf([12, 12])).toBe('12');
    expect(rangeOf([])).toBe('');
  });
});
