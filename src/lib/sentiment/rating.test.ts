import { describe, expect, test } from 'vitest';
import { contradicts, withRating } from './rating';
import { shippedEngine } from './tagger.server';

const { tag } = shippedEngine();

describe('a rating that comes with a text', () => {
  test('decides where the words leave it open', () => {
    const open = tag('Passée samedi pour une lampe.', 'fr');
    expect(open.label).toBe('neutral');
    expect(withRating(open, 100).label).toBe('positive');
    expect(withRating(open, 0).label).toBe('negative');
  });

  test('leaves it open when it is middling or missing', () => {
    const open = tag('Passée samedi pour une lampe.', 'fr');
    expect(withRating(open, 50)).toEqual(open);
    expect(withRating(open, null)).toEqual(open);
  });

  test('never overrules words that are clear, and contradicts them', () => {
    const clear = tag('Très déçue, service lamentable et vendeur odieux.', 'fr');
    expect(clear.label).toBe('negative');
    expect(withRating(clear, 100)).toEqual(clear);
    expect(contradicts(clear, 100)).toBe(true);
    expect(contradicts(clear, 0)).toBe(false);
    expect(contradicts(clear, 50)).toBe(false);
    expect(contradicts(clear, null)).toBe(false);
  });
});
