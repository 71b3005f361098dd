import { afterEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '$lib/i18n/paraglide/runtime';
import { ageOf, exactly } from './age';
import { agoInWords } from './words';

const NOW = new Date(2026, 5, 15, 14, 30).getTime();
const at = (...[year, month, day, hour = 12, minute = 0]: number[]) =>
  new Date(year as number, (month as number) - 1, day, hour, minute).toISOString();
const plain = (words: string) => words.replace(/[\u00a0\u202f]/g, ' ');

function words(received: string, said: string | null, locale: 'fr' | 'en'): string {
  const day = said ?? received.slice(0, 10);
  overwriteGetLocale(() => locale);
  return plain(agoInWords(ageOf({ day, said_on: said, received_at: received }, NOW)));
}

describe('the age of a verbatim', () => {
  afterEach(() => overwriteGetLocale(() => 'fr'));

  it('is told in minutes and hours on the day itself', () => {
    expect(words(at(2026, 6, 15, 14, 30), null, 'fr')).toBe('à l’instant');
    expect(words(at(2026, 6, 15, 14, 7), null, 'fr')).toBe('il y a 23 min');
    expect(words(at(2026, 6, 15, 11, 20), null, 'fr')).toBe('il y a 3 h');
    expect(words(at(2026, 6, 15, 11, 20), null, 'en')).toBe('3 h ago');
  });

  it('is yesterday as soon as midnight has passed', () => {
    expect(words(at(2026, 6, 14, 23, 50), null, 'fr')).toBe('hier');
    expect(words(at(2026, 6, 14, 23, 50), null, 'en')).toBe('yesterday');
  });

  it('is told in days, months and years further back', () => {
    expect(words(at(2026, 6, 3), null, 'fr')).toBe('il y a 12 jours');
    expect(words(at(2026, 4, 10), null, 'fr')).toBe('il y a 2 mois');
    expect(words(at(2026, 5, 12), null, 'fr')).toBe('il y a un mois');
    expect(words(at(2025, 6, 20), null, 'fr')).toBe('il y a un an');
    expect(words(at(2023, 6, 20), null, 'en')).toBe('3 years ago');
  });

  it('has no hour when the text arrived after the day it was said', () => {
    expect(words(at(2026, 6, 15, 14, 0), '2026-06-14', 'fr')).toBe('hier');
    expect(words(at(2026, 6, 15, 14, 0), '2026-06-15', 'fr')).toBe('il y a 30 min');
  });

  it('is never in the future', () => {
    expect(words(at(2026, 6, 15, 15, 0), null, 'fr')).toBe('à l’instant');
    expect(words(at(2026, 6, 15, 12, 0), '2026-06-20', 'fr')).toBe('aujourd’hui');
  });

  it('has an exact date, with the time where it is known', () => {
    const said = ageOf({ day: '2026-06-09', said_on: '2026-06-09', received_at: at(2026, 6, 15) }, NOW);
    expect(exactly(said, 'fr')).toBe('mardi 9 juin 2026');
    const received = ageOf({ day: '2026-06-09', said_on: null, received_at: at(2026, 6, 9, 9, 5) }, NOW);
    expect(exactly(received, 'en')).toMatch(/^Tuesday 9 June 2026|Tuesday, June 9, 2026/);
    expect(exactly(received, 'en')).toContain('9:05');
  });
});
