import { describe, expect, it } from 'vitest';
import { meanOfHundred, meanWithSpread, studentQuantile } from './mean';

const sums = (values: number[]) => ({
  n: values.length,
  sum: values.reduce((total, value) => total + value, 0),
  sumOfSquares: values.reduce((total, value) => total + value ** 2, 0)
});

describe('a mean', () => {
  it('has the interval of Student', () => {
    // Mean 62.5, standard deviation 20.92, t(5) = 2.5706: 62.5 plus or minus 21.95.
    const mean = meanOfHundred(sums([25, 50, 75, 75, 75, 75]));
    expect(mean).toMatchObject({ value: 62.5, n: 6 });
    expect(mean?.low).toBeCloseTo(40.55, 2);
    expect(mean?.high).toBeCloseTo(84.45, 2);
  });

  it('narrows with the number of values', () => {
    const few = meanOfHundred(sums([0, 50, 100, 50]))!;
    const many = meanOfHundred(sums(Array.from({ length: 100 }, () => [0, 50, 100, 50]).flat()))!;
    expect(many.high - many.low).toBeLessThan((few.high - few.low) / 10);
  });

  it('of a few values all alike is not certain', () => {
    expect(meanOfHundred(sums([100, 100, 100, 100, 100]))).toMatchObject({
      value: 100,
      low: expect.closeTo(56.6, 1),
      high: 100
    });
    expect(meanOfHundred(sums([33.33, 33.33, 33.33]))!.high).toBeGreaterThan(60);
  });

  it('keeps its interval within the scale', () => {
    const mean = meanOfHundred(sums([100, 100, 100, 60]))!;
    expect(mean.high).toBe(100);
    expect(mean.low).toBeGreaterThanOrEqual(0);
  });

  it('of nothing does not exist', () => {
    expect(meanOfHundred({ n: 0, sum: 0, sumOfSquares: 0 })).toBeNull();
  });
});

describe('a mean with the spread of a wider group', () => {
  it('has the interval that its own values would give it', () => {
    const values = [25, 50, 75, 75, 75, 75];
    const variance = values.reduce((sum, value) => sum + (value - 62.5) ** 2, 0) / 5;
    const own = meanOfHundred(sums(values))!;
    const borrowed = meanWithSpread(62.5, 6, variance);
    expect(borrowed.low).toBeCloseTo(own.low, 9);
    expect(borrowed.high).toBeCloseTo(own.high, 9);
    expect(borrowed).toMatchObject({ value: 62.5, n: 6 });
  });

  it('narrows with the number of values and widens with the spread', () => {
    const width = (n: number, variance: number) => {
      const { low, high } = meanWithSpread(50, n, variance);
      return high - low;
    };
    expect(width(20, 400)).toBeLessThan(width(5, 400));
    expect(width(20, 400)).toBeLessThan(width(20, 900));
  });

  it('stays within the scale, even of one value', () => {
    expect(meanWithSpread(95, 5, 900)).toMatchObject({ high: 100 });
    expect(meanWithSpread(50, 1, 900)).toEqual({ value: 50, low: 0, high: 100, n: 1 });
  });

  it.each([[null], [0]])('has the widest interval when the spread is %s: that of a share', (variance) => {
    // Wilson's interval of 4 in 5.
    const mean = meanWithSpread(80, 5, variance);
    expect(mean.low).toBeCloseTo(37.6, 1);
    expect(mean.high).toBeCloseTo(96.4, 1);
  });
});

describe('the 95 % point of Student’s t', () => {
  it.each([
    [1, 12.706],
    [4, 2.776],
    [5, 2.571],
    [9, 2.262],
    [29, 2.045],
    [120, 1.98]
  ])('with %i degrees of freedom is %f', (degrees, tabled) => {
    expect(Math.abs(studentQuantile(degrees) - tabled)).toBeLessThan(0.0012);
  });
});
