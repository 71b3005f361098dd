import { describe, expect, test } from 'vitest';
import { shippedEngine } from '$lib/sentiment/tagger.server';
import { firstStatus, read as readWith } from './verbatim';

const read = (text: string, rating: number | null) => readWith(text, rating, shippedEngine());

describe('reading a verbatim', () => {
  test('a clear and clean text is tagged, held by nothing, and approved where its source allows', () => {
    const reading = read('Accueil chaleureux, conseils parfaits, je recommande !', 100);
    expect(reading).toMatchObject({ language: 'fr', sentiment: 'positive', held_for: [] });
    expect(firstStatus(reading, true)).toBe('approved');
    expect(firstStatus(reading, false)).toBe('held');
  });

  test('personal data is taken out and holds the text, whatever the source allows', () => {
    const reading = read('Super service, rappelez-moi au 06 39 98 12 34.', 100);
    expect(reading.text).not.toContain('39 98');
    expect(reading.held_for).toContain('personal_data');
    expect(firstStatus(reading, true)).toBe('held');
  });

  test('an employee named in a negative text holds it for that reason too', () => {
    const reading = read('Mme Lefort a été odieuse, service lamentable, je suis très déçu.', null);
    expect(reading.sentiment).toBe('negative');
    expect(reading.held_for).toEqual(expect.arrayContaining(['personal_data', 'named_in_negative']));
    const praise = read('Mme Lefort a été adorable, un service parfait, merci !', null);
    expect(praise.held_for).not.toContain('named_in_negative');
  });

  test('a rating against clear words holds the text', () => {
    expect(read('Très déçue, service lamentable et vendeur odieux.', 100).held_for).toContain(
      'contradiction'
    );
    expect(read('Très déçue, service lamentable et vendeur odieux.', 0).held_for).not.toContain(
      'contradiction'
    );
  });

  test('the deciding words are slices of the redacted text', () => {
    const reading = read('Mme Lefort a été odieuse, service lamentable, je suis très déçu.', 0);
    expect(reading.reasons.length).toBeGreaterThan(0);
    for (const { text, start, end } of reading.reasons) expect(reading.text.slice(start, end)).toBe(text);
  });
});
