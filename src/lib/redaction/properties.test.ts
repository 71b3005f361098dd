import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelOf } from './labels';
import { redact } from './redaction';

/** Pieces that begin, end, announce or imitate personal data, so that chance brings them side by side. */
const PIECES = [
  '06 39 98 12 34',
  '01.99.00.12.34',
  '+33 6 39 98 12 34',
  '+44 7700 900123',
  '0033',
  '12345678',
  '06',
  '1 234',
  '05/06/2024',
  'jean.dupont@example.com',
  'jean point dupont',
  'arobase',
  'exemple point fr',
  'at example dot com',
  '@',
  '.com',
  'FR76 3000 6000 0112 3456 7890 189',
  'FR76 3000 6000 0112 3456 7890 188',
  'IBAN',
  'RIB',
  '30006 00001 12345678901 89',
  'Mme',
  'M.',
  'M',
  'Dr',
  'Mr',
  'Dupont',
  'Le Goff',
  'karim',
  'de la',
  "d'",
  'et',
  'and',
  'signé',
  'la vendeuse',
  'Sophie',
  "je m'appelle",
  'my name is',
  'Cordialement,',
  'Merci à',
  'Leroy Merlin',
  'Carrefour',
  'Maison',
  'tél',
  'appelez-moi au',
  '[nom]',
  '[téléphone]',
  '[IBAN]',
  '[',
  ']',
  'con',
  'malade',
  '½',
  '…',
  '👩\u200d💻',
  '\u200b',
  '\u202e',
  '\u200d',
  'e\u0301',
  '٠٦',
  'ﬁ',
  'İ'
];
const SEPARATORS = ['', ' ', ' ', ' ', '\n', ', ', '. ', '-', "'", '\u00a0', '\u200b', '('];

const collage = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...SEPARATORS)), { maxLength: 14 })
  .map((pairs) => pairs.flat().join(''));
const anyText = fc.oneof(
  collage,
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 })
);
const language = fc.constantFrom('fr', 'en', undefined, 'unknown');

const pair = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'));
const phone = fc
  .tuple(
    fc.constantFrom(['06', '39', '98'], ['01', '99', '00']),
    pair,
    pair,
    fc.constantFrom('', ' ', '.', '-', '\u00a0', '\u200b')
  )
  .map(([range, fourth, fifth, separator]) => [...range, fourth, fifth].join(separator));
const calm = fc.constantFrom(
  'Bonjour',
  'je suis déçu',
  'rappelez-moi',
  'svp',
  'le colis',
  'a 3 jours de retard',
  'merci'
);

describe('whatever the text', () => {
  it('is redacted without error, once and for all', () => {
    fc.assert(
      fc.property(anyText, language, (text, chosen) => {
        const once = redact(text, chosen);
        expect(redact(once.text, chosen).text).toBe(once.text);
        expect(redact(once.text, 'en').text).toBe(once.text);
      }),
      { numRuns: 1500 }
    );
  });

  it('each redaction points at its label, in order and apart from the others', () => {
    fc.assert(
      fc.property(anyText, language, (text, chosen) => {
        const { text: output, redactions, held } = redact(text, chosen);
        let read = 0;
        for (const { kind, start, end } of redactions) {
          expect(start).toBeGreaterThanOrEqual(read);
          expect(output.slice(start, end)).toBe(labelOf(kind, chosen));
          read = end;
        }
        if (redactions.length > 0) expect(held[0]).toBe('personal_data');
      }),
      { numRuns: 1000 }
    );
  });

  it('nothing invisible is left, line feeds and emoji apart', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(redact(text).text).not.toMatch(
          /[^\P{Cc}\n]|[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u
        );
      }),
      { numRuns: 500 }
    );
  });

  it('a text without personal data, insult or illness comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(calm, { maxLength: 8 }), (parts) => {
        const text = parts.join(', ');
        expect(redact(text)).toEqual({ text, redactions: [], held: [] });
      })
    );
  });
});

describe('a phone number in calm words', () => {
  it('leaves no digit of it behind', () => {
    fc.assert(
      fc.property(
        fc.array(calm, { maxLength: 3 }),
        phone,
        fc.array(calm, { maxLength: 3 }),
        (before, number, after) => {
          const { text, redactions } = redact([...before, number, ...after].join(', '));
          expect(redactions.map(({ kind }) => kind)).toEqual(['phone']);
          expect(text.replaceAll('a 3 jours', '')).not.toMatch(/\d/);
        }
      )
    );
  });
});

describe('a hundred thousand characters', () => {
  const repeated = (piece: string) => piece.repeat(Math.ceil(100_000 / piece.length));

  it.each([
    'a',
    '@',
    '+',
    'a@',
    'a point ',
    'at a dot ',
    '(at)',
    'fr11 ',
    'Mr ',
    'A-',
    'de la ',
    '[',
    'é',
    '½',
    '()',
    '1.1 '
  ])('of %j come back as they were', (piece) => {
    expect(redact(repeated(piece)).text).toBe(repeated(piece));
  });

  it('of phone numbers, names or addresses hold as many labels', () => {
    const count = (piece: string) => redact(piece.repeat(2000)).redactions.length;
    expect(count('06 39 98 12 34, ')).toBe(2000);
    expect(count('+44 7700 900123, ')).toBe(2000);
    expect(count('Mme Dupont, ')).toBe(2000);
    expect(count('jean@example.com, ')).toBe(2000);
    expect(count('FR76 3000 6000 0112 3456 7890 189, ')).toBe(2000);
  });
});
