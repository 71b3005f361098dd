import { describe, expect, it } from 'vitest';
import { proportion } from '$lib/statistics/proportion';
import { lastDays, lastMonths, spansOf, type Period } from '$lib/verbatims/period';
import { countSummary, nameSlices, shareSummary } from './slices';

const TODAY = '2026-11-22';
const plain = (text: string) => text.replace(/[\u2009\u202f]/g, ' ');

/** So many positive and negative verbatims in each slice, from the first on. */
function slicesOf(period: Period, counted: [number, number][] = []) {
  const slices = spansOf(period).map((span, i) => {
    const [positive = 0, negative = 0] = counted[i] ?? [];
    const n = positive + negative;
    return {
      ...span,
      n,
      positive,
      neutral: 0,
      negative,
      share: n < 5 ? null : proportion({ hits: positive, n })
    };
  });
  return nameSlices(slices, period.slice);
}

describe('slices of time', () => {
  it('of months are named by month and year', () => {
    expect(slicesOf(lastMonths(12, TODAY))[1]).toMatchObject({
      label: ['janv.', '2026'],
      name: 'janv. 2026'
    });
  });

  it('of weeks are named by their first day, and in full by their days', () => {
    const [, week] = slicesOf(lastDays(90, TODAY));
    expect(week?.label).toEqual(['31 août']);
    expect(plain(week?.name ?? '')).toBe('31 août – 6 sept. 2026');
  });

  it('of days are named by their day', () => {
    expect(slicesOf(lastDays(30, TODAY)).at(-1)).toMatchObject({ label: ['22 nov.'], name: '22 nov.' });
  });
});

describe('what is said of time', () => {
  const week: Period = { since: '2026-11-16', until: '2026-11-18', slice: 'day' };
  it('is the lowest and the highest share, and what hatching means where there is any', () => {
    const told = plain(
      shareSummary(
        slicesOf(week, [
          [9, 1],
          [1, 1],
          [5, 5]
        ])
      )
    );
    expect(told).toMatch(/^De 50 % \(18 nov\.\) à 90 % \(16 nov\.\)/);
    expect(told).toContain('Hachuré : moins de 5 verbatims');
    expect(
      shareSummary(
        slicesOf(week, [
          [9, 1],
          [6, 4],
          [5, 5]
        ])
      )
    ).not.toContain('Hachuré');
  });

  it('is the one share that can be told', () => {
    expect(plain(shareSummary(slicesOf(week, [[9, 1]])))).toMatch(/^Une seule tranche.* : 90 % \(16 nov\.\)/);
  });

  it('is that no share can be told where all are too few', () => {
    expect(shareSummary(slicesOf(week, [[1, 1]]))).toBe(
      'Aucune tranche n’a assez de verbatims pour une part.'
    );
  });

  it('is how many of each sentiment, and when there were most', () => {
    expect(
      plain(
        countSummary(
          slicesOf(week, [
            [9, 1],
            [1, 1],
            [5, 5]
          ])
        )
      )
    ).toMatch(/^Positifs : 15, neutres : 0, négatifs : 7\. Le plus : 1[68] nov\. \(10\)/);
  });
});
