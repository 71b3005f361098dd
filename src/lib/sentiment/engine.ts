import Engine from 'sentiment';
import { emojiWeights } from './emoji';
import { grammars } from './grammar';
import { scan, type Token } from './scan';
import { weighInPlace } from './stance';
import { englishVocabulary, frenchVocabulary, keyOf, smallVocabulary, type Vocabulary } from './vocabulary';

/** A word, expression or emoji that carries an opinion, as it weighs where it stands. */
export interface Evidence {
  index: number;
  weight: number;
  negated: boolean;
}

export type ListedLanguage = keyof typeof grammars;

const engine = new Engine();

const vocabularies: Record<ListedLanguage, Vocabulary> = {
  fr: register('fr', frenchVocabulary()),
  en: register('en', englishVocabulary()),
  es: register('es', smallVocabulary('es')),
  de: register('de', smallVocabulary('de')),
  it: register('it', smallVocabulary('it')),
  nl: register('nl', smallVocabulary('nl'))
};

/** Cuts a text into tokens, the expressions of the language joined into one token each. */
export function read(text: string, language: ListedLanguage): Token[] {
  const { labels, idioms } = vocabularies[language];
  return joinIdioms(
    scan(text, (key) => Object.hasOwn(labels, key)),
    idioms
  );
}

/**
 * Weighs the tokens of `read` with the engine.
 * The engine's own tokenizer deletes punctuation and knows no expression, so it is given keys joined by
 * spaces, which it cuts back one for one. Its `extras` are never used: it would keep them for later calls.
 */
export function weigh(tokens: Token[], language: ListedLanguage): Evidence[] {
  if (tokens.length === 0) return [];
  const { labels } = vocabularies[language];
  const { calculation } = engine.analyze(tokens.map((token) => token.key).join(' '), {
    language: nameOf(language)
  });
  const evidence: Evidence[] = [];
  // The engine reports from the last hit to the first, without saying where.
  let hit = calculation.length;
  tokens.forEach(({ key }, index) => {
    const alone = Object.hasOwn(labels, key) ? labels[key] : undefined;
    if (alone === undefined) return;
    const weight = calculation[--hit]?.[key] ?? 0;
    if (weight !== 0) evidence.push({ index, weight, negated: Math.sign(weight) !== Math.sign(alone) });
  });
  return evidence;
}

/** The engine keeps languages for the whole process: names of our own leave its English as it is. */
function nameOf(language: ListedLanguage): string {
  return `vis-a-vis-${language}`;
}

function register(language: ListedLanguage, vocabulary: Vocabulary): Vocabulary {
  const apply = (keys: string[], at: number, weight: number) =>
    weighInPlace(keys, at, weight, vocabulary, grammars[language]);
  engine.registerLanguage(nameOf(language), { labels: vocabulary.labels, scoringStrategy: { apply } });
  // Registering lays the package's emoji over the labels; ours correct them afterwards.
  Object.assign(vocabulary.labels, emojiWeights);
  return vocabulary;
}

function joinIdioms(tokens: Token[], idioms: Vocabulary['idioms']): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const first = tokens[at]!;
    const found = idiomAt(tokens, at, idioms);
    joined.push(found ? { ...first, key: keyOf(found.words), end: found.last.end } : first);
    at += found ? found.length : 1;
  }
  return joined;
}

interface Found {
  words: string[];
  length: number;
  last: Token;
}

function idiomAt(tokens: Token[], at: number, idioms: Vocabulary['idioms']): Found | undefined {
  const bySecond = idioms.get(tokens[at]!.key);
  if (!bySecond) return undefined;
  for (const second of [tokens[at + 1]?.key ?? '', '*'])
    for (const words of bySecond.get(second) ?? []) {
      const end = matchEnd(tokens, at, words);
      if (end > at) return { words, length: end - at, last: tokens[end - 1]! };
    }
  return undefined;
}

/** Index after the last token of the expression that starts at `from`, or 0 when it is not there. */
function matchEnd(tokens: Token[], from: number, words: string[]): number {
  let at = from;
  for (const [i, word] of words.entries()) {
    if (word !== '*') {
      if (tokens[at++]?.key !== word) return 0;
    } else if (tokens[at]?.key !== words[i + 1] && tokens[at]?.kind === 'word') at++;
  }
  return at;
}
