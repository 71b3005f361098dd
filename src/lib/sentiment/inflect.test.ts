import { describe, expect, it } from 'vitest';
import { inflect } from './inflect';

describe('a French adjective', () => {
  it.each([
    ['heureux', 'heureuses'],
    ['réactif', 'réactive'],
    ['exceptionnel', 'exceptionnelles'],
    ['génial', 'géniaux'],
    ['génial', 'géniale'],
    ['déçu', 'déçue'],
    ['trompeur', 'trompeuse'],
    ['manipulateur', 'manipulatrice'],
    ['nul', 'nulle'],
    ['gentil', 'gentilles'],
    ['grossier', 'grossière'],
    ['malsain', 'malsaine'],
    ['mignon', 'mignonne'],
    ['pratique', 'pratiques']
  ])('%s has the form %s', (lemma, form) => expect(inflect(lemma, 'a')).toContain(form));

  it('is left as listed when its forms are given', () => {
    expect(inflect('doux,douce,douces', 'a')).toEqual(['doux', 'douce', 'douces']);
  });
});

describe('a French noun', () => {
  it.each([
    ['bug', 'bugs'],
    ['cadeau', 'cadeaux'],
    ['réseau', 'réseaux'],
    ['abus', 'abus']
  ])('%s has the plural %s', (lemma, form) => expect(inflect(lemma, 'n')).toContain(form));

  it('takes a plural in each of its spellings', () => {
    expect(inflect('bug,beug', 'n')).toEqual(['bug', 'bugs', 'beug', 'beugs']);
  });
});

describe('a French verb', () => {
  it.each([
    ['recommander', 'recommande'],
    ['recommander', 'recommanderai'],
    ['échanger', 'échangeait'],
    ['agacer', 'agaçant'],
    ['choquer', 'choquantes'],
    ['ennuyer', 'ennuie'],
    ['ennuyer', 'ennuyez'],
    ['nettoyer', 'nettoierait'],
    ['rappeler', 'rappelle'],
    ['rappeler', 'rappelé'],
    ['ravir', 'ravie'],
    ['ralentir', 'ralentissent'],
    ['fournir', 'fournit'],
    ['éblouir', 'éblouissante']
  ])('%s has the form %s', (lemma, form) => expect(inflect(lemma, 'v')).toContain(form));

  it('in -ir takes no form of one in -er', () => {
    expect(inflect('ravir', 'v')).not.toContain('rave');
  });

  it('takes only the forms listed in the classes w and =', () => {
    expect(inflect('vaut,valoir', 'w')).toEqual(['vaut', 'valoir']);
    expect(inflect('hélas', '=')).toEqual(['hélas']);
  });
});
