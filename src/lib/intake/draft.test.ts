import { describe, expect, it } from 'vitest';
import { MAX_TEXT, readDraft } from './draft';
import type { Mapping } from './mapping';

const mapping: Mapping = {
  text: 0,
  rating: 1,
  date: 2,
  channel: 3,
  team: 4,
  step: 5,
  external_id: 6,
  ratingScale: '1-5',
  dateOrder: 'dmy'
};
const row = (...cells: string[]) => ({ line: 7, cells });
const read = (...cells: string[]) => readDraft(row(...cells), mapping, '2025-03-31');

describe('a row read as a verbatim', () => {
  it('keeps everything the mapping names, and its line', () => {
    expect(read(' Très bien ', '4,5', '12/03/2025', 'web', ' Lyon  2 ', 'Accueil', 'C1')).toEqual({
      text: 'Très bien',
      rating: 4.5,
      rating_scale: '1-5',
      said_on: '2025-03-12',
      channel: 'web',
      team: 'Lyon 2',
      step: 'Accueil',
      external_id: 'C1',
      line: 7
    });
  });

  it('has nothing where a cell is blank or says so, or no column is named', () => {
    const nothing = {
      rating: null,
      rating_scale: null,
      said_on: null,
      channel: null,
      team: null,
      step: null,
      external_id: null
    };
    expect(read('Bien', '', '', ' ', '', '', '')).toMatchObject(nothing);
    expect(read('Bien', 'N/A', '-', 'null', '(vide)', '#N/A', 'NULL')).toMatchObject(nothing);
    expect(readDraft(row('Bien', '4'), { text: 0 }, '2025-03-31')).toMatchObject(nothing);
  });

  it('keeps the line breaks inside the text, as LF', () => {
    expect(read('\r\nUn\r\n\r\nDeux\rTrois \n', '')).toHaveProperty('text', 'Un\n\nDeux\nTrois');
  });

  it('mends half a character, which the database would refuse', () => {
    expect(read('Bien \ud83d', '')).toHaveProperty('text', 'Bien \ufffd');
    expect(read('Bien 😀', '')).toHaveProperty('text', 'Bien 😀');
  });

  it('accepts a date of today', () => {
    expect(read('Bien', '', '31/03/2025')).toHaveProperty('said_on', '2025-03-31');
  });

  it('takes the scale a cell states over the column’s', () => {
    expect(read('Bien', '8/10')).toMatchObject({ rating: 8, rating_scale: '0-10' });
    expect(read('Bien', '★★★')).toMatchObject({ rating: 3, rating_scale: '1-5' });
  });
});

describe('a row is refused', () => {
  it('without a text, or with one too long', () => {
    expect(read(' \n ', '4')).toEqual({ line: 7, refused: 'no_text' });
    expect(readDraft(row('Bien'), {}, '2025-03-31')).toEqual({ line: 7, refused: 'no_text' });
    expect(read('x'.repeat(MAX_TEXT))).toHaveProperty('text');
    expect(read('x'.repeat(MAX_TEXT + 1))).toEqual({ line: 7, refused: 'text_too_long' });
  });

  it('for a rating that is none or outside its scale, with the value', () => {
    expect(read('Bien', '6')).toEqual({ line: 7, refused: 'bad_rating', value: '6' });
    expect(read('Bien', '6/5')).toEqual({ line: 7, refused: 'bad_rating', value: '6/5' });
    expect(read('Bien', 'bof')).toEqual({ line: 7, refused: 'bad_rating', value: 'bof' });
    expect(readDraft(row('Bien', '8'), { text: 0, rating: 1 }, '2025-03-31')).toMatchObject({
      refused: 'bad_rating'
    });
  });

  it('for a date that cannot be read or is yet to come, with the value', () => {
    expect(read('Bien', '', '31/02/2025')).toEqual({ line: 7, refused: 'bad_date', value: '31/02/2025' });
    expect(read('Bien', '', '01/04/2025')).toEqual({ line: 7, refused: 'future_date', value: '01/04/2025' });
  });

  it('without repeating what may be prose or the text itself', () => {
    expect(read('Bien', 'je suis très déçu')).toEqual({ line: 7, refused: 'bad_rating' });
    expect(read('Bien', 'x'.repeat(25))).toEqual({ line: 7, refused: 'bad_rating' });
    expect(readDraft(row('Bien'), { text: 0, rating: 0 }, '2025-03-31')).toEqual({
      line: 7,
      refused: 'bad_rating'
    });
  });
});
