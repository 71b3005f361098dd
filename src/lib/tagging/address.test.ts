import { describe, expect, test } from 'vitest';
import { readListing } from '$lib/verbatims/list';
import { addressOf } from './address';

/** What the list of verbatims reads in an address. */
function searched(text: string): string | null {
  const address = addressOf(text);
  if (address === null) return null;
  const params = new URL(address, 'http://local.example').searchParams;
  return readListing(params, { teams: [], steps: [] }, '2026-11-22', true).q;
}

describe('the address of a text among the verbatims', () => {
  test('searches for its words as they stand', () => {
    expect(searched('Livré en retard, carton ouvert.')).toBe('"Livré en retard, carton ouvert."');
  });

  test('takes the first twelve words of a long text', () => {
    const long = Array.from({ length: 40 }, (_, i) => `mot${i}`).join(' ');
    expect(searched(long)).toBe('"mot0 mot1 mot2 mot3 mot4 mot5 mot6 mot7 mot8 mot9 mot10 mot11"');
  });

  test('is never cut by the list, whatever the length of the words', () => {
    expect(searched(`Oui ${'a'.repeat(190)} ${'b'.repeat(190)}`)).toBe('"Oui ' + 'a'.repeat(190) + '"');
  });

  test('leaves out quotation marks and control characters, which would end the phrase', () => {
    expect(searched('Un "grand"\u0000merci\nà vous')).toBe('"Un grand merci à vous"');
  });

  test('is none for a text without words', () => {
    expect(searched('👍👍 !!!')).toBeNull();
    expect(searched('')).toBeNull();
    expect(searched('x'.repeat(300))).toBeNull();
  });
});
