import { describe, expect, test } from 'vitest';
import { shippedEngine } from '$lib/sentiment/tagger.server';
import { read } from '$lib/verbatims/verbatim';
import { CAST, TEAMS } from './company';
import { composer } from './compose';
import { replies, type DemoReply } from './questionnaire';
import { readPhrases, readTexts } from './rows.server';
import { place } from './placing';

const NOW = new Date('2026-11-22T12:00:00Z');
const answers = replies(NOW);
const phrases = await readPhrases();
const say = composer(phrases);
const said = answers.map((answer) => ({ ...answer, ...say(answer) }));
const mean = (some: DemoReply[]) => some.reduce((sum, { rating }) => sum + rating, 0) / some.length;
const served = TEAMS.filter(({ weight }) => weight > 0).map(({ slug }) => slug);

describe('the answers to the questionnaire', () => {
  test('are the same for the same day, about five thousand, within the history, never in the future', () => {
    expect(replies(NOW)).toEqual(answers);
    expect(answers.length).toBeGreaterThan(4500);
    expect(answers.length).toBeLessThan(5800);
    for (const { day, receivedAt, rating } of answers) {
      expect(day >= '2024-08-22' && day <= '2026-11-22').toBe(true);
      expect(Date.parse(receivedAt)).toBeLessThan(NOW.getTime());
      expect(Number.isInteger(rating) && rating >= 0 && rating <= 10).toBe(true);
    }
  });

  test('speak of every team that customers meet, every quarter enough for a figure', () => {
    expect(new Set(answers.map(({ team }) => team))).toEqual(new Set(served));
    for (const team of served)
      for (const [from, to] of [
        ['2024-10', '2024-12'],
        ['2025-07', '2025-09'],
        ['2026-07', '2026-09']
      ] as const) {
        const quarter = answers.filter(
          ({ team: of, day }) => of === team && day >= from && day <= `${to}-31`
        );
        expect(quarter.length, `${team} ${from}`).toBeGreaterThan(15);
      }
  });

  test('leave the last days and those of a year ago to what was written by hand', async () => {
    const texts = await readTexts();
    const days = place(texts, NOW).map(({ day }) => day);
    for (const [from, to] of [
      ['2026-11-12', '2026-11-22'],
      ['2025-11-20', '2025-11-24']
    ] as const) {
      const written = days.filter((day) => day >= from && day <= to).length;
      const answered = answers.filter(({ day }) => day >= from && day <= to).length;
      expect(answered, from).toBeLessThan(written);
    }
  });

  test('tell the stories: deliveries of Nantes go wrong in spring, Strasbourg delights', () => {
    const nantes = answers.filter(({ team, step }) => team === 'nantes' && step === 'delivery');
    const spring = nantes.filter(({ day }) => day >= '2026-03-01' && day <= '2026-05-31');
    expect(spring.length).toBeGreaterThan(5);
    expect(mean(spring)).toBeLessThan(mean(nantes.filter(({ day }) => day > '2026-05-31')) - 2);
    const saturdays = answers.filter(
      ({ team, step, day }) =>
        team === 'marseille' && step === 'payment' && new Date(day).getUTCDay() === 6 && day < '2026-07-01'
    );
    expect(mean(saturdays)).toBeLessThan(5);
    const lately = answers.filter(({ day }) => day > '2026-05-22');
    const byTeam = served.map((slug) => [slug, mean(lately.filter(({ team }) => team === slug))] as const);
    expect(byTeam.sort((a, b) => b[1] - a[1])[0]?.[0]).toBe('strasbourg');
  });
});

describe('their words', () => {
  const readings = said.map((each) => ({
    ...each,
    reading: read(each.text, 10 * each.rating, shippedEngine())
  }));

  test('are read as they are meant, by nearly every hundredth of them, and nothing of it is held', () => {
    const missed = readings.filter(({ feeling, reading }) => reading.sentiment !== feeling);
    expect(missed.length / readings.length).toBeLessThan(0.01);
    expect(readings.filter(({ reading }) => reading.held_for.length > 0)).toEqual([]);
    expect(readings.filter(({ reading, text }) => reading.text !== text)).toEqual([]);
  });

  test('vary: half of them are unique, and none is read often', () => {
    const times = new Map<string, number>();
    for (const { text } of said) times.set(text, (times.get(text) ?? 0) + 1);
    expect([...times.values()].filter((count) => count === 1).length).toBeGreaterThan(said.length / 2);
    expect(Math.max(...times.values())).toBeLessThan(25);
    const english = readings.filter(({ reading }) => reading.language === 'en').length;
    expect(english / said.length).toBeGreaterThan(0.08);
  });

  test('are written once each, name nobody, and exist for every step, feeling and language', () => {
    expect(new Set(phrases.map(({ text, step }) => `${step} ${text}`)).size).toBe(phrases.length);
    const texts = phrases.map(({ text }) => text).join('\n');
    for (const { name } of Object.values(CAST)) expect(texts).not.toContain(name.split(' ')[0]);
    const kinds = new Set(phrases.map(({ step, feeling, lang }) => `${step} ${feeling} ${lang}`));
    expect(kinds.size).toBe(new Set(phrases.map(({ step }) => step)).size * 3 * 2);
  });
});
