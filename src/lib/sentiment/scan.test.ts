import { describe, expect, it } from 'vitest';
import { fold, scan } from './scan';

const keysOf = (text: string) => scan(text, (key) => key === 'nulle').map(({ key }) => key);

describe('scanning', () => {
  it('folds case, accents and ligatures', () => {
    expect(fold('DÉÇUE')).toBe('decue');
    expect(fold('Cœur')).toBe('coeur');
    expect(fold('n’')).toBe("n'");
  });

  it('reads an elided word as a word of its own, other apostrophes as letters', () => {
    expect(keysOf("j'adore qu’il n'ait")).toEqual(['j', 'adore', 'qu', 'il', 'n', 'ait']);
    expect(keysOf("d'aujourd'hui")).toEqual(['d', "aujourd'hui"]);
    expect(keysOf("I don't")).toEqual(['i', "don't"]);
  });

  it('tells questions, sentences and pauses apart', () => {
    expect(keysOf('oui, non. Ah ?!')).toEqual(['oui', '|,', 'non', '|', 'ah', '|?']);
  });

  it('squeezes a drawn-out word to the spelling a list knows', () => {
    expect(keysOf('nullllle nuuul')).toEqual(['nulle', 'nul']);
  });

  it('drops links and keeps what surrounds them', () => {
    expect(keysOf('voir https://exemple.fr/super?a=1 ici')).toEqual(['voir', 'ici']);
  });

  it('turns smileys into emoji, and a run of one emoji into one', () => {
    expect(keysOf(':-) <3 :(')).toEqual(['🙂', '❤', '🙁']);
    expect(scan('👍🏽👍🏽', () => false)).toMatchObject([{ start: 0, end: 8 }]);
  });

  it('hears capitals and drawn-out letters as loud', () => {
    expect(scan('NUL nul nuuul', () => false).map(({ loud }) => loud)).toEqual([true, false, true]);
  });
});
