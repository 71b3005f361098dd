import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  addDays,
  daysBetween,
  isDay,
  lastDays,
  lastMonths,
  periodOf,
  previousPeriod,
  spansOf
} from './period';

const TODAY = '2026-11-22';
const day = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a period', () => {
  it('is sliced by day, then by week, then by month as it grows', () => {
    expect(lastDays(30, TODAY)).toEqual({ since: '2026-10-24', until: TODAY, slice: 'day' });
    expect(lastDays(90, TODAY)).toEqual({ since: '2026-08-25', until: TODAY, slice: 'week' });
    expect(periodOf('2026-01-15', '2026-10-10', TODAY)).toEqual({
      since: '2026-01-01',
      until: '2026-10-31',
      slice: 'month'
    });
  });

  it('of months never ends after today', () => {
    expect(periodOf('2026-01-15', '2026-11-03', TODAY).until).toBe(TODAY);
    expect(lastMonths(12, TODAY)).toEqual({ since: '2025-12-01', until: TODAY, slice: 'month' });
  });
});

describe('the previous period', () => {
  it('has as many days, and ends the day before', () => {
    expect(previousPeriod(lastDays(90, TODAY))).toEqual({
      since: '2026-05-27',
      until: '2026-08-24',
      slice: 'week'
    });
  });

  it('has as many whole months', () => {
    expect(previousPeriod(lastMonths(12, TODAY))).toEqual({
      since: '2024-12-01',
      until: '2025-11-30',
      slice: 'month'
    });
    expect(previousPeriod(lastMonths(18, TODAY)).since).toBe('2023-12-01');
  });
});

describe('the slices of a period', () => {
  it('of weeks start on Mondays, and say which are cut', () => {
    const spans = spansOf({ since: '2026-11-04', until: '2026-11-18', slice: 'week' });
    expect(spans).toEqual([
      { key: '2026-11-02', from: '2026-11-04', to: '2026-11-08', whole: false },
      { key: '2026-11-09', from: '2026-11-09', to: '2026-11-15', whole: true },
      { key: '2026-11-16', from: '2026-11-16', to: '2026-11-18', whole: false }
    ]);
  });

  it('of months have the length of their month, and the current one is cut by today', () => {
    const spans = spansOf(lastMonths(12, TODAY));
    expect(spans).toHaveLength(12);
    expect(spans[2]).toEqual({ key: '2026-02-01', from: '2026-02-01', to: '2026-02-28', whole: true });
    expect(spans.at(-1)).toEqual({ key: '2026-11-01', from: '2026-11-01', to: TODAY, whole: false });
  });

  it('cover every day once, whatever the period', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1500 }), (since, length) => {
        const period = periodOf(since, addDays(since, length), '2045-01-01');
        const spans = spansOf(period);
        expect(spans[0]?.from).toBe(period.since);
        expect(spans.at(-1)?.to).toBe(period.until);
        spans.slice(1).forEach((span, i) => expect(span.from).toBe(addDays(spans[i]!.to, 1)));
        const days = spans.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
        expect(days).toBe(daysBetween(period.since, period.until) + 1);
      })
    );
  });
});

describe('a day', () => {
  it.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', 'yesterday', ''])(
    'is not written %s',
    (text) => {
      expect(isDay(text)).toBe(false);
    }
  );

  it('may be the twenty-ninth of February in a leap year', () => {
    expect(isDay('2028-02-29')).toBe(true);
  });
});
