import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionOf, excerpt, isTall, marksOf, sizesFor } from './quotation';

describe('a quotation', () => {
  it('has the marks of its own language, else of the reader', () => {
    expect(marksOf('fr', 'en')).toEqual(['«\u202f', '\u202f»']);
    expect(marksOf('en', 'fr')).toEqual(['“', '”']);
    expect(marksOf('unknown', 'fr')).toEqual(['«\u202f', '\u202f»']);
    expect(marksOf('nl', 'nl')).toEqual(['“', '”']);
  });

  it('is whole as long as it fits', () => {
    expect(excerpt('Parfait,\n  merci', 20)).toEqual({ text: 'Parfait, merci', cut: false });
    expect(excerpt('a'.repeat(470), 470).cut).toBe(false);
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

  it('starts smaller as it gets longer, and never ends below what is read with ease', () => {
    const screen = { u: 10.8, ease: 68 };
    const starts = [1, 40, 90, 160, 260, 470, 5000].map((length) => sizesFor(length, screen)[0] as number);
    expect(starts).toEqual([...starts].sort((a, b) => b - a));
    expect(starts[0]).toBeCloseTo(129.6);
    for (const length of [1, 200, 5000]) {
      const sizes = sizesFor(length, screen);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      expect(sizes[sizes.length - 1]).toBe(68);
    }
    expect(sizesFor(10, screen, 8.6)[0]).toBeCloseTo(92.88);
  });

  it('runs the way its first letter does', () => {
    expect(directionOf('12 € خدمة ممتازة')).toBe('rtl');
    expect(directionOf('« Merci » شكرا')).toBe('ltr');
    expect(directionOf('👍')).toBe('ltr');
    expect(isTall('Merci شكرا')).toBe(true);
    expect(isTall('תודה')).toBe(false);
  });
});
