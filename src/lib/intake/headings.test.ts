import { describe, expect, it } from 'vitest';
import { headingScore, nameColumns } from './headings';
import type { Field } from './headings';

describe('a heading', () => {
  const named: [string, Field][] = [
    ['Note', 'rating'],
    ['Avis client', 'text'],
    ['VERBATIM', 'text'],
    ['reviewText', 'text'],
    ["Date de l'avis", 'date'],
    ["Note de l'avis", 'rating'],
    ['N° avis', 'external_id'],
    ['N° commande', 'external_id'],
    ['Étape du parcours', 'step'],
    ['Nom du magasin', 'team'],
    ['created_at', 'date'],
    ['Canal', 'channel']
  ];
  it.each(named)('%s names the %s more surely than anything else', (heading, field) => {
    const others = (['text', 'rating', 'date', 'channel', 'team', 'step', 'external_id'] as const)
      .filter((other) => other !== field)
      .map((other) => headingScore(heading, other));
    expect(headingScore(heading, field)).toBeGreaterThan(Math.max(0, ...others));
  });

  it('about someone or something else names nothing', () => {
    expect(headingScore('Date de naissance', 'date')).toBe(0);
    expect(headingScore("Auteur de l'avis", 'text')).toBe(0);
    expect(headingScore('Customer ID', 'external_id')).toBe(0);
    expect(headingScore('Prix', 'text')).toBe(0);
    expect(headingScore('', 'text')).toBe(0);
  });
});

describe('the first row', () => {
  it('names the columns, even with numbers or questions inside a heading', () => {
    const first = ['Note sur 10', 'Qu’avez-vous pensé de votre visite ? Dites-nous tout.', '2e avis'];
    expect(nameColumns(first)).toEqual({ columns: first, given: true });
  });

  it.each([['4'], ['4,5'], ['80 %'], ['12/03/2025'], ['★★★★'], ['Très bien accueilli par Léa !']])(
    'is data when a cell is %s',
    (cell) => {
      expect(nameColumns(['Lyon', cell])).toEqual({ columns: ['Colonne 1', 'Colonne 2'], given: false });
    }
  );

  it('is data when a cell is longer than any heading', () => {
    expect(nameColumns(['Lyon', 'mot '.repeat(51)]).given).toBe(false);
    expect(nameColumns(['Lyon', 'mot '.repeat(50)]).given).toBe(true);
  });
});
