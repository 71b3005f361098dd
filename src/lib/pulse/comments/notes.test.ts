import { describe, expect, it } from 'vitest';
import { notesOf } from './notes';

describe('what may give an author away', () => {
  it('names each kind of personal data once', () => {
    expect(notesOf('Demandez à Mme Dupont ou à M. Martin, 06 12 34 56 78.')).toEqual(['name', 'phone']);
  });

  it('is nothing in what has been replaced already, nor in ordinary words', () => {
    expect(notesOf('Demandez à [nom], [téléphone].')).toEqual([]);
    expect(notesOf('On manque de monde le samedi.')).toEqual([]);
  });

  it('is a word of health, which tells of a person without naming them', () => {
    expect(notesOf('Depuis mon cancer, on m’a bien aidée.')).toEqual(['health']);
  });
});
