import { describe, expect, it } from 'vitest';
import { guessMapping } from './mapping';

const repeat = (rows: string[][], times = 10) => Array.from({ length: times }, () => rows).flat();

describe('guessing what the columns hold', () => {
  it('reads the headings of a French export', () => {
    const columns = ['N° commande', 'Date', 'Magasin', 'Canal', 'Étape', 'Note', 'Avis client', 'Auteur'];
    const sample = [
      ['C1', '25/02/2025', 'Lyon', 'web', 'Livraison', '4', 'Très bien, merci', 'L. M.'],
      ['C2', '01/03/2025', 'Nantes', 'web', 'Accueil', '2', 'Trop long', 'J. P.']
    ];
    expect(guessMapping(columns, sample)).toEqual({
      external_id: 0,
      date: 1,
      team: 2,
      channel: 3,
      step: 4,
      rating: 5,
      text: 6,
      ratingScale: '1-5',
      dateOrder: 'dmy'
    });
  });

  it('reads the headings of an English export', () => {
    const columns = ['review_id', 'created_at', 'store', 'source', 'rating', 'title', 'review_text'];
    const sample = [
      ['a1', '2025-02-25T10:00:00Z', 'Leeds', 'google', '8', 'Nice', 'Lovely people, quick answer'],
      ['a2', '2025-02-26T10:00:00Z', 'York', 'app', '3', 'Bad', 'Waited for an hour and left']
    ];
    expect(guessMapping(columns, sample)).toEqual({
      external_id: 0,
      date: 1,
      team: 2,
      channel: 3,
      rating: 4,
      text: 6,
      ratingScale: '0-10',
      dateOrder: 'ymd'
    });
  });

  it('reads the headings alone when there is no row', () => {
    expect(guessMapping(['Note', 'Commentaire'], [])).toMatchObject({ rating: 0, text: 1 });
  });

  it('reads the cells when the headings say nothing', () => {
    const columns = ['Colonne 1', 'Colonne 2', 'Colonne 3', 'Colonne 4'];
    const sample = repeat([
      ['75001', '5', '02/25/2025', 'Un accueil parfait du début à la fin'],
      ['69003', '1', '02/03/2025', 'Personne ne m’a répondu']
    ]);
    expect(guessMapping(columns, sample)).toEqual({
      rating: 1,
      date: 2,
      text: 3,
      ratingScale: '1-5',
      dateOrder: 'mdy'
    });
  });

  it('finds the text and the rating under the questions of a survey', () => {
    const columns = [
      'Sur une échelle de 0 à 10, quelle est la probabilité que vous nous recommandiez ?',
      'Qu’est-ce qui explique principalement votre réponse à la question précédente ?'
    ];
    const sample = repeat([
      ['9', 'Une équipe à l’écoute'],
      ['8', 'Rien à redire sur la livraison']
    ]);
    expect(guessMapping(columns, sample)).toEqual({ rating: 0, text: 1, ratingScale: '0-10' });
  });

  it('believes the cells against a heading with two meanings', () => {
    const prose = repeat([
      ['Lovely people and quick answers', '5'],
      ['Waited for an hour', '2']
    ]);
    expect(guessMapping(['Note', 'Stars'], prose)).toMatchObject({ text: 0, rating: 1 });
    const figures = repeat([
      ['4', 'Une équipe à l’écoute'],
      ['2', 'Trop long']
    ]);
    expect(guessMapping(['Notes', 'Divers'], figures)).toMatchObject({ rating: 0, text: 1 });
  });

  it('does not take for an identifier what repeats: rows that share it would become one', () => {
    const sample = [
      ['A', 'Très bien, merci'],
      ['A', 'Trop long, trop cher']
    ];
    expect(guessMapping(['Référence', 'Avis'], sample).external_id).toBeUndefined();
    expect(
      guessMapping(
        ['Référence', 'Avis'],
        [
          ['A', 'Bien'],
          ['B', 'Long']
        ]
      ).external_id
    ).toBe(0);
  });

  it('does not take a yes or no, a row number, an age or a postcode for a rating or a date', () => {
    const sample = Array.from({ length: 9 }, (_, i) => [
      `${i % 2}`,
      `${i + 1}`,
      `${3 + (i % 3)}`,
      '69003',
      'Une équipe à l’écoute'
    ]);
    const mapping = guessMapping(['Vérifié', 'Rang', 'Age enfant', 'CP', 'Propos'], sample);
    expect(mapping).toEqual({ text: 4 });
  });

  it('reads Excel serials in a column that is headed as a date', () => {
    const sample = [
      ['45728', 'Bien'],
      ['45700', 'Mal']
    ];
    expect(guessMapping(['Date', 'Avis'], sample)).toEqual({ date: 0, text: 1, dateOrder: 'dmy' });
  });

  it('takes a single column for the text', () => {
    expect(guessMapping(['Colonne 1'], [['Bien'], ['Mal']])).toEqual({ text: 0 });
  });
});
