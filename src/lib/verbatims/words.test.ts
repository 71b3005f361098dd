import { afterEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '$lib/i18n/paraglide/runtime';
import { CONFIDENCE_FLOOR } from '$lib/sentiment/sentiment';
import { bestOf, channelName, confidenceMeaning, confidenceName, dayAgo, holdName, listWords } from './words';

const TODAY = '2026-11-22';

afterEach(() => overwriteGetLocale(() => 'fr'));

describe('the words of a verbatim', () => {
  it('tell its age in the unit that says enough', () => {
    overwriteGetLocale(() => 'fr');
    const ages = ['2026-11-22', '2026-11-21', '2026-11-12', '2026-11-01', '2026-08-22', '2024-11-22'];
    expect(ages.map((day) => dayAgo(day, TODAY))).toEqual([
      'aujourd’hui',
      'hier',
      'il y a 10 jours',
      'il y a 3 semaines',
      'il y a 3 mois',
      'il y a 2 ans'
    ]);
    overwriteGetLocale(() => 'en');
    expect(dayAgo('2026-11-21', TODAY)).toBe('yesterday');
    expect(dayAgo('2026-09-01', TODAY)).toBe('3 months ago');
  });

  it('call a channel by its name, and a company’s own by its slug', () => {
    overwriteGetLocale(() => 'fr');
    expect(channelName('store')).toBe('En boutique');
    expect(channelName('kiosk')).toBe('kiosk');
    expect(channelName('constructor')).toBe('constructor');
    expect(holdName('contradiction')).toBe('la note et le texte se contredisent');
    expect(holdName('toString')).toBe('toString');
  });

  it('say how far a sentiment is to be trusted, by how often such a reading is right', () => {
    const levels = [0.999, 0.9, 0.899, 0.75, 0.749, CONFIDENCE_FLOOR, CONFIDENCE_FLOOR - 0.001, 0];
    const names = () => levels.map((confidence) => confidenceName(confidence, 'words'));
    overwriteGetLocale(() => 'fr');
    const open = 'trop incertain pour trancher';
    expect(names()).toEqual([
      'très sûr',
      'très sûr',
      'plutôt sûr',
      'plutôt sûr',
      'hésitant',
      'hésitant',
      open,
      open
    ]);
    expect(confidenceMeaning(0.93)).toContain('neuf fois sur dix');
    expect(confidenceMeaning(0.3)).toContain('à une personne de dire');
    overwriteGetLocale(() => 'en');
    expect(names().filter((name, i, all) => name !== all[i - 1])).toEqual([
      'very sure',
      'fairly sure',
      'hesitant',
      'too uncertain to call'
    ]);
    expect(confidenceMeaning(0.8)).toContain('four times in five');
    expect(confidenceMeaning(0.6)).toContain('two times in three');
  });

  it('say whose word a sentiment is, where it is not the words’', () => {
    const names = () =>
      (['person', 'rating', 'none', 'whole'] as const).map((decider) => confidenceName(0.8, decider));
    overwriteGetLocale(() => 'fr');
    expect(names()).toEqual(['corrigé par une personne', 'd’après la note', 'simple constat', 'plutôt sûr']);
    overwriteGetLocale(() => 'en');
    expect(names()).toEqual(['corrected by a person', 'from the rating', 'plain statement', 'fairly sure']);
  });

  it('list what decided, with what negates it and what was learned', () => {
    const words = [
      { text: 'répond', pull: 'negative', negation: 'pas', learned: false },
      { text: 'nul', pull: 'negative', negation: null, learned: false },
      { text: 'bof', pull: 'negative', negation: null, learned: true }
    ] as const;
    overwriteGetLocale(() => 'fr');
    expect(listWords(words).replaceAll('\u202f', ' ')).toBe(
      '« répond » (nié par « pas »), « nul » et « bof » (appris des avis et des corrections)'
    );
    overwriteGetLocale(() => 'en');
    expect(listWords(words.slice(0, 1))).toBe('“répond” (negated by “pas”)');
    expect(listWords([])).toBe('');
  });

  it('know the best mark of every scale', () => {
    expect(['1-5', '0-10', '1-10', '0-20', '0-100'].map(bestOf)).toEqual(['5', '10', '10', '20', '100']);
  });
});
