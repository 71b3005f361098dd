import { hashOf } from './fold';
import { inflect } from './inflect';
import type { GrammarRow, Lexicon } from './lexicons/lexicon';
import { fold, Kind, scan } from './scan';

/** All that the rules know of one word, or of one expression, in one language. */
export interface Word {
  /** [-4, 4], 0 for a word without an opinion. */
  weight: number;
  /** Its weight under a negation, null where turning the sign is enough. */
  negated: number | null;
  /** A verb, which may be negated from behind ("marche pas"). */
  verb: boolean;
  /** Words that it negates after it, 0 when it is no negation. */
  reach: number;
  /** Factor on the opinion beside it, 0 when it says no degree. */
  degree: number;
  roles: ReadonlySet<GrammarRow['role']>;
  /** An expression with a negation of its own, which nothing turns: "pas terrible". */
  final: boolean;
  /** Expressions that begin with it by the word after, `ANY` where that may be any; each list the longest first. */
  idioms: Idioms | null;
}

/** An expression: the hashes of its words after the first, 0 for at most one word of any kind, and what it is as a whole. */
export interface Idiom {
  rest: number[];
  word: Word;
}

/** Expressions by the hash of their second word. */
export type Idioms = Map<number, Idiom[]>;

/** The words of one language by hash. */
export interface Dictionary {
  words: ReadonlyMap<number, Word>;
  /** Long opinion words by the hash of their spelling with single letters: "excelent", "apelle". */
  misspelt: ReadonlyMap<number, Word>;
}

/** What a word is that no list knows. */
export const PLAIN: Word = Object.freeze({
  weight: 0,
  negated: null,
  verb: false,
  reach: 0,
  degree: 0,
  roles: new Set<GrammarRow['role']>(),
  final: false,
  idioms: null
});

/** Shorter words become others when a letter goes: "belle" would be "bele", but "ville" is not "vile". */
const LONG = 6;

/**
 * Builds what the rules look words up in.
 *
 * @param lexicon words listed in full win over what inflection gives: "marchait" mourns, "marche" does not
 * @param base words and expressions laid below those of the lexicon, by their weight
 */
export function buildDictionary(lexicon: Lexicon, base: Iterable<[string, number]> = []): Dictionary {
  const building = new Building();
  for (const [spelling, weight] of base)
    if (spelling.includes(' ')) building.addIdiom(spelling, { weight });
    else building.addWord(spelling, { weight });
  const inFull = (row: Lexicon['words'][number]) => row.class === 'w' || row.class === '=';
  for (const row of [...lexicon.words].sort((a, b) => Number(inFull(a)) - Number(inFull(b))))
    for (const form of inflect(row.forms.join(','), row.class))
      building.addWord(form, {
        weight: row.weight,
        negated: row.negated,
        verb: row.class === 'v' || row.class === 'w'
      });
  for (const row of lexicon.grammar) building.addRole(row);
  for (const { spellings, weight } of lexicon.idioms)
    for (const spelling of spellings) building.addIdiom(spelling, { weight });
  return building.done();
}

class Building {
  readonly #words = new Map<number, Word>();
  readonly #misspelt = new Map<number, Word>();
  readonly #expressions = new Map<string, { hashes: number[]; known: Partial<Word> }>();

  addWord(spelling: string, known: Partial<Word>): void {
    const form = fold(spelling);
    Object.assign(this.#at(hashOf(form)), known);
    const single = form.replace(/(.)\1/gu, '$1');
    if (single !== form && form.length >= LONG && known.weight)
      this.#misspelt.set(hashOf(single), this.#at(hashOf(form)));
  }

  addRole({ word, role, value }: GrammarRow): void {
    const said = role === 'negator' ? { reach: value } : role === 'degree' ? { degree: value } : {};
    if (word.includes(' ')) {
      const before = this.#expressions.get(hashesOf(word).join())?.known.roles;
      return this.addIdiom(word, { ...said, roles: new Set([...(before ?? []), role]) });
    }
    const entry = this.#at(hashOf(fold(word)));
    Object.assign(entry, said, { roles: new Set([...entry.roles, role]) });
  }

  addIdiom(spelling: string, known: Partial<Word>): void {
    const hashes = hashesOf(spelling);
    const key = hashes.join();
    this.#expressions.set(key, { hashes, known: { ...this.#expressions.get(key)?.known, ...known } });
  }

  done(): Dictionary {
    for (const { hashes, known } of this.#expressions.values()) {
      const parts = hashes.map((hash) => this.#words.get(hash) ?? PLAIN);
      const last = parts.at(-1)!;
      const word: Word = {
        ...PLAIN,
        // What stands at its end may be negated, or negate, as by itself; its first word may turn the sentence.
        verb: last.verb,
        final: known.weight !== undefined && parts.some(({ reach }) => reach > 0),
        roles: rolesOf(parts[0]!, last),
        ...known
      };
      this.#hang({ rest: hashes.slice(1), word }, this.#at(hashes[0]!));
    }
    // One look finds a word or its common misspelling, unless that is a word of its own.
    for (const [hash, word] of this.#misspelt) if (!this.#words.has(hash)) this.#words.set(hash, word);
    return { words: this.#words, misspelt: this.#misspelt };
  }

  #hang(idiom: Idiom, first: Word): void {
    first.idioms ??= new Map();
    const second = idiom.rest[0]!;
    const alike = [...(first.idioms.get(second) ?? []), idiom];
    first.idioms.set(
      second,
      alike.sort((a, b) => b.rest.length - a.rest.length)
    );
  }

  #at(hash: number): Word {
    let entry = this.#words.get(hash);
    if (!entry) this.#words.set(hash, (entry = { ...PLAIN }));
    return entry;
  }
}

/** Stands for at most one word of an expression. */
export const ANY = 0;

/** The words of an expression as the scanner cuts them in a text. */
function hashesOf(spelling: string): number[] {
  return spelling.split(/(\*)/).flatMap((part) => {
    if (part === '*') return [ANY];
    const { tokens } = scan(part, () => false);
    return tokens.filter(({ kind }) => kind === Kind.word).map(({ hash }) => hash);
  });
}

function rolesOf(first: Word, last: Word): Set<GrammarRow['role']> {
  const roles = new Set<GrammarRow['role']>();
  if (first.roles.has('contrast')) roles.add('contrast');
  for (const role of ['after', 'plus'] as const) if (last.roles.has(role)) roles.add(role);
  return roles;
}
