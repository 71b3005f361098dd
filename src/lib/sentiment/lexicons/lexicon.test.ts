import { describe, expect, it } from 'vitest';
import { inflect } from '../inflect';
import { fold } from '../scan';
import { LISTED } from '../sentiment';
import { shippedEmoji, shippedLexicons } from './files.server';
import { readEmoji, readLexicon, type Lexicon, type WordRow } from './lexicon';

const lexicons = shippedLexicons();

describe.each(LISTED)('the word lists of %s', (language) => {
  it('are in alphabetical order and never say one thing twice, nor two things of one form', () => {
    expect(faultsOf(lexicons[language])).toEqual([]);
  });
});

describe('the list of emoji', () => {
  it('weighs each emoji once', () => {
    expect(shippedEmoji().size).toBeGreaterThan(30);
    expect(() => readEmoji('emoji,weight\n🙂,5')).toThrow('Line 2 (🙂,5): a weight is from -4 to 4, not "5"');
  });
});

describe('a word list', () => {
  it('is read with its comments left out, further forms and the weight under a negation kept', () => {
    const { words, idioms, grammar } = lexicon({
      words: ['# as spelt', 'beau belle,a,2,', 'bug,n,-1.8,1.5'],
      idioms: ['laisse * à désirer,-2.6'],
      grammar: ['pas,negator,4', 'mais,contrast,']
    });
    expect(words).toEqual([
      { forms: ['beau', 'belle'], class: 'a', weight: 2, negated: null },
      { forms: ['bug'], class: 'n', weight: -1.8, negated: 1.5 }
    ]);
    expect(idioms).toMatchObject([{ spellings: ['laisse * à désirer'], weight: -2.6 }]);
    expect(grammar.map(({ value }) => value)).toEqual([4, 0]);
  });

  it('says an expression in every way that its choices allow', () => {
    const { idioms } = lexicon({ idioms: ['se {fiche|moque} de {moi|nous},-2.8'] });
    expect(idioms[0]!.spellings).toEqual([
      'se fiche de moi',
      'se fiche de nous',
      'se moque de moi',
      'se moque de nous'
    ]);
    expect(() => lexicon({ idioms: ['se {fiche|moque de moi,-2.8'] })).toThrow('{one|other}');
  });

  it.each([
    ['beau,a,4.1,', 'Line 3 (beau,a,4.1,): a weight is from -4 to 4, not "4.1"'],
    ['beau,a,deux,', 'Line 3 (beau,a,deux,): a weight is from -4 to 4, not "deux"'],
    ['beau,a,,', 'Line 3 (beau,a,,): a weight is from -4 to 4, not ""'],
    ['beau,a,2,-9', 'Line 3 (beau,a,2,-9): a weight is from -4 to 4, not "-9"'],
    ['beau,x,2,', 'Line 3 (beau,x,2,): the class must be'],
    ['beau,a,2', 'Line 3 (beau,a,2): has 3 cells instead of 4'],
    [',a,2,', 'Line 3 (,a,2,): the first cell is empty']
  ])('refuses the line "%s", and says which it is', (line, message) => {
    expect(() => lexicon({ words: ['ami,n,1,', line] })).toThrow(message);
  });

  it.each([
    [{ idioms: ['au top,7'] }, 'Line 2 (au top,7)'],
    [{ grammar: ['pas,negation,4'] }, 'the role must be one of negator'],
    [{ grammar: ['pas,negator,'] }, 'a negator has a value above 0'],
    [{ grammar: ['mais,contrast,2'] }, 'a contrast has no value']
  ])('refuses %o', (lines, message) => {
    expect(() => lexicon(lines)).toThrow(message);
  });

  it.each<[string, Lines, string]>([
    ['rows out of order', { words: ['zéro,=,-1,', 'été,=,1,'] }, '"été" stands after "zéro"'],
    ['expressions out of order', { idioms: ['au top,3', 'à fuir,-2'] }, '"à fuir" stands after "au top"'],
    ['a form spelt twice, accents aside', { words: ['zéro,=,-1,', 'zero,=,-1,'] }, '"zero" is spelt twice'],
    [
      'two weights of an inflected form',
      { words: ['gênant,a,-2,', 'gêner,v,-1,'] },
      '"genant" weighs -2 and -1'
    ],
    [
      'two weights of a negation',
      { words: ['raté,a,-1,2', 'rater,v,-1,1'] },
      '"rate" weighs 2 and 1 once negated'
    ],
    ['opposite signs', { words: ['vol,n,-1,', 'vols,=,1,'] }, '"vols" is both blame and praise'],
    ['an expression twice', { idioms: ['au-top,1', 'au top,-1'] }, '"au top" is listed twice'],
    ['an expression of one word', { idioms: ['bravo,3'] }, '"bravo" is not an expression'],
    ['a role twice', { grammar: ['peu,lessening,', 'peu,lessening,'] }, '"peu" is twice a lessening'],
    [
      'two ways to weigh',
      { grammar: ['peu,lessening,', 'peu,degree,2'] },
      '"peu" is a lessening and a degree'
    ]
  ])('is found at fault for %s', (_, lines, fault) => {
    expect(faultsOf(lexicon(lines))).toContain(fault);
  });

  it('may list in full a form that weighs otherwise than its lemma', () => {
    expect(faultsOf(lexicon({ words: ['aimait,w,-0.4,', 'aimer,v,2.3,'] }))).toEqual([]);
  });
});

type Lines = Partial<Record<keyof Lexicon, string[]>>;

function lexicon({ words = [], idioms = [], grammar = [] }: Lines): Lexicon {
  return readLexicon({
    words: ['word,class,weight,negated', ...words].join('\n'),
    idioms: ['idiom,weight', ...idioms].join('\n'),
    grammar: ['word,role,value', ...grammar].join('\n')
  });
}

function faultsOf({ words, idioms, grammar }: Lexicon): string[] {
  const expressions = idioms.flatMap(({ spellings }) => spellings);
  return [
    ...disorder(words.map(({ forms }) => forms[0]!)),
    ...disorder(idioms.map(({ idiom }) => idiom)),
    ...twice(words.flatMap(({ forms }) => forms.map(fold)).sort()).map((form) => `"${form}" is spelt twice`),
    ...words.flatMap(contradictions()),
    ...expressions.flatMap((each) => (keyOf(each).includes(' ') ? [] : `"${each}" is not an expression`)),
    ...twice(expressions.map(keyOf).sort()).map((key) => `"${key}" is listed twice`),
    ...grammar.flatMap(grammarFaults)
  ];
}

function disorder(entries: string[]): string[] {
  return entries.flatMap((entry, i) =>
    i > 0 && fold(entry) < fold(entries[i - 1]!) ? `"${entry}" stands after "${entries[i - 1]}"` : []
  );
}

function twice(sorted: string[]): string[] {
  return sorted.filter((each, i) => each === sorted[i - 1]);
}

/** A form listed in full stands before an inflected one, but only a tense may turn the sign: "marchait", "marche". */
function contradictions(): (row: WordRow) => string[] {
  const first = new Map<string, WordRow>();
  return (row) =>
    [...new Set(inflect(row.forms.join(','), row.class).map(fold))].flatMap((form) => {
      const other = first.get(form);
      if (!other) first.set(form, row);
      return other ? contradiction(form, other, row) : [];
    });
}

function contradiction(form: string, one: WordRow, other: WordRow): string[] {
  const isTense = [one.class, other.class].sort().join('') === 'vw';
  if (one.weight * other.weight < 0 && !isTense) return [`"${form}" is both blame and praise`];
  if (isInFull(one) !== isInFull(other)) return [];
  if (one.weight !== other.weight) return [`"${form}" weighs ${one.weight} and ${other.weight}`];
  const agree = one.negated === other.negated;
  return agree ? [] : [`"${form}" weighs ${one.negated} and ${other.negated} once negated`];
}

function isInFull(row: WordRow): boolean {
  return row.class === 'w' || row.class === '=';
}

/** The words that an expression is found by: accents, apostrophes and hyphens make no other. */
function keyOf(idiom: string): string {
  return fold(idiom).replace(/['’-]/g, ' ').trim().replace(/ +/g, ' ');
}

const weighing = new Set(['negator', 'lessening', 'degree']);

type GrammarRow = Lexicon['grammar'][number];

function grammarFaults({ word, role }: GrammarRow, at: number, all: GrammarRow[]): string[] {
  const before = all.slice(0, at).filter((each) => each.word === word);
  if (before.some((each) => each.role === role)) return [`"${word}" is twice a ${role}`];
  const rival = before.find((each) => weighing.has(each.role) && weighing.has(role));
  return rival ? [`"${word}" is a ${rival.role} and a ${role}`] : [];
}
