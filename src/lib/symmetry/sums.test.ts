import { describe, expect, it } from 'vitest';
import { asked, rated, sumsOf, unrated } from '../../../tests/support/sums';
import { customersIn, easeIn, exIn, extentOf, pooled, readSums } from './sums';

const SPAN = { since: '2026-05', until: '2026-10' };

describe('what the database answers', () => {
  const sums = readSums({
    closed: { '2026-09': '2026-10-07T23:00:00Z' },
    cx: {
      nantes: [['2026-09', 6, 3, 1, 8, 640, 52000, 5, 3, 1]],
      '': [['2026-10', 1, 0, 0, 0, 0, 0, 0, 0, 0]]
    },
    ex: { nantes: [['2026-10', 12, 6, 390, 42]] },
    asked: { '2026-10': [['welcome', 61.5]] }
  });

  it('is read by the order of its columns, and n is all that was said', () => {
    expect(sums.cx.get('nantes')?.get('2026-09')).toEqual({
      n: 10,
      positive: 6,
      neutral: 3,
      negative: 1,
      rated: 8,
      rating_sum: 640,
      rating_squares: 52000,
      nps_rated: 5,
      promoters: 3,
      detractors: 1
    });
    expect(sums.ex.get('nantes')?.get('2026-10')).toEqual({
      n: 12,
      questions: 6,
      score_sum: 390,
      error_sum: 42
    });
  });

  it('keeps who spoke of no team, and when each month was closed', () => {
    expect(sums.cx.get('')?.get('2026-10')?.n).toBe(1);
    expect([...sums.closed]).toEqual([['2026-09', '2026-10-07T23:00:00Z']]);
  });
});

describe('the customers of a span', () => {
  const sums = sumsOf({
    nantes: { '2026-04': rated(100, 10), '2026-05': rated(4, 80), '2026-10': rated(6, 90) },
    rennes: { '2026-10': unrated(3, 2, 1), '2026-11': rated(100, 10) }
  });

  it('are counted from its first to its last month, both included', () => {
    expect(customersIn(sums, ['nantes'], SPAN)).toMatchObject({ n: 10, rated: 10, rating_sum: 860 });
    expect(customersIn(sums, ['rennes'], SPAN)).toMatchObject({ n: 6, rated: 0, negative: 1 });
  });

  it('are those of all the teams that are asked for, and of no other', () => {
    expect(customersIn(sums, ['nantes', 'rennes'], SPAN).n).toBe(16);
    expect(customersIn(sums, ['strasbourg'], SPAN).n).toBe(0);
    expect(customersIn(sums, [], SPAN).n).toBe(0);
  });

  it('are the same when they are pooled first', () => {
    const one = pooled(sums, ['nantes', 'rennes', 'strasbourg'], 'ouest');
    expect(customersIn(one, ['ouest'], SPAN)).toEqual(customersIn(sums, ['nantes', 'rennes'], SPAN));
    expect([...one.cx.keys()]).toEqual(['ouest']);
  });
});

describe('the EX of a span', () => {
  const sums = sumsOf({}, { nantes: { '2026-05': asked(30, 60, 3), '2026-10': asked(12, 80, 1) } });

  it('is the mean of all that was asked in it, not of its waves', () => {
    const ex = exIn(sums, 'nantes', SPAN);
    expect(ex?.value).toBeCloseTo((3 * 60 + 80) / 4, 10);
    expect(exIn(sums, 'nantes', { since: '2026-06', until: '2026-10' })?.value).toBe(80);
  });

  it('tells the fewest who answered', () => {
    expect(exIn(sums, 'nantes', SPAN)?.n).toBe(12);
  });

  it('does not exist where nothing was published', () => {
    expect(exIn(sums, 'nantes', { since: '2026-06', until: '2026-09' })).toBeNull();
    expect(exIn(sums, 'rennes', SPAN)).toBeNull();
  });
});

describe('how far the sums go', () => {
  it('is from the first to the last month of either side, in whatever order they come', () => {
    const sums = sumsOf(
      { nantes: { '2026-03': rated(5, 50), '2025-12': rated(5, 50) } },
      { ouest: { '2026-10': asked(20, 60), '2026-02': asked(20, 60) } }
    );
    expect(extentOf(sums)).toEqual({ since: '2025-12', until: '2026-10' });
  });

  it('is nowhere while nothing is known', () => {
    expect(extentOf(sumsOf({}))).toBeNull();
  });
});

describe('how easy the questions of a span were', () => {
  const sums = {
    ...sumsOf({}),
    asked: new Map<string, [string, number][]>([
      ['2026-05', [['respect', 80]]],
      ['2026-06', [['time-to-learn', 40]]],
      ['2026-08', [['respect', 84]]]
    ])
  };

  it('is what they find at any time, so that a month in which all were happier is no easier', () => {
    expect(easeIn(sums, { since: '2026-08', until: '2026-08' })).toBe(82);
    expect(easeIn(sums, { since: '2026-05', until: '2026-06' })).toBe(61);
  });

  it('is not known where nothing was asked of everybody', () => {
    expect(easeIn(sums, { since: '2026-07', until: '2026-07' })).toBeNull();
  });
});
