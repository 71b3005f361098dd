import { describe, expect, it } from 'vitest';
import { fitScale, guessScale, parseRating } from './ratings';

describe('reading a rating', () => {
  it.each([
    ['4', 4, undefined],
    [' 4,5 ', 4.5, undefined],
    ['4.5', 4.5, undefined],
    ['10', 10, undefined],
    ['4/5', 4, 5],
    ['4,0 sur 5 étoiles', 4, 5],
    ['Rated 3.5 out of 5', 3.5, 5],
    ['8 / 10', 8, 10],
    ['80 %', 80, 100],
    ['★★★★', 4, 5],
    ['★★★☆☆', 3, 5],
    ['⭐️⭐️⭐️⭐️⭐️', 5, 5],
    ['4 étoiles', 4, 5],
    ['1 star', 1, 5],
    ['5 - Très satisfait', 5, undefined],
    ['2 (plutôt non)', 2, undefined]
  ])('%s is %d out of %s', (raw, value, outOf) => {
    const rating = parseRating(raw);
    expect(rating?.value).toBe(value);
    expect(rating?.outOf).toBe(outOf);
  });

  it.each([
    '',
    'bien',
    '-1',
    '4/7',
    '1-5',
    '4 5',
    '★★★★★★',
    '☆☆',
    '4 personnes',
    '12/03/2025',
    '1 000',
    '4,5,6'
  ])('%s is none', (raw) => {
    expect(parseRating(raw)).toBeNull();
  });
});

describe('the scale of a rating', () => {
  it('is the column’s unless the cell states another', () => {
    expect(fitScale({ value: 4 }, '0-10')).toBe('0-10');
    expect(fitScale({ value: 4, outOf: 5 }, '0-10')).toBe('1-5');
    expect(fitScale({ value: 4, outOf: 10 }, '1-10')).toBe('1-10');
  });

  it('is none for a value outside it', () => {
    expect(fitScale({ value: 6 }, '1-5')).toBeNull();
    expect(fitScale({ value: 0 }, '1-5')).toBeNull();
    expect(fitScale({ value: 0 }, '0-10')).toBe('0-10');
    expect(fitScale({ value: 6, outOf: 5 }, '0-100')).toBeNull();
  });

  it('of a column is what its heading says', () => {
    const low = [{ value: 2 }];
    expect(guessScale('Note sur 10', low)).toBe('0-10');
    expect(guessScale('Note (1 à 10)', low)).toBe('1-10');
    expect(guessScale('NPS', low)).toBe('0-10');
    expect(guessScale('De 0 à 10, nous recommanderiez-vous ?', low)).toBe('0-10');
    expect(guessScale('Note /20', low)).toBe('0-20');
    expect(guessScale('Score 0-100', low)).toBe('0-100');
    expect(guessScale('Note (1-5)', [{ value: 9 }])).toBe('1-5');
  });

  it('of a column is else the largest value seen', () => {
    const upTo = (...values: number[]) =>
      guessScale(
        'Note',
        values.map((value) => ({ value }))
      );
    expect(upTo(1, 4, 5)).toBe('1-5');
    expect(upTo(1, 4, 7)).toBe('0-10');
    expect(upTo(12, 15)).toBe('0-20');
    expect(upTo(12, 65)).toBe('0-100');
    expect(upTo()).toBe('1-5');
    expect(
      guessScale('Note', [
        { value: 3, outOf: 5 },
        { value: 2, outOf: 10 }
      ])
    ).toBe('0-10');
  });
});
