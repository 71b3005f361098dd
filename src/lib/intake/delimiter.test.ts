import { describe, expect, it } from 'vitest';
import { guessDelimiter } from './delimiter';

const guess = (...rows: string[]) => guessDelimiter(rows.join('\n'), true);

describe('the delimiter of a table', () => {
  it('is the one that cuts the rows like the first', () => {
    expect(guess('a,b', '1,2')).toBe(',');
    expect(guess('a;b', '1;2')).toBe(';');
    expect(guess('a\tb', '1\t2')).toBe('\t');
    expect(guess('a|b', '1|2')).toBe('|');
  });

  it('is not misled by the commas of a French text, a decimal or a name', () => {
    expect(guess('Note;Avis', '4,5;Bien, mais cher, et lent', '3,0;Rien')).toBe(';');
    expect(guess('Nom, prénom;Note', 'Martin, Léa;4', 'Petit, Jo;5')).toBe(';');
  });

  it('does not look inside quotes, line breaks included', () => {
    expect(guess('a,b', '"x;y;z\n;;",2', '"p;q",3')).toBe(',');
    expect(guess('"a;1","b;2"', '"c;3","d;4"')).toBe(',');
    expect(guess('a;b', '"dit ""oui, non"", puis, rien";1')).toBe(';');
  });

  it('survives some rows that are broken', () => {
    expect(guess('a;b;c', '1;2', '1;2;3;4', '1;2;3')).toBe(';');
    expect(guess('a,b', '1')).toBe(',');
    expect(guess('a, b', '1, 2', 'x')).toBe(',');
  });

  it('is none for a single column, whatever its prose holds', () => {
    expect(guess('Avis', 'Bien, mais cher', 'Lent ; très lent')).toBe('');
    expect(guess('Bonjour, je vous écris', 'Merci')).toBe('');
    const prose = ['Une phrase', 'Bien, mais cher', 'Lent', 'Cher, lent, loin', 'Parfait', 'Oui, merci'];
    expect(guess('Votre visite, en quelques mots', ...prose, ...prose)).toBe('');
  });

  it('is read from the heading alone when there is nothing else', () => {
    expect(guess('Note;Avis')).toBe(';');
    expect(guess('Note,Avis')).toBe(',');
    expect(guess('')).toBe('');
  });

  it('leaves out the row that the end of the head cuts', () => {
    expect(guessDelimiter('a;b,c\n1;2,3\n4,', false)).toBe(';');
    expect(guessDelimiter('a,b\n1,2\n"never closed;;;', false)).toBe(',');
  });
});
