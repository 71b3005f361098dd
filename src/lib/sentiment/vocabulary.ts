import english from 'sentiment/languages/en/index.js';
import { frenchIdioms } from './idioms.fr';
import { inflect } from './inflect';
import { englishIdioms, englishWords } from './lexicon.en';
import { frenchWords } from './lexicon.fr';
import { dutchWords, germanWords, italianWords, spanishWords } from './lexicon.others';
import { fold, scan } from './scan';

/** What one language knows: every key as `scan` gives it, an expression joined by `+`. */
export interface Vocabulary {
  /** Key -> weight, a plain object because the engine asks it `hasOwnProperty`. */
  labels: Record<string, number>;
  /** Weight of a key once negated, where turning the sign is not enough. */
  negated: Map<string, number>;
  /** Keys that a negation may follow. */
  verbs: Set<string>;
  /** Expressions by first and second word, longest first; `*` is at most one word. */
  idioms: Map<string, Map<string, string[][]>>;
}

export function frenchVocabulary(): Vocabulary {
  const vocabulary = emptyVocabulary();
  const entries = linesOf(frenchWords).map((line) => line.split(' '));
  const isInFull = ([, kind]: string[]) => kind === 'w' || kind === '=';
  for (const entry of [...entries.filter((each) => !isInFull(each)), ...entries.filter(isInFull)]) {
    const [lemma = '', kind = '', weight, negated] = entry;
    for (const form of inflect(lemma, kind).map(fold)) {
      addWord(vocabulary, form, weight, negated);
      if (kind === 'v' || kind === 'w') vocabulary.verbs.add(form);
    }
  }
  addIdioms(vocabulary, frenchIdioms);
  return vocabulary;
}

/** AFINN corrected for feedback, with its expressions ("does not work"), which its tokenizer cannot see. */
export function englishVocabulary(): Vocabulary {
  const vocabulary = emptyVocabulary();
  for (const [word, weight] of Object.entries(english.labels)) {
    if (/^[a-z']+$/.test(word)) vocabulary.labels[word] = weight;
    else if (/^[a-z]/.test(word)) addIdioms(vocabulary, `${weight} ${word}`);
  }
  for (const line of linesOf(englishWords)) {
    const [word = '', weight, negated] = line.split(' ');
    addWord(vocabulary, fold(word), weight, negated);
  }
  addIdioms(vocabulary, englishIdioms);
  return vocabulary;
}

export function smallVocabulary(language: 'es' | 'de' | 'it' | 'nl'): Vocabulary {
  const lists = { es: spanishWords, de: germanWords, it: italianWords, nl: dutchWords };
  const vocabulary = emptyVocabulary();
  for (const line of linesOf(lists[language])) {
    const [weight, ...words] = line.split(/:? /);
    for (const word of words.map(fold)) {
      addWord(vocabulary, word, weight);
      // Without word classes a negation may follow any of them ("funktioniert nicht").
      vocabulary.verbs.add(word);
    }
  }
  return vocabulary;
}

/** The key of an expression: its words in one, with signs that the engine's tokenizer leaves alone. */
export function keyOf(words: string[]): string {
  return words.join('+').replace('*', '@');
}

function emptyVocabulary(): Vocabulary {
  return { labels: {}, negated: new Map(), verbs: new Set(), idioms: new Map() };
}

function linesOf(list: string): string[] {
  return list.trim().split('\n');
}

function addWord(vocabulary: Vocabulary, key: string, weight?: string, negated?: string): void {
  vocabulary.labels[key] = Number(weight);
  if (negated !== undefined) vocabulary.negated.set(key, Number(negated));
}

function addIdioms(vocabulary: Vocabulary, list: string): void {
  for (const line of linesOf(list)) {
    const cut = line.indexOf(' ');
    const words = line
      .slice(cut + 1)
      .split(/(\*)/)
      .flatMap((part) => (part === '*' ? part : scan(part, () => true).map((token) => token.key)));
    const [first, second] = words;
    if (first === undefined || second === undefined) continue;
    vocabulary.labels[keyOf(words)] = Number(line.slice(0, cut));
    const bySecond = vocabulary.idioms.get(first) ?? new Map<string, string[][]>();
    const alike = [...(bySecond.get(second) ?? []), words].sort((a, b) => b.length - a.length);
    vocabulary.idioms.set(first, bySecond.set(second, alike));
  }
}
