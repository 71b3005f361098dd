import { describe, expect, test } from 'vitest';
import { NOTHING, type Counts } from '$lib/verbatims/counts';
import type { PulseSums } from '$lib/pulse/score';
import type { Sums } from '../sums';
import { acrossTeams } from './across';
import { dotsAt, evenly } from './dots';
import { lagsOf, pairsAt, panelOf } from './panel';

const rated = (score: number, n = 10): Counts => ({
  ...NOTHING,
  n,
  neutral: n,
  rated: n,
  rating_sum: n * score,
  rating_squares: n * score ** 2
});
const told = (positive: number, negative: number): Counts => ({
  ...NOTHING,
  n: positive + negative,
  positive,
  negative
});
const asked = (score: number): PulseSums => ({ n: 12, questions: 2, score_sum: 2 * score, error_sum: 8 });
const team = (id: string) => ({ id, parent_id: 'company', slug: id, name: id });

function sumsOf(
  cx: Record<string, Record<string, Counts>>,
  ex: Record<string, Record<string, PulseSums>>
): Sums {
  const maps = <T>(rows: Record<string, Record<string, T>>) =>
    new Map(Object.entries(rows).map(([id, months]) => [id, new Map(Object.entries(months))]));
  return { cx: maps(cx), ex: maps(ex), closed: new Map(), asked: new Map() };
}

const YEAR = { since: '2026-01', until: '2026-12' };

describe('a panel', () => {
  const sums = sumsOf(
    {
      lyon: { '2026-04': rated(70), '2026-06': rated(80), '2026-10': rated(60, 4) },
      paris: { '2026-05': told(9, 1), '2026-08': told(5, 5) },
      lille: { '2026-05': rated(50) }
    },
    {
      lyon: { '2026-04': asked(60), '2026-11': asked(64) },
      paris: { '2026-07': asked(55) },
      nantes: { '2026-05': asked(58) }
    }
  );
  const units = ['lyon', 'paris', 'lille', 'nantes'].map(team);

  test('sets EX beside CX of each quarter, and nothing where too few spoke or nothing was published', () => {
    expect(panelOf(sums, units, YEAR, 'quarter')).toEqual({
      teams: ['lyon', 'paris'],
      spans: [
        { since: '2026-04', until: '2026-06' },
        { since: '2026-07', until: '2026-09' },
        { since: '2026-10', until: '2026-12' }
      ],
      x: [
        [60, null, 64],
        [null, 55, null]
      ],
      y: [
        [75, null, null],
        [90, 50, null]
      ]
    });
  });

  test('keeps a month without anything in between, because a lag counts months', () => {
    const { spans, x } = panelOf(sums, [team('lyon')], YEAR, 'month');
    expect(spans[0]?.since).toBe('2026-04');
    expect(spans.at(-1)?.since).toBe('2026-11');
    expect(x).toEqual([[60, null, null, null, null, null, null, 64]]);
  });

  test('is empty where no team has both sides', () => {
    const panel = panelOf(sums, ['lille', 'nantes'].map(team), YEAR, 'quarter');
    expect(panel).toEqual({ teams: [], spans: [], x: [], y: [] });
    expect(pairsAt(panel, 0)).toEqual([]);
  });

  test('keeps the kind of CX that a team has over the whole history', () => {
    const mixed = sumsOf(
      { lyon: { '2026-01': rated(80), '2026-04': { ...told(6, 4), rated: 3, rating_sum: 30 } } },
      { lyon: { '2026-01': asked(60), '2026-04': asked(60) } }
    );
    // Ten words and three ratings would make a balance on their own; beside the earlier ratings they are too few.
    expect(panelOf(mixed, [team('lyon')], YEAR, 'quarter').y).toEqual([[80, null]]);
  });
});

describe('the lags', () => {
  const full = (periods: number, teams: number) => {
    const side = Array.from({ length: teams }, () => Array.from({ length: periods }, (_, i) => i));
    return { x: side, y: side };
  };

  test('reach a year in both directions, as far as there are 12 pairs', () => {
    expect(lagsOf(full(16, 1), 'quarter')).toEqual([-4, -3, -2, -1, 0, 1, 2, 3, 4]);
    expect(lagsOf(full(14, 1), 'quarter')).toEqual([-2, -1, 0, 1, 2]);
    expect(lagsOf(full(30, 1), 'month')).toHaveLength(25);
  });

  test('are none at all but the one of no lag where there are too few', () => {
    expect(lagsOf(full(3, 2), 'quarter')).toEqual([0]);
    expect(lagsOf({ x: [], y: [] }, 'quarter')).toEqual([0]);
  });

  test('may reach further in one direction, where one side began earlier', () => {
    const x = [[...Array.from({ length: 14 }, () => 1), null, null, null, null]];
    const y = [[null, null, null, null, ...Array.from({ length: 14 }, () => 1)]];
    expect(lagsOf({ x, y }, 'quarter')).toEqual([0, 2, 3, 4]);
  });
});

describe('the dots', () => {
  const panel = {
    teams: ['lyon', 'paris'],
    spans: [
      { since: '2026-01', until: '2026-03' },
      { since: '2026-04', until: '2026-06' }
    ],
    x: [
      [1, 2],
      [3, null]
    ],
    y: [
      [10, 20],
      [30, 40]
    ]
  };

  test('set EX beside a later CX where customers follow, an earlier one where employees do', () => {
    expect(dotsAt(panel, 1)).toEqual([
      { ex: 1, cx: 20, team: 'lyon', span: panel.spans[0] },
      { ex: 3, cx: 40, team: 'paris', span: panel.spans[0] }
    ]);
    expect(dotsAt(panel, -1)).toEqual([{ ex: 2, cx: 10, team: 'lyon', span: panel.spans[1] }]);
  });

  test('are thinned out at even distances where there are too many', () => {
    expect(evenly([1, 2, 3], 5)).toEqual([1, 2, 3]);
    expect(evenly([0, 1, 2, 3, 4, 5, 6, 7], 4)).toEqual([0, 2, 4, 6]);
    expect(evenly(Array.from({ length: 1001 }, (_, i) => i))).toHaveLength(400);
  });
});

describe('teams side by side', () => {
  const SPAN = { since: '2026-04', until: '2026-06' };

  test('are those whose CX is made as that of most, and the others are counted', () => {
    const sums = sumsOf(
      { lyon: { '2026-05': rated(70) }, paris: { '2026-05': rated(60) }, lille: { '2026-05': told(9, 1) } },
      { lyon: { '2026-05': asked(60) }, paris: { '2026-05': asked(50) }, lille: { '2026-05': asked(65) } }
    );
    const { dots, kind, leftOut } = acrossTeams(sums, ['lille', 'lyon', 'paris'].map(team), SPAN, YEAR);
    expect(dots).toEqual([
      { ex: 60, cx: 70, team: 'lyon', span: null },
      { ex: 50, cx: 60, team: 'paris', span: null }
    ]);
    expect([kind, leftOut]).toEqual(['rating', 1]);
  });

  test('are none where no team has both sides in the span', () => {
    const sums = sumsOf({ lyon: { '2026-05': rated(70) } }, { lyon: { '2026-09': asked(60) } });
    expect(acrossTeams(sums, [team('lyon')], SPAN, YEAR)).toEqual({ dots: [], kind: null, leftOut: 0 });
  });
});
