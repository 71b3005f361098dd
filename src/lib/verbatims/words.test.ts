import { afterEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '$lib/i18n/paraglide/runtime';
import { bestOf, channelName, confidenceName, dayAgo, holdName } from './words';

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

  it('say how far a sentiment is to be trusted, and when a person set it', () => {
    overwriteGetLocale(() => 'fr');
    expect([0.95, 0.8, 0.55, 1].map((confidence) => confidenceName(confidence, 2))).toEqual([
      'sûre',
      'assez sûre',
      'à vérifier',
      'fixée par une personne'
    ]);
    expect(confidenceName(0.12, 0)).toBe('simple constat, sans mot d’opinion');
  });

  it('know the best mark of every scale', () => {
    expect(['1-5', '0-10', '1-10', '0-20', '0-100'].map(bestOf)).toEqual(['5', '10', '10', '20', '100']);
  });
});
