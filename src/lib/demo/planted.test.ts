import { describe, expect, test } from 'vitest';
import type { PulseSums } from '$lib/pulse/score';
import { spearman } from '$lib/statistics/correlation';
import { linksOf } from '$lib/symmetry/link/link.server';
import { addMonths, monthOf, type Month } from '$lib/symmetry/month';
import { NOTHING, type Counts } from '$lib/verbatims/counts';
import { BELLERIVE, sumsOf } from '../../../tests/support/sums';
import { answersTo } from './answers';
import { TEAMS } from './company';
import { contentOn } from './customers';
import { feltBy } from './mood';
import { replies } from './questionnaire';
import { LIBRARY } from './sample';
import { staff } from './staff';
import { wavesUntil } from './waves';

const DAY = 24 * 3600 * 1000;
const DAYS = ['2026-11-22', '2027-01-31', '2027-05-03', '2028-02-29', '2026-08-15'];
const ENOUGH = 5;
const ON_LEVERS = LIBRARY.filter(({ battery }) => battery === 'levers').map(({ slug }) => slug);

/** What employees answered, by team and month, as if all teams of five and more were published. */
function employees(now: Date): Record<string, Record<Month, PulseSums>> {
  const people = staff();
  const byTeam: Record<string, Record<Month, PulseSums>> = {};
  for (const [index, wave] of wavesUntil(now, LIBRARY).entries()) {
    if (wave.closes > now) continue;
    const ago = (now.getTime() - wave.opens.getTime()) / DAY;
    const here = people.filter(({ joined, left }) => joined > ago && (left ?? -1) < ago);
    const answers = answersTo(wave, here, now, 100 + index);
    for (const { slug } of TEAMS) {
      const own = new Set(here.filter(({ team }) => team === slug).map(({ email }) => email));
      const scores = ON_LEVERS.map((question) =>
        answers.flatMap((given) => (own.has(given.email) ? (given.answers[question] ?? []) : []))
      ).filter(({ length }) => length >= ENOUGH);
      if (scores.length === 0) continue;
      const means = scores.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
      (byTeam[slug] ??= {})[monthOf(wave.closes.toISOString())] = {
        n: Math.min(...scores.map(({ length }) => length)),
        questions: scores.length,
        score_sum: means.reduce((sum, mean) => sum + 25 * (mean - 1), 0),
        error_sum: scores.reduce((sum, { length }) => sum + 22 / Math.sqrt(length), 0)
      };
    }
  }
  return byTeam;
}

/** What customers answered, by team and month, about one step or all of them. */
function customers(now: Date, about: string | null): Record<string, Record<Month, Counts>> {
  const byTeam: Record<string, Record<Month, Counts>> = {};
  for (const { team, step, rating, day } of replies(now)) {
    if (about !== null && step !== about) continue;
    const counts = ((byTeam[team] ??= {})[monthOf(day)] ??= { ...NOTHING });
    counts.n += 1;
    counts.rated += 1;
    counts.rating_sum += 10 * rating;
    counts.rating_squares += (10 * rating) ** 2;
  }
  return byTeam;
}

describe.each(DAYS)('Maison Bellerive, loaded on %s', (day) => {
  const now = new Date(`${day}T12:00:00Z`);
  const last = addMonths(monthOf(day), -1);
  const span = { since: addMonths(last, -5), until: last };
  const place = { teams: BELLERIVE, root: 'bellerive', isCompany: true };
  const found = employees(now);
  const links = (step: string | null) => linksOf(sumsOf(customers(now, step), found), place, span, 'quarter');

  test.each([null, 'advice'])('shows customers who follow employees by a quarter: %s', async (step) => {
    const { time } = await links(step);
    expect(time).toMatchObject({ verdict: 'plausible', strongest: { lag: 1 } });
    expect(time.strongest?.value).toBeGreaterThan(0.3);
    expect(time.strongest?.value).toBeLessThan(0.85);
  });

  test.each(['delivery', 'use', 'refund'])('shows no link where there is none: %s', async (step) => {
    expect((await links(step)).time.verdict).not.toBe('plausible');
  });

  test.each([null, 'advice', 'delivery'])('shows none across teams: %s', async (step) => {
    const { teams } = await links(step);
    expect(teams.verdict).not.toBe('plausible');
    expect(Math.abs(teams.strongest?.value ?? 0)).toBeLessThan(0.65);
  });
});

describe('what was planted', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const spring = { from: '2026-03-01', to: '2026-05-31' };
  const shops = TEAMS.filter(({ kind }) => kind === 'site').map(({ slug }) => slug);
  const ages = Array.from({ length: 60 }, (_, i) => 12 * i);
  // A question without a lever is one that no story touches.
  const mood = (team: string, ago: number) => feltBy(team, { slug: 'x', lever: null }, ago, now);
  const content = (team: string, step: string, ago: number) =>
    contentOn({ team, step, day: '', ago }, spring);
  const follows = (team: string, step: string, by: number) =>
    spearman(ages.map((ago) => [mood(team, ago + by), content(team, step, ago)]))?.value ?? 0;

  test('is that customers of a shop feel what its team felt fourteen weeks before', () => {
    for (const team of shops)
      for (const step of ['discovery', 'advice', 'payment', 'service'])
        expect(follows(team, step, 98), `${team} ${step}`).toBeGreaterThan(0.999);
  });

  test.each([
    ['deliveries, products and refunds', shops, ['delivery', 'use', 'refund']],
    ['the web shop and customer relations', ['e-commerce', 'relation-client'], ['discovery', 'service']]
  ])('is not in %s', (_, teams, steps) => {
    const each = teams.flatMap((team) => steps.map((step) => follows(team, step, 98)));
    expect(Math.abs(each.reduce((sum, value) => sum + value, 0) / each.length)).toBeLessThan(0.25);
    expect(Math.max(...each.map(Math.abs))).toBeLessThan(0.9);
  });
});
