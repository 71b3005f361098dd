import { afterEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '$lib/i18n/paraglide/runtime';
import type { Fact } from '$lib/pulse/results/facts';
import { tell } from './telling';

const TODAY = '2026-11-22';
const score = { value: 68, low: 64, high: 72, n: 1154 };

function question(agreeing: number | null): Fact {
  return {
    kind: 'question',
    id: 'question',
    days: ['2026-10-27', '2026-10-27'],
    text_fr: 'Le travail bien fait est remarqué ici.',
    text_en: 'Work well done is noticed here.',
    score,
    agree: agreeing === null ? null : { value: agreeing, low: agreeing - 4, high: agreeing + 4, n: 1154 }
  };
}

/** Spaces that do not break are spaces to who reads. */
const plain = (words: string[]) => words.map((each) => each.replace(/[\u00a0\u202f]/g, ' '));
const inLanguage = (locale: 'fr' | 'en') => overwriteGetLocale(() => locale);

describe('a fact in words', () => {
  afterEach(() => inLanguage('fr'));

  it('counts colleagues out of ten, and says the percentage, the interval and n beside it', () => {
    inLanguage('fr');
    expect(tell(question(68), TODAY)).toMatchObject({
      figure: '7 collègues sur 10',
      about: 'Le travail bien fait est remarqué ici.',
      isQuoted: true,
      tenths: 7
    });
    expect(plain(tell(question(68), TODAY).details)).toEqual([
      '68 % des 1 154 réponses, entre 64 % et 72 % en tenant compte du hasard',
      'Pouls publié en octobre'
    ]);
    inLanguage('en');
    expect(tell(question(68), TODAY)).toMatchObject({ figure: '7 in 10 colleagues', lead: 'agree:' });
    expect(tell(question(68), TODAY).about).toBe('Work well done is noticed here.');
  });

  it('never says nobody or everybody of a share that is rounded', () => {
    const figures = [4, 6, 96, 94].map((share) => tell(question(share), TODAY).figure);
    expect(figures).toEqual([
      'Presque aucun collègue',
      '1 collègue sur 10',
      'Presque tous les collègues',
      '9 collègues sur 10'
    ]);
  });

  it('tells the score alone where nobody may know who gave what', () => {
    const told = tell(question(null), TODAY);
    expect(told).toMatchObject({ figure: '68 sur 100', tenths: null, scale: { score, from: 0, to: 100 } });
    expect(plain(told.details)[0]).toBe('1 154 réponses, entre 64 et 72 en tenant compte du hasard');
  });

  it('says of a change how sure it is, among how many, and since when', () => {
    const change: Fact = {
      kind: 'change',
      id: 'change',
      days: ['2026-10-27', '2026-10-27'],
      lever: 'autonomy',
      value: -8.2,
      low: -12.4,
      high: -4.1,
      before: ['2025-12-27', '2025-12-27'],
      compared: 6
    };
    const told = tell(change, TODAY);
    expect(told).toMatchObject({ figure: '−8 points', about: 'Autonomie' });
    expect(plain(told.details)).toEqual([
      'Entre −12 et −4 en tenant compte du hasard ; 6 leviers comparés',
      'Les mêmes questions en décembre 2025, puis en octobre'
    ]);
  });
});
