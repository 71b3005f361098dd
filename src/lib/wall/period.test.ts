import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SENTIMENTS, type Counts } from './card';
import { addDays, dayOf, percentages, readShare } from './period';

const none: Counts = { positive: 0, neutral: 0, negative: 0 };

/** So many positives on each of these days. */
function company(perDay: Record<string, number>) {
  const asked: string[] = [];
  const read = async (since: string, until: string) => {
    asked.push(`${since} ${until}`);
    const days = Object.entries(perDay).filter(([day]) => day >= since && day <= until);
    return { ...none, positive: days.reduce((sum, [, n]) => sum + n, 0) };
  };
  return { read, asked };
}

describe('the period of the share', () => {
  it('is today when today has enough, and then nothing else is asked', async () => {
    const { read, asked } = company({ '2026-06-15': 20, '2026-06-14': 500 });
    expect(await readShare(read, '2026-06-15')).toEqual({
      period: 'today',
      counts: { ...none, positive: 20 },
      n: 20
    });
    expect(asked).toEqual(['2026-06-15 2026-06-15']);
  });

  it('widens to seven and thirty days, today included, until there is enough', async () => {
    expect((await readShare(company({ '2026-06-15': 19, '2026-06-09': 1 }).read, '2026-06-15')).period).toBe(
      'week'
    );
    expect((await readShare(company({ '2026-06-15': 19, '2026-06-08': 1 }).read, '2026-06-15')).period).toBe(
      'month'
    );
    expect((await readShare(company({ '2026-06-15': 19, '2026-05-16': 1 }).read, '2026-06-15')).n).toBe(20);
  });

  it('is the one that was chosen, and no other is asked for', async () => {
    const { read, asked } = company({ '2026-06-15': 20, '2026-06-12': 3 });
    expect(await readShare(read, '2026-06-15', 'week')).toMatchObject({ period: 'week', n: 23 });
    expect(await readShare(company({}).read, '2026-06-15', 'today')).toMatchObject({ period: 'today', n: 0 });
    expect(asked).toEqual(['2026-06-09 2026-06-15']);
  });

  it('is a year when nothing shorter has enough, however little a year has', async () => {
    expect(await readShare(company({ '2026-01-02': 3 }).read, '2026-06-15')).toEqual({
      period: 'year',
      counts: { ...none, positive: 3 },
      n: 3
    });
  });

  it('begins its days at midnight in Paris', () => {
    expect(dayOf(Date.parse('2026-06-15T21:59:00Z'))).toBe('2026-06-15');
    expect(dayOf(Date.parse('2026-06-15T22:01:00Z'))).toBe('2026-06-16');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});

describe('the percents of a share', () => {
  it('add up to 100 and are each within one of the exact value', () => {
    expect(percentages({ positive: 1, neutral: 1, negative: 1 })).toEqual({
      positive: 34,
      neutral: 33,
      negative: 33
    });
    fc.assert(
      fc.property(
        fc.record({ positive: fc.nat(9999), neutral: fc.nat(9999), negative: fc.nat(9999) }),
        (counts) => {
          const n = counts.positive + counts.neutral + counts.negative;
          fc.pre(n > 0);
          const percents = percentages(counts);
          expect(percents.positive + percents.neutral + percents.negative).toBe(100);
          for (const sentiment of SENTIMENTS)
            expect(Math.abs(percents[sentiment] - (100 * counts[sentiment]) / n)).toBeLessThan(1);
        }
      )
    );
  });

  it('are all zero when there is nothing', () => {
    expect(percentages(none)).toEqual(none);
  });
});
