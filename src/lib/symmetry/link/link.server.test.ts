import { describe, expect, test } from 'vitest';
import { normal } from '$lib/demo/random';
import { seeded } from '$lib/statistics/random';
import { NOTHING, type Counts } from '$lib/verbatims/counts';
import { addMonths, type Month } from '../month';
import type { Place } from '../overview';
import type { Sums } from '../sums';
import { linksOf } from './link.server';

const FIRST: Month = '1990-01';

/** Both sides of teams by quarter, in standard deviations around 50 points. */
interface Series {
  ex: number[];
  cx: number[];
}

/** The sums that give these scores: a wave and a hundred ratings in the first month of each quarter. */
function sumsWith(teams: Series[], prefix: string): Sums {
  const months = <T>(values: number[], row: (score: number) => T) =>
    new Map(values.map((value, i) => [addMonths(FIRST, 3 * i), row(50 + 8 * value)]));
  const rated = (score: number): Counts => ({
    ...NOTHING,
    n: 100,
    neutral: 100,
    rated: 100,
    rating_sum: 100 * score,
    rating_squares: 100 * score ** 2 + 100
  });
  const asked = (score: number) => ({ n: 20, questions: 1, score_sum: score, error_sum: 3 });
  return {
    cx: new Map(teams.map(({ cx }, i) => [`${prefix}-${i}`, months(cx, rated)])),
    ex: new Map(teams.map(({ ex }, i) => [`${prefix}-${i}`, months(ex, asked)])),
    closed: new Map(),
    asked: new Map()
  };
}

function linksIn(teams: Series[], prefix = 'team') {
  const quarters = Math.max(...teams.map(({ ex }) => ex.length));
  const place: Place = {
    teams: [
      { id: 'company', parent_id: null, slug: 'company', name: 'Maison Bellerive' },
      ...teams.map((_, i) => ({
        id: `${prefix}-${i}`,
        parent_id: 'company',
        slug: `${prefix}-${i}`,
        name: `Team ${i}`
      }))
    ],
    root: 'company',
    isCompany: true
  };
  const until = addMonths(FIRST, 3 * quarters - 1);
  return linksOf(sumsWith(teams, prefix), place, { since: addMonths(until, -5), until }, 'quarter');
}

/** A series that remembers this share of its last value. */
function remembering(random: () => number, length: number, share: number): number[] {
  const values = [normal(random)];
  while (values.length < length) {
    values.push(share * (values.at(-1) ?? 0) + Math.sqrt(1 - share ** 2) * normal(random));
  }
  return values;
}

/** A team whose customers follow it, by so many quarters and this strongly. */
function followed(random: () => number, length: number, lag: number, r: number): Series {
  const mood = remembering(random, length + lag, 0.3);
  const own = remembering(random, length, 0.3);
  return {
    ex: mood.slice(lag),
    cx: own.map((value, i) => r * (mood[i] ?? 0) + Math.sqrt(1 - r ** 2) * value)
  };
}

describe('the link over time', () => {
  test('is hardly ever found between series that are not related', async () => {
    const random = seeded(20);
    let found = 0;
    for (let i = 0; i < 200; i += 1) {
      const unrelated = () => ({ ex: remembering(random, 14, 0.6), cx: remembering(random, 14, 0.6) });
      const { time } = await linksIn(Array.from({ length: 7 }, unrelated));
      if (time.verdict === 'plausible') found += 1;
    }
    // One in twenty is ten; more than that by a run of luck, not more than sixteen in 98 of 100 runs.
    expect(found).toBeLessThanOrEqual(16);
  });

  test('is found where customers follow by a year, with the right direction', async () => {
    const random = seeded(21);
    let found = 0;
    for (let i = 0; i < 40; i += 1) {
      const teams = Array.from({ length: 10 }, () => followed(random, 14, 4, 0.7));
      const { time } = await linksIn(teams);
      expect(time.lags.find(({ lag }) => lag === 4)?.pairs).toBe(100);
      if (time.verdict === 'plausible' && time.strongest?.lag === 4 && (time.strongest.value ?? 0) > 0)
        found += 1;
    }
    expect(found).toBeGreaterThanOrEqual(32);
  });

  test('turns its direction round where employees follow customers', async () => {
    const random = seeded(22);
    const teams = Array.from({ length: 10 }, () => {
      const { ex, cx } = followed(random, 14, 2, 0.7);
      return { ex: cx, cx: ex };
    });
    const { time } = await linksIn(teams);
    expect(time.verdict).toBe('plausible');
    expect(time.strongest?.lag).toBe(-2);
  });

  test('says the same of the same data', async () => {
    const random = seeded(23);
    const teams = Array.from({ length: 5 }, () => followed(random, 12, 1, 0.3));
    // Under other names, or it would be the very same answer that was kept.
    const [one, other] = [await linksIn(teams), await linksIn(teams, 'other')];
    expect(other.time.dots[0]?.team).not.toBe(one.time.dots[0]?.team);
    expect([other.time.p, other.time.lags]).toEqual([one.time.p, one.time.lags]);
  });

  test('draws deviations around zero, and not more dots than one can look at', async () => {
    const random = seeded(24);
    const { time } = await linksIn(Array.from({ length: 40 }, () => followed(random, 12, 0, 0.4)));
    expect(time.strongest?.lag).toBe(0);
    expect([time.pairs, time.dots.length, time.teams, time.spans]).toEqual([480, 400, 40, 12]);
    const mean = time.dots.reduce((sum, { ex }) => sum + ex, 0) / time.dots.length;
    expect(Math.abs(mean)).toBeLessThan(1);
  });

  test('has dots and no coefficient below 12 pairs, and says when there will be', async () => {
    const { time } = await linksIn([
      { ex: [0, 1, 0.5], cx: [0.2, 1, 0] },
      { ex: [1, 0, 0.2], cx: [0, 0.3, 1] }
    ]);
    expect(time).toMatchObject({ verdict: 'too-few', strongest: null, p: null, draws: 0 });
    expect(time.dots).toHaveLength(6);
    expect(time.lags).toEqual([
      { lag: 0, value: null, low: -1, high: 1, pairs: 6, effective: expect.any(Number) }
    ]);
    expect(time.needed?.for).toBe('coefficient');
    expect(time.needed?.by).toMatch(/^199[1-9]-(03|06|09|12)$/);
  });
});

describe('the link across teams', () => {
  const teamsOf = (count: number, cxOf: (ex: number, i: number) => number): Series[] =>
    Array.from({ length: count }, (_, i) => {
      const ex = (i - count / 2) / count;
      return { ex: [ex, ex], cx: [cxOf(ex, i), cxOf(ex, i)] };
    });

  test('is plausible where teams that are better off have more satisfied customers', async () => {
    const { teams } = await linksIn(teamsOf(32, (ex, i) => ex + (i % 3) / 8));
    expect(teams).toMatchObject({ verdict: 'plausible', kind: 'rating', leftOut: 0, teams: 32, draws: 0 });
    expect(teams.p).toBeLessThan(0.001);
    expect(teams.lags).toHaveLength(1);
  });

  test('is exploratory with twelve teams, and not a figure with eleven', async () => {
    const [twelve, eleven] = [await linksIn(teamsOf(12, (ex) => ex)), await linksIn(teamsOf(11, (ex) => ex))];
    expect(twelve.teams.verdict).toBe('exploratory');
    expect(twelve.teams.strongest?.value).toBeCloseTo(1);
    expect(eleven.teams).toMatchObject({ verdict: 'too-few', strongest: null, p: null });
    // Nobody gets a twelfth team by waiting.
    expect(eleven.teams.needed).toEqual({ for: 'coefficient', more: 1, by: null });
  });
});

test('where nothing is known there are two links without a dot', async () => {
  const { teams, time } = await linksIn([{ ex: [], cx: [] }]);
  expect([teams.verdict, time.verdict]).toEqual(['too-few', 'too-few']);
  expect([...teams.dots, ...time.dots]).toEqual([]);
  expect(time.reach).toBe(null);
  expect(time.needed?.by).toBe(null);
});
