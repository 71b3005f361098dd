import { detectAll } from 'tinyld';
import { smallWords } from './small-words';
import type { Language } from './sentiment';

/** Enough to tell a language; the rest of a long text would only cost time. */
const charactersRead = 200;

/**
 * The language of a text among the six the product reads, or `unknown` when it is another or nothing tells.
 *
 * Small words vote first: on short texts they are right more often than the library, and far faster. When
 * they are silent `tinyld` decides, over all its 62 languages, so that Portuguese is not taken for Spanish.
 * Measured on the 1,131 French and English reviews of the dev split, right / unknown / wrong in %: under 16
 * characters 49/43/8, 16-30 88/6/6, 31-60 98/0/2, longer 99/0/1. The library alone over the same languages:
 * 42/48/10, 84/8/8, 93/3/4, 98/1/1. The labels are the shop's country, so part of the wrong is theirs.
 */
export function detectLanguage(text: string): Language {
  // A drawn-out word ("géniaaal") would pass for Dutch.
  const start = text.slice(0, charactersRead).replace(/(\p{L})\1{2,}/gu, '$1');
  const vote = voteOf(start) ?? detectAll(start)[0]?.lang;
  return isListed(vote) ? vote : 'unknown';
}

function isListed(code: string | undefined): code is Exclude<Language, 'unknown'> {
  return code !== undefined && ['fr', 'en', 'es', 'de', 'it', 'nl'].includes(code);
}

/** The language with at least one small word of its own and twice the voices of the next. */
function voteOf(text: string): string | undefined {
  const voices = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
    const languages = smallWords.get(word) ?? [];
    for (const language of languages)
      voices.set(language, (voices.get(language) ?? 0) + 1 / languages.length);
  }
  const [first, second] = [...voices].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 1 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : undefined;
}
