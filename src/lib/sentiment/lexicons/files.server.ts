import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '$lib/server/project';
import { LISTED, type ListedLanguage } from '../sentiment';
import { readEmoji, readLexicon, type Lexicon } from './lexicon';

/** What the product knows of words: a folder of files a language. They are read where they lie, so a new line needs no build. */
export function shippedLexicons(): Record<ListedLanguage, Lexicon> {
  return Object.fromEntries(LISTED.map((language) => [language, lexiconOf(language)])) as Record<
    ListedLanguage,
    Lexicon
  >;
}

export function shippedEmoji(): Map<string, number> {
  return readEmoji(file('emoji.csv'));
}

function lexiconOf(language: ListedLanguage): Lexicon {
  const [words, idioms, grammar] = ['words', 'idioms', 'grammar'].map((name) => `${language}/${name}.csv`);
  return readLexicon({ words: file(words!), idioms: file(idioms!), grammar: file(grammar!) });
}

function file(name: string): string {
  return readFileSync(join(PROJECT_ROOT, 'src/lib/sentiment/lexicons', name), 'utf8');
}
