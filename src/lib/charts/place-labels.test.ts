import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { leadTo, overlap, placeLabels, type PointLabel } from './place-labels';

const AREA = { left: 0, right: 400, top: 0, bottom: 400 };
const label = (x: number, y: number): PointLabel => ({ x, y, radius: 6, width: 70, height: 14 });
const markOf = ({ x, y, radius }: PointLabel) => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius
});
const place = (labels: PointLabel[], thin = [] as ReturnType<typeof markOf>[]) =>
  placeLabels(labels, { solid: labels.map(markOf), thin }, AREA);

describe('the names of points', () => {
  it('stand close to their own point, above it on the right', () => {
    const [near] = place([label(200, 200)]);
    expect(near).toMatchObject({ isFar: false });
    expect(near!.left).toBeGreaterThan(200);
    expect(near!.bottom).toBeLessThan(200);
  });

  it('turn to the other side at the edge', () => {
    expect(place([label(390, 200)])[0]!.right).toBeLessThan(390);
  });

  it('leave lines free where they can', () => {
    const upRight = { left: 200, right: 400, top: 190, bottom: 190 };
    expect(place([label(200, 200)], [upRight])[0]!.top).toBeGreaterThan(200);
  });

  it('are led to from the edge of their point where there is no room beside it', () => {
    const close = Array.from({ length: 12 }, (_, i) => label(195 + i, 200 + (i % 2)));
    const placed = place(close);
    expect(placed.some((each) => each?.isFar)).toBe(true);
    const { x1, y1 } = leadTo(close[0]!, { left: 195, right: 265, top: 100, bottom: 114 });
    expect([x1, y1]).toEqual([195, 194]);
  });

  it('are left out rather than written over another', () => {
    const placed = place(Array.from({ length: 60 }, (_, i) => label(200 + (i % 8), 200 + (i % 7))));
    expect(placed).toContain(null);
  });

  it('never overlap each other nor any point, and never leave the picture', () => {
    const coordinate = fc.integer({ min: 10, max: 390 });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 40 }), (points) => {
        const labels = points.map(([x, y]) => label(x, y));
        const placed = place(labels).filter((each) => each !== null);
        placed.forEach((each, i) => {
          expect(each.left >= 0 && each.right <= 400 && each.top >= 0 && each.bottom <= 400).toBe(true);
          for (const other of [...placed.slice(i + 1), ...labels.map(markOf)])
            expect(overlap(each, other)).toBe(false);
        });
      }),
      { numRuns: 50 }
    );
  });
});
