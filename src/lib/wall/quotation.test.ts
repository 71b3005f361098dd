import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, marksOf, sizeFor, SIZES } from './quotation';

describe('a quotation', () => {
  it('has the marks of its own language, else of the reader', () => {
    expect(marksOf('fr', 'en')).toEqual(['«\u202f', '\u202f»']);
    expect(marksOf('en', 'fr')).toEqual(['“', '”']);
    expect(marksOf('unknown', 'fr')).toEqual(['«\u202f', '\u202f»']);
    expect(marksOf('nl', 'nl')).toEqual(['“', '”']);
  });

  it('is whole as long as it fits', () => {
    expect(excerpt('Parfait,\n  merci')).toEqual({ text: 'Parfait, merci', cut: false });
    expect(excerpt('a'.repeat(470)).cut).toBe(false);
  });

  it('is cut at the end of the last sentence that fits', () => {
    expect(excerpt('Livraison rapide. Montage facile ! Mais la notice est illisible.', 40)).toEqual({
      text: 'Livraison rapide. Montage facile !',
      cut: true
    });
  });

  it('is cut between words when its sentences are too long, and anywhere when its words are', () => {
    expect(excerpt('une phrase qui ne finit jamais et qui continue', 20)).toEqual({
      text: 'une phrase qui ne',
      cut: true
    });
    expect(excerpt('x'.repeat(50), 20).text).toHaveLength(20);
  });

  it('is never longer than asked and never splits an emoji', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 5, max: 100 }),
        (text, most) => {
          const { text: kept } = excerpt(text, most);
          expect(Array.from(kept).length).toBeLessThanOrEqual(most);
          expect(kept.isWellFormed()).toBe(true);
        }
      )
    );
  });

  it('gets smaller as it gets longer, and stays readable', () => {
    const sizes = [1, 40, 90, 160, 260, 470, 550, 5000].map(sizeFor);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizeFor(470)).toBe(6.1);
    expect(Math.min(...SIZES)).toBe(3.4);
  });
});
