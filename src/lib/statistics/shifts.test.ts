import { describe, expect, it } from 'vitest';
import type { Panel } from './panel';
import { seeded } from './random';
import { shiftTest } from './shifts';
import { simulation } from './simulated';

const LAGS = [-3, -2, -1, 0, 1, 2, 3];

function finished(panel: Panel, lags = LAGS, seed = 1) {
  const test = shiftTest(panel, lags, seeded(seed));
  while (!test.done) test.draw(50);
  return test;
}

describe('the test of the strongest correlation', () => {
  it('draws as often as asked, and 999 times when chance does not do as well', () => {
    const test = shiftTest(simulation(seeded(1)).following(6, 24, 0.8, 1, 0.3), LAGS, seeded(1));
    expect(test).toMatchObject({ done: false, p: 1, draws: 0 });
    test.draw(50);
    expect(test).toMatchObject({ done: false, p: 1 / 51, draws: 50 });
    test.draw(5000);
    expect(test).toMatchObject({ done: true, p: 1 / 1000, draws: 999 });
    test.draw(10);
    expect(test.draws).toBe(999);
  });

  it('stops once it is plain that chance does as well', () => {
    const test = finished(simulation(seeded(2)).unrelated(6, 24, () => 0.3));
    expect(test.draws).toBeLessThan(999);
    expect(test.p).toBe(51 / (test.draws + 1));
    expect(test.p).toBeGreaterThan(0.05);
  });

  it('says the same for the same seed', () => {
    const panel = simulation(seeded(3)).following(4, 20, 0.3, 1, 0.3);
    const [first, again, other] = [finished(panel), finished(panel), finished(panel, LAGS, 2)];
    expect({ p: again.p, draws: again.draws }).toEqual({ p: first.p, draws: first.draws });
    expect(Math.abs(other.p - first.p)).toBeLessThan(0.1);
  });

  it('sees a link at one of the lags it was told, and none at others', () => {
    const panel = simulation(seeded(4)).following(8, 30, 0.7, 3, 0.2);
    expect(finished(panel, [2, 3]).p).toBeLessThan(0.01);
    expect(finished(panel, [-3, -2]).p).toBeGreaterThan(0.05);
  });

  it('sees it through missing values, and in teams that came later', () => {
    const random = seeded(5);
    const { x, y } = simulation(random).following(10, 24, 0.8, 1, 0.3);
    const holes = (side: Panel['x']) =>
      side.map((row, unit) =>
        row.map((value, at) => (random() < 0.2 || (unit > 6 && at < 10) ? null : value))
      );
    expect(finished({ x: holes(x), y: holes(y) }).p).toBeLessThan(0.01);
  });

  it('does without a draw where there is nothing to test', () => {
    const row = [1, 5, 2, 4, 3, 6, 1, 2];
    const unknown = row.map(() => null);
    for (const panel of [
      { x: [], y: [] },
      { x: [row], y: [unknown] },
      { x: [row, row], y: [unknown, unknown] },
      { x: [row.map(() => 7)], y: [row] },
      { x: [[1, 2, 3]], y: [[3, 1, 2]] }
    ]) {
      expect(finished(panel)).toMatchObject({ done: true, p: 1, draws: 0 });
    }
    expect(finished({ x: [row], y: [row] }, [])).toMatchObject({ p: 1, draws: 0 });
  });

  it('refuses sides of different sizes', () => {
    expect(() => shiftTest({ x: [[1, 2]], y: [[1]] }, LAGS, seeded(1))).toThrow(RangeError);
  });

  it('of 500 units is done while one waits', () => {
    const panel = simulation(seeded(6)).following(500, 12, 0.5, 1, 0.3);
    const start = performance.now();
    expect(finished(panel, [-4, -3, -2, -1, 0, 1, 2, 3, 4]).draws).toBe(999);
    // A third of a second on a machine that has nothing else to do.
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
