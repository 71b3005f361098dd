import { expect, it } from 'vitest';
import { placeAt } from './drift';

const DAY = Array.from({ length: 24 * 60 }, (_, minute) => placeAt(minute));

it('begins where the wall is', () => {
  expect(placeAt(0)).toEqual({ x: 0, y: 0 });
});

it('goes a whole pixel at most in a minute, and four from its place', () => {
  DAY.forEach(({ x, y }, minute) => {
    const next = placeAt(minute + 1);
    expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true);
    expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(4);
    expect(Math.max(Math.abs(next.x - x), Math.abs(next.y - y))).toBeLessThanOrEqual(1);
  });
});

it('is nowhere for more than a twentieth of a day, and as much on one side as on the other', () => {
  const visits = new Map<string, number>();
  for (const { x, y } of DAY) visits.set(`${x} ${y}`, (visits.get(`${x} ${y}`) ?? 0) + 1);
  expect(visits.size).toBeGreaterThan(30);
  expect(Math.max(...visits.values())).toBeLessThan(DAY.length / 20);
  const mean = DAY.reduce((sum, { x, y }) => sum + x + y, 0) / DAY.length;
  expect(Math.abs(mean)).toBeLessThan(0.5);
});
