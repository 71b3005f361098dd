import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '$lib/i18n/paraglide/runtime';
import type { Condition, Health } from './health';
import {
  adviceWords,
  clockWords,
  conditionWords,
  flawWords,
  headline,
  sceneWords,
  spanWords,
  underHeadline
} from './words';

const health = (condition: Condition, flaws: Partial<Health> = {}): Health => ({
  condition,
  since: null,
  outdated: false,
  clockWrong: null,
  ...flaws
});
const many = (n: number, condition: Condition) => Array.from({ length: n }, () => health(condition));
const plain = (text: string | null) => (text ?? '').replace(/\s/g, ' ');
const at = (moment: string) => moment.slice(11, 16);

beforeEach(() => overwriteGetLocale(() => 'fr'));

describe('the sentence above all screens', () => {
  it.each([
    ['Aucun écran n’est encore associé', []],
    ['L’écran montre des avis frais', many(1, 'live')],
    ['L’écran ne montre pas d’avis frais', many(1, 'quiet')],
    ['Les 12 écrans montrent des avis frais', many(12, 'live')],
    ['11 écrans sur 12 montrent des avis frais', [...many(11, 'live'), health('offline')]],
    ['1 écran sur 2 montre des avis frais', [health('live'), health('frozen')]],
    ['Aucun des 2 écrans ne montre d’avis frais', many(2, 'catching-up')]
  ])('says: %s', (said, healths) => {
    expect(plain(headline(healths, false))).toBe(said);
  });

  it('says behind the curtain which screens confirm it, and not that all do', () => {
    const healths = [health('curtain'), health('quiet'), health('offline'), health('live')];
    expect(plain(headline(healths, true))).toBe('Rideau tiré : confirmé par 2 sur 4');
  });

  it('goes on with who needs somebody, who rests as planned and who never came', () => {
    const screens = [
      { name: 'Hall', health: health('live') },
      { name: 'Quai', health: health('offline') },
      { name: 'Bar', health: health('quiet') },
      { name: 'Neuf', health: health('never-seen') }
    ];
    expect(plain(underHeadline(screens))).toBe(
      'Un écran demande votre attention : Quai. Un autre montre autre chose, comme prévu. Pas encore vus : Neuf.'
    );
    expect(underHeadline([])).toBe('Aucun ne demande votre attention.');
  });

  it('names four screens at most, and counts the others', () => {
    const screens = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => ({ name, health: health('frozen') }));
    expect(plain(underHeadline(screens))).toBe(
      '6 écrans demandent votre attention : A, B, C, D et 2 autres.'
    );
    expect(underHeadline(screens.slice(1))).toContain('B, C, D, E et F.');
  });
});

describe('a screen', () => {
  it('is said to be as it is, since when where that is known', () => {
    const since = '2026-03-02T14:05:00Z';
    expect(conditionWords(health('offline', { since }), at)).toBe('hors ligne depuis 14:05');
    expect(conditionWords(health('frozen', { since }), at)).toBe('figé depuis 14:05');
    expect(conditionWords(health('frozen'), at)).toBe('n’affiche rien');
    expect(conditionWords(health('catching-up'), at)).toBe('rattrape');
  });

  it('has its flaws named, with the direction of its clock', () => {
    const flawed = health('live', { outdated: true, clockWrong: 4 * 60_000 });
    expect(flawWords(flawed).map(plain)).toEqual(['ancienne version', 'horloge en retard de 4 min']);
    expect(plain(clockWords(-3 * 3_600_000))).toBe('horloge en avance de 3 h');
    expect(clockWords(-900)).toBe('à l’heure');
  });

  it('comes with advice for what is gravest, and without any when all is well', () => {
    expect(adviceWords(health('frozen', { outdated: true }))).toMatch(/^Rechargez-le/);
    expect(adviceWords(health('live', { outdated: true, clockWrong: 1e9 }))).toMatch(/nouvelle version/);
    expect(adviceWords(health('live', { clockWrong: 1e9 }))).toMatch(/Réglez l’heure/);
    expect(adviceWords(health('quiet'))).toBeNull();
  });

  it('shows scenes by the names people have for them, and those of a newer player as they come', () => {
    expect(sceneWords('numbers')).toBe('Chiffres');
    expect(sceneWords('empty')).toBe('Aucun avis à montrer');
    expect(sceneWords('hologram')).toBe('hologram');
  });
});

it('a span is said in its largest unit', () => {
  const said = [40_000, 12.9 * 60_000, 5 * 3_600_000, 3 * 86_400_000, 0].map((span) =>
    plain(spanWords(span))
  );
  expect(said).toEqual(['40 s', '12 min', '5 h', '3 j', '0 s']);
});
