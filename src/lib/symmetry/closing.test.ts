import { describe, expect, it } from 'vitest';
import { closingDay, provisionalMonths, runsOf } from './closing';

describe('A month', () => {
  it.each([
    ['2026-10', '2026-11-07'],
    ['2026-12', '2027-01-07'],
    ['2028-02', '2028-03-07']
  ])('%s is closed by itself on %s, a week after its last day', (month, day) => {
    expect(closingDay(month)).toBe(day);
  });

  const span = { since: '2026-08', until: '2026-10' };
  const isClosed = (month: string) => month < '2026-10';

  it('is provisional until it is closed, on its closing day too', () => {
    for (const today of ['2026-11-01', '2026-11-07'])
      expect(provisionalMonths(span, isClosed, today)).toEqual(['2026-10']);
    expect(provisionalMonths(span, () => true, '2026-11-01')).toEqual([]);
  });

  it('is not provisional when its day has passed and nobody said anything in it', () => {
    expect(provisionalMonths(span, isClosed, '2026-11-08')).toEqual([]);
    expect(provisionalMonths(span, () => false, '2026-10-06')).toEqual(['2026-09', '2026-10']);
  });
});

describe('Months in a row', () => {
  it('are one span, over the end of a year too', () => {
    expect(runsOf(['2026-11', '2026-12', '2027-01'])).toEqual([{ since: '2026-11', until: '2027-01' }]);
  });

  it('are several where one is missing, and none where there are none', () => {
    expect(runsOf(['2026-01', '2026-02', '2026-04'])).toEqual([
      { since: '2026-01', until: '2026-02' },
      { since: '2026-04', until: '2026-04' }
    ]);
    expect(runsOf([])).toEqual([]);
  });
});
