import Engine from 'sentiment';
import { describe, expect, it } from 'vitest';
import './engine';
import { frenchIdioms } from './idioms.fr';
import { inflect } from './inflect';
import { englishIdioms, englishWords } from './lexicon.en';
import { frenchWords } from './lexicon.fr';
import { scan } from './scan';

const linesOf = (list: string) => list.trim().split('\n');

describe('the word lists', () => {
  it('hold well-formed lines, no word twice in a list', () => {
    for (const line of linesOf(frenchWords))
      expect(line).toMatch(/^\S+ [anvw=] -?\d(\.\d+)?( -?\d(\.\d+)?)?$/);
    for (const list of [frenchIdioms, englishIdioms])
      for (const line of linesOf(list)) expect(line).toMatch(/^-?\d(\.\d+)? \S/);
    for (const line of linesOf(englishWords)) expect(line).toMatch(/^\S+ -?\d(\.\d+)?( -?\d(\.\d+)?)?$/);
    for (const list of [frenchWords, englishWords]) {
      const words = linesOf(list).map((line) => line.split(' ')[0]);
      expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
    }
  });

  it('hold expressions of at least two words, none twice', () => {
    for (const list of [frenchIdioms, englishIdioms]) {
      const expressions = linesOf(list).map((line) => scan(line.slice(line.indexOf(' ')), () => true));
      for (const words of expressions) expect(words.length).toBeGreaterThan(1);
      const keys = expressions.map((words) => words.map(({ key }) => key).join(' '));
      expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    }
  });

  it('leave the English of the package as others know it', () => {
    expect(new Engine().analyze('please').score).toBe(1);
  });
});

describe('French forms', () => {
  it.each([
    ['heureux', 'a', 'heureuses'],
    ['réactif', 'a', 'réactive'],
    ['exceptionnel', 'a', 'exceptionnelles'],
    ['génial', 'a', 'géniaux'],
    ['génial', 'a', 'géniale'],
    ['déçu', 'a', 'déçue'],
    ['trompeur', 'a', 'trompeuse'],
    ['nul', 'a', 'nulle'],
    ['bug', 'n', 'bugs'],
    ['recommander', 'v', 'recommande'],
    ['changer', 'v', 'changeait'],
    ['agacer', 'v', 'agaçant']
  ])('of %s (%s) include %s', (lemma, kind, form) => expect(inflect(lemma, kind)).toContain(form));

  it('are those listed when the class says so', () => {
    expect(inflect('vaut,valoir', 'w')).toEqual(['vaut', 'valoir']);
    expect(inflect('hélas', '=')).toEqual(['hélas']);
  });
});
