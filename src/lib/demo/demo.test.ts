import { describe, expect, test } from 'vitest';
import { CAST, TEAMS } from './company';
import { place } from './placing';
import { readTexts } from './rows.server';
import { staff } from './staff';

const NOW = new Date('2026-11-22T12:00:00Z');

const texts = await readTexts();
const placed = place(texts, NOW);
const story = (name: string) => texts.flatMap((text, index) => (text.story === name ? [placed[index]!] : []));

describe('the verbatims of Maison Bellerive', () => {
  test('are at least 300, each written once, in French and in English', () => {
    expect(texts.length).toBeGreaterThanOrEqual(300);
    expect(new Set(texts.map(({ text }) => text.toLowerCase())).size).toBe(texts.length);
    expect(texts.filter(({ lang }) => lang === 'en').length).toBeGreaterThan(80);
  });

  test('have the variety of real life', () => {
    const lengths = texts.map(({ text }) => text.length);
    expect(lengths.some((length) => length >= 690)).toBe(true);
    expect(lengths.filter((length) => length < 20).length).toBeGreaterThan(30);
    expect(texts.some(({ text }) => /\p{Script=Arabic}/u.test(text))).toBe(true);
    expect(texts.some(({ text }) => /\p{Extended_Pictographic}/u.test(text))).toBe(true);
    const shares = ['positive', 'neutral', 'negative'].map(
      (label) => texts.filter(({ sentiment }) => sentiment === label).length
    );
    expect(Math.min(...shares)).toBeGreaterThan(texts.length / 10);
  });

  test('name only teams and months that exist', () => {
    const slugs = new Set(['', ...TEAMS.map(({ slug }) => slug)]);
    expect(texts.filter(({ team }) => !slugs.has(team))).toEqual([]);
    expect(texts.filter(({ months }) => !/^((1[0-2]|[1-9])(-(1[0-2]|[1-9]))?)?$/.test(months))).toEqual([]);
  });
});

describe('placing them in time', () => {
  test('is the same for the same day, within two years and a quarter, never in the future', () => {
    expect(place(texts, NOW)).toEqual(placed);
    for (const { day, receivedAt } of placed) {
      expect(day >= '2024-08-22' && day <= '2026-11-22').toBe(true);
      expect(Date.parse(receivedAt)).toBeLessThan(NOW.getTime());
    }
  });

  test('keeps each text to the months it makes sense in', () => {
    const astray = texts.filter(({ months }, index) => {
      if (months === '') return false;
      const [from = 1, to = from] = months.split('-').map(Number);
      const month = Number(placed[index]!.day.slice(5, 7));
      return month < from || month > to;
    });
    expect(astray).toEqual([]);
  });

  test('tells the story of Nantes: deliveries go wrong in spring, and are mended after', () => {
    expect(story('nantes-delivery-bad').every(({ day }) => day >= '2026-03-01' && day <= '2026-05-31')).toBe(
      true
    );
    expect(story('nantes-delivery-mended').every(({ day }) => day > '2026-05-31')).toBe(true);
    expect(story('nantes-delivery-bad').length).toBeGreaterThan(20);
  });

  test('tells it on any day of the year: loaded in April, the spring that went wrong is the one before', () => {
    const april = place(texts, new Date('2026-04-10T12:00:00Z'));
    const bad = texts.flatMap((text, index) =>
      text.story === 'nantes-delivery-bad' ? [april[index]!.day] : []
    );
    expect(bad.every((day) => day >= '2025-03-01' && day <= '2025-05-31')).toBe(true);
  });

  test('follows the year: December is busier than August', () => {
    const inMonth = (month: string) => placed.filter(({ day }) => day.startsWith(month)).length;
    expect(inMonth('2025-12')).toBeGreaterThan(inMonth('2025-08'));
  });
});

describe('the staff', () => {
  test('are about 240, each with an address of their own, the same every time', () => {
    const people = staff();
    const here = people.filter(({ left }) => left === undefined);
    expect(here.length).toBeGreaterThan(230);
    expect(here.length).toBeLessThan(250);
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
    expect(staff()).toEqual(people);
  });

  test('have a manager in every team with people, and the cast among them', () => {
    const people = staff();
    for (const { slug, headcount } of TEAMS.filter((team) => team.headcount > 0)) {
      expect(
        people.filter(({ team, left }) => team === slug && !left),
        slug
      ).toHaveLength(headcount);
      expect(
        people.some(({ team, role, left }) => team === slug && role === 'manager' && !left),
        slug
      ).toBe(true);
    }
    for (const character of Object.values(CAST)) expect(people).toContainEqual(character);
  });

  test('were about as many two years ago, because who left was replaced', () => {
    const then = staff().filter(({ joined, left }) => joined > 730 && (left ?? 0) < 730);
    expect(then.length).toBeGreaterThan(190);
    expect(then.length).toBeLessThan(260);
  });
});
