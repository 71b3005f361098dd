import { describe, expect, it } from 'vitest';
import { keptByRotation } from './circle';
import { takeOutLine } from './line';
import { seeded } from './random';
import { simulation } from './simulated';

describe('what the correlation of unrelated series keeps of its variance by rotating one', () => {
  it('is all where there is no memory, and less the longer it is', () => {
    expect(keptByRotation(0, 0, 12)).toBeCloseTo(1, 9);
    const kept = [0.2, 0.4, 0.6, 0.8].map((memory) => keptByRotation(memory, memory, 12));
    expect(kept).toEqual([...kept].sort((a, b) => b - a));
    expect(kept[3]).toBeGreaterThan(0.8);
  });

  it('grows with the length of the series', () => {
    expect(keptByRotation(0.5, 0.5, 60)).toBeGreaterThan(keptByRotation(0.5, 0.5, 12));
    expect(keptByRotation(0.5, 0.5, 3)).toBe(1);
  });

  it.each([
    [0.5, 0.5, 12],
    [0.8, 0.6, 24]
  ])('is what a simulation finds: %f and %f over %i periods', (rx, ry, length) => {
    const random = seeded(1);
    const { series } = simulation(random);
    const product = (a: Float64Array, b: Float64Array) =>
      a.reduce((sum, value, at) => sum + value * b[at]!, 0);
    let [own, ownSpread, rotated, rotatedSpread] = [0, 0, 0, 0];
    for (let draw = 0; draw < 20_000; draw += 1) {
      const [x, y] = [Float64Array.from(series(length, rx)), Float64Array.from(series(length, ry))];
      takeOutLine(x);
      takeOutLine(y);
      const turn = Math.floor(random() * length);
      const turned = y.map((_, at) => y[(at + turn) % length]!);
      takeOutLine(turned);
      own += product(x, y) ** 2;
      ownSpread += product(y, y);
      rotated += product(x, turned) ** 2;
      rotatedSpread += product(turned, turned);
    }
    expect(rotated / rotatedSpread / (own / ownSpread)).toBeCloseTo(keptByRotation(rx, ry, length), 1);
  });
});
