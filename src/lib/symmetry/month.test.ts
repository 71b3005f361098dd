import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, firstDay, isMonth, lastDay, monthOf, monthsBetween, spanOf, spansBetween } from './month';

const month = fc
  .tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);

describe('a month', () => {
  it('is written year first, and nothing else is one', () => {
    for (const text of ['2026-01', '1999-12', '2026-10']) expect(isMonth(text), text).toBe(true);
    for (const text of ['2026-00', '2026-13', '2026-1', '26-01', '2026-01-01', '1826-01', ' 2026-01', ''])
      expect(isMonth(text), text).toBe(false);
  });

  it('is that of its days, from the first to the last', () => {
    expect(monthOf('2026-11-22')).toBe('2026-11');
    expect([firstDay('2026-02'), lastDay('2026-02')]).toEqual(['2026-02-01', '2026-02-28']);
    expect([lastDay('2028-02'), lastDay('2026-12')]).toEqual(['2028-02-29', '2026-12-31']);
  });

  it('is counted over the end of a year, both ways', () => {
    expect(addMonths('2026-11', 3)).toBe('2027-02');
    expect(addMonths('2026-02', -3)).toBe('2025-11');
    expect(addMonths('2026-12', 0)).toBe('2026-12');
    expect(monthsBetween('2025-11', '2026-02')).toBe(3);
    expect(monthsBetween('2026-02', '2025-11')).toBe(-3);
  });

  it('comes after so many others wherever one begins, and months compare as text', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: -400, max: 400 }), (start, count) => {
        const end = addMonths(start, count);
        expect(monthsBetween(start, end)).toBe(count);
        expect(Math.sign(count)).toBe(start === end ? 0 : start < end ? 1 : -1);
      })
    );
  });
});

describe('a span of the calendar', () => {
  it('is the month itself or the quarter it lies in', () => {
    expect(spanOf('2026-05', 'month')).toEqual({ since: '2026-05', until: '2026-05' });
    expect(spanOf('2026-05', 'quarter')).toEqual({ since: '2026-04', until: '2026-06' });
    expect(spanOf('2026-12', 'quarter')).toEqual({ since: '2026-10', until: '2026-12' });
    expect(spanOf('2026-01', 'quarter')).toEqual({ since: '2026-01', until: '2026-03' });
  });

  it('is whole, or is not among those between two months', () => {
    expect(spansBetween('2025-11', '2026-08', 'quarter')).toEqual([
      { since: '2026-01', until: '2026-03' },
      { since: '2026-04', until: '2026-06' }
    ]);
    expect(spansBetween('2026-01', '2026-03', 'quarter')).toHaveLength(1);
    expect(spansBetween('2026-02', '2026-03', 'quarter')).toEqual([]);
    expect(spansBetween('2025-12', '2026-02', 'month').map(({ since }) => since)).toEqual([
      '2025-12',
      '2026-01',
      '2026-02'
    ]);
  });

  it('begins when the one before is over', () => {
    fc.assert(
      fc.property(
        month,
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom('month' as const, 'quarter' as const),
        (since, count, grain) => {
          const until = addMonths(since, count);
          const spans = spansBetween(since, until, grain);
          for (const [i, span] of spans.entries()) {
            expect(span.since >= since && span.until <= until).toBe(true);
            if (i > 0) expect(span.since).toBe(addMonths(spans[i - 1]!.until, 1));
          }
        }
      )
    );
  });
});
