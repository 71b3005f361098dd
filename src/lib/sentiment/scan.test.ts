import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf } from './fold';
import { fold, Kind, scan, type Token } from './scan';

const piecesOf = (text: string) => scan(text, (point) => point > 0x1f000 || point === 0x2764).tokens;
/** Words as the scanner read them, from the bytes it keeps. */
const wordsOf = (text: string) => {
  const { tokens, bytes } = scan(text, () => false);
  return tokens
    .filter(({ kind }) => kind === Kind.word)
    .map(({ at, length }) => String.fromCharCode(...bytes.subarray(at + 1, at + 1 + length)));
};
const kindsOf = (tokens: Token[]) =>
  tokens.map(({ kind }) => Object.entries(Kind).find(([, value]) => value === kind)![0]);

describe('scanning', () => {
  it('folds case, accents and ligatures', () => {
    expect(fold('DÉÇUE')).toBe('decue');
    expect(fold('Cœur')).toBe('coeur');
    expect(fold('n’')).toBe("n'");
    expect(wordsOf('DÉÇUE Cœur de\u0301c\u0327u Straße')).toEqual(['decue', 'coeur', 'decu', 'strasse']);
  });

  it('knows a word by the hash of its folded spelling', () => {
    expect(piecesOf('DÉÇUE')[0]!.hash).toBe(hashOf('decue'));
  });

  it('reads an elided word as a word of its own, other apostrophes as letters', () => {
    expect(wordsOf("j'adore qu’il n'ait")).toEqual(['j', 'adore', 'qu', 'il', 'n', 'ait']);
    expect(wordsOf("d'aujourd'hui")).toEqual(['d', "aujourd'hui"]);
    expect(wordsOf("I don't, 'quoted'")).toEqual(['i', "don't", 'quoted']);
  });

  it('tells questions, sentences and pauses apart', () => {
    expect(kindsOf(piecesOf('oui, non. Ah ?!'))).toEqual([
      'word',
      'pause',
      'word',
      'stop',
      'word',
      'question'
    ]);
  });

  it('squeezes a drawn-out word, and knows how it is spelt with two letters', () => {
    expect(wordsOf('nullllle nuuul')).toEqual(['nule', 'nul']);
    expect(piecesOf('nullllle')[0]!.doubled).toBe(hashOf('nulle'));
  });

  it('knows how a word is spelt with single letters', () => {
    expect(piecesOf('appelle')[0]!.single).toBe(hashOf('apele'));
    expect(piecesOf('parfait')[0]!.single).toBe(0);
  });

  it('drops links and keeps what surrounds them', () => {
    expect(wordsOf('voir https://exemple.fr/super?a=1 ici WWW.exemple.fr')).toEqual(['voir', 'ici']);
  });

  it('turns smileys into emoji, and a run of one emoji into one with all that belongs to it', () => {
    expect(piecesOf(':-) <3 :(').map(({ hash }) => String.fromCodePoint(hash))).toEqual(['🙂', '❤', '🙁']);
    expect(piecesOf('👍🏽👍🏽')).toMatchObject([{ kind: Kind.emoji, start: 0, end: 8 }]);
    expect(piecesOf('❤️ 🤷‍♂️')).toMatchObject([{ end: 2 }, { start: 3, end: 8 }]);
  });

  it('hears capitals and drawn-out letters as loud', () => {
    expect(piecesOf('NUL nul nuuul É').map(({ loud }) => loud)).toEqual([true, false, true, false]);
  });

  it('cuts any string into pieces that follow each other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let from = 0;
        for (const { start, end } of piecesOf(text)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      })
    );
  });
});
