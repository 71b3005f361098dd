import { describe, expect, it } from 'vitest';
import { takeOutLine } from './line';
import { phaseSurrogates } from './phases';
import { seeded } from './random';
import { simulation } from './simulated';

function alone(length: number, memory: number, seed: number): Float64Array {
  const series = Float64Array.from(simulation(seeded(seed)).series(length, memory));
  takeOutLine(series);
  return series;
}

/** How much neighbours resemble each other, as it shows. */
function apparent(series: Float64Array): number {
  const products = series.reduce((sum, value, at) => sum + value * (series[at - 1] ?? 0), 0);
  return products / series.reduce((sum, value) => sum + value ** 2, 0);
}

function correlation(one: Float64Array, other: Float64Array): number {
  const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, at) => sum + value * b[at]!, 0);
  return product(one, other) / Math.sqrt(product(one, one) * product(other, other));
}

describe('series drawn from the waves of one', () => {
  it.each([
    [60, 0.3],
    [61, 0.7]
  ])('of %i periods remember as much as it does: %f', (length, memory) => {
    const [own, drawn]: [number[], number[]] = [[], []];
    for (let seed = 1; seed <= 100; seed += 1) {
      const series = alone(length, memory, seed);
      const draw = phaseSurrogates(series, seeded(seed));
      own.push(apparent(series));
      for (let times = 0; times < 5; times += 1) drawn.push(apparent(draw()));
    }
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean(drawn) - mean(own))).toBeLessThan(0.05);
  });

  it('know nothing of it', () => {
    const series = alone(40, 0.3, 1);
    const draw = phaseSurrogates(series, seeded(2));
    let [sum, strong] = [0, 0];
    for (let times = 0; times < 400; times += 1) {
      const found = correlation(series, draw());
      sum += found / 400;
      if (Math.abs(found) > 0.7) strong += 1;
    }
    expect(Math.abs(sum)).toBeLessThan(0.05);
    expect(strong).toBeLessThan(4);
  });

  it('are unknown where it is', () => {
    const series = alone(20, 0.5, 3);
    series.set([NaN, NaN], 0);
    series.set([NaN, NaN, NaN], 9);
    const drawn = phaseSurrogates(series, seeded(1))();
    expect([...drawn].map(Number.isNaN)).toEqual([...series].map(Number.isNaN));
    expect(drawn.filter((value) => !Number.isNaN(value)).every(Number.isFinite)).toBe(true);
  });
});
