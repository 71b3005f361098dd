import { describe, expect, test } from 'vitest';
import type { Question } from '$lib/pulse/question';
import { LEVERS } from '$lib/pulse/question';
import { redact } from '$lib/redaction/redaction';
import { shippedEngine } from '$lib/sentiment/tagger.server';
import { ACTIONS } from './actions';
import { answersTo } from './answers';
import { COMMENTS } from './comments';
import { CAST, TEAMS } from './company';
import { feltBy, MOODS } from './mood';
import { LIBRARY } from './sample';
import { staff } from './staff';
import { nextWaveOn, wavesUntil } from './waves';

const NOW = new Date('2026-11-22T12:00:00Z');
const DAY = 24 * 3600 * 1000;
const ON_LEVERS = LIBRARY.filter(({ battery }) => battery === 'levers').map(({ slug }) => slug);
const DAYS = ['2026-11-22', '2026-03-31', '2026-05-02', '2028-02-29', '2026-01-01', '2026-12-31'];

describe('the waves of Maison Bellerive', () => {
  test.each(DAYS)(
    'loaded on %s are two years and a quarter that are over, and one open for five more days',
    (day) => {
      const now = new Date(`${day}T12:00:00Z`);
      const waves = wavesUntil(now, LIBRARY);
      const monthly = waves.filter((wave) => wave.monthly);
      expect(monthly).toHaveLength(28);
      expect(waves.filter(({ closes }) => closes > now)).toEqual([waves.at(-1)]);
      const open = waves.at(-1)!;
      expect(Math.round((now.getTime() - open.opens.getTime()) / DAY)).toBe(2);
      expect(nextWaveOn(now) > now.toISOString().slice(0, 10)).toBe(true);
      for (const [index, wave] of waves.slice(1).entries())
        expect(wave.opens.getTime()).toBeGreaterThan(waves[index]!.closes.getTime());
    }
  );

  test('ask one question of each lever, every question once before any comes back, the others on top of them', () => {
    const monthly = wavesUntil(NOW, LIBRARY).filter((wave) => wave.monthly);
    for (const { questions } of monthly) {
      const levers = questions.filter(({ battery }) => battery === 'levers').map(({ lever }) => lever);
      expect([...levers].sort()).toEqual([...LEVERS].sort());
    }
    const cycle = monthly.slice(0, 3).flatMap(({ questions }) => questions.map(({ slug }) => slug));
    expect(new Set(cycle).size).toBe(20);
    expect(cycle).toHaveLength(20);
    const asking = (slug: string) =>
      monthly.filter(({ questions }) => questions.some((q) => q.slug === slug));
    expect(asking('recommend')).toHaveLength(10);
    expect(asking('customers-score')).toHaveLength(5);
  });
});

describe('their answers', () => {
  const waves = wavesUntil(NOW, LIBRARY);
  const people = staff();
  const wave = waves.at(-2)!;
  const given = answersTo(wave, people, NOW, 1);

  test('are the same every time, on the scale, some skipped, some declined', () => {
    expect(answersTo(wave, people, NOW, 1)).toEqual(given);
    const values = given.flatMap(({ answers }) => ON_LEVERS.flatMap((slug) => answers[slug] ?? []));
    expect(Math.min(...values)).toBe(1);
    expect(Math.max(...values)).toBe(5);
    expect(given.some(({ answers }) => Object.keys(answers).length === 0)).toBe(true);
    expect(given.some(({ answers }) => Object.keys(answers).length === 5)).toBe(true);
  });

  test('guess what customers give, from 0 to 10, and are harsher than they are', () => {
    const asking = waves.findLast(
      ({ questions, closes }) => closes < NOW && questions.some(({ scale }) => scale === 'guess')
    )!;
    const guesses = answersTo(asking, people, NOW, 1).flatMap(
      ({ answers }) => answers['customers-score'] ?? []
    );
    expect(guesses.length).toBeGreaterThan(100);
    expect(Math.min(...guesses)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...guesses)).toBeLessThanOrEqual(10);
    expect(guesses.reduce((sum, guess) => sum + guess, 0) / guesses.length).toBeLessThan(6.8);
  });

  test('come from two in three people or more, and fewer while the wave is open', () => {
    expect(given.length / people.length).toBeGreaterThan(0.65);
    expect(given.length / people.length).toBeLessThan(0.85);
    expect(answersTo(waves.at(-1)!, people, NOW, 1).length).toBeLessThan(given.length / 1.5);
  });

  test('never have the same comment twice in a wave, nor a shop’s from the head office', () => {
    const written = given.filter(({ comment }) => comment !== null);
    expect(written.length).toBeGreaterThan(15);
    expect(new Set(written.map(({ comment }) => comment)).size).toBe(written.length);
    const shops = new Set(TEAMS.filter(({ kind }) => kind === 'site').map(({ slug }) => slug));
    const ofShops = new Set(COMMENTS.filter(({ shop }) => shop).map(({ text }) => text));
    const team = new Map(people.map((person) => [person.email, person.team]));
    for (const { email, comment } of written)
      if (ofShops.has(comment!)) expect(shops.has(team.get(email)!), comment!).toBe(true);
  });
});

describe('what teams feel', () => {
  const about = (lever: Question['lever']) => ({ slug: 'x', lever });

  test('is set for every team in which people work', () => {
    const peopled = TEAMS.filter(({ headcount }) => headcount > 0).map(({ slug }) => slug);
    expect(Object.keys(MOODS).sort()).toEqual(peopled.sort());
  });

  test('tells the stories: Nantes gains autonomy, Strasbourg tires, Lyon is well', () => {
    // Over half a year, so that what swings in between does not count.
    const halfAYear = (team: string, lever: Question['lever'], from: number) => {
      const ages = Array.from({ length: 26 }, (_, week) => from + 7 * week);
      return ages.reduce((sum, ago) => sum + feltBy(team, about(lever), ago, NOW), 0) / ages.length;
    };
    const gained = halfAYear('nantes', 'autonomy', 0) - halfAYear('nantes', 'autonomy', 380);
    expect(gained).toBeGreaterThan(1.3);
    const work = 'quality_of_work_life';
    const lost = halfAYear('strasbourg', work, 560) - halfAYear('strasbourg', work, 0);
    expect(lost).toBeGreaterThan(1.3);
    for (const ago of [500, 25])
      expect(feltBy('lyon', about('culture'), ago, NOW)).toBeGreaterThan(
        feltBy('dijon', about('culture'), ago, NOW)
      );
  });
});

describe('the comments and the actions', () => {
  test('are varied, written once each, in French and in English, and hold no personal data', () => {
    const english = COMMENTS.filter(({ text }) => shippedEngine().languageOf(text) === 'en');
    expect(english.length).toBeGreaterThanOrEqual(15);
    expect(COMMENTS.length - english.length).toBeGreaterThanOrEqual(60);
    expect(new Set(COMMENTS.map(({ text }) => text)).size).toBe(COMMENTS.length);
    expect(COMMENTS.filter(({ text }) => redact(text).redactions.length > 0)).toEqual([]);
    for (const mood of ['positive', 'neutral', 'negative'])
      expect(COMMENTS.filter((comment) => comment.mood === mood).length).toBeGreaterThan(20);
  });

  test('belong to teams that exist, are done after they were decided, and name none of the cast', () => {
    const slugs = new Set(TEAMS.map(({ slug }) => slug));
    for (const { team, decided, done } of ACTIONS) {
      expect(slugs.has(team)).toBe(true);
      expect(done ?? 0).toBeLessThan(decided);
    }
    const texts = [...COMMENTS.map(({ text }) => text), ...ACTIONS.map(({ title }) => title)].join('\n');
    for (const { name } of Object.values(CAST)) expect(texts).not.toContain(name.split(' ')[0]);
  });
});
