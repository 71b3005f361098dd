import { detect } from 'tinyld';
import { Kind, type Token } from './scan';
import { LISTED, type Language, type ListedLanguage } from './sentiment';
import { smallWords } from './small-words';

/** Enough to tell a language; the rest of a long text would only cost time. */
const CHARACTERS_READ = 120;
/** The library takes as long for these as the whole engine for ten texts, and is no better with more. */
const CHARACTERS_DETECTED = 80;

/**
 * The language of a text among the six the product reads, or `unknown` when it is another or nothing tells.
 *
 * Small words vote first: on short texts they are right more often than the library, and far faster. Where they are silent,
 * as in "Nul" or "Parfait", the one lexicon that knows the words decides, and after it `tinyld`, over all its 62 languages,
 * so that Portuguese is not taken for Spanish.
 *
 * @param tokens of the text
 * @param knows whether the lexicon of a language has an opinion word of that hash
 */
export function languageOf(
  text: string,
  tokens: readonly Token[],
  knows: (language: ListedLanguage, hash: number) => boolean
): Language {
  const words: Token[] = [];
  for (const token of tokens) {
    if (token.start >= CHARACTERS_READ) break;
    if (token.kind === Kind.word) words.push(token);
  }
  if (words.length === 0) return 'unknown';
  const vote = voteOf(words) ?? onlyReader(words, knows) ?? detected(text, words.length);
  return LISTED.find((language) => language === vote) ?? 'unknown';
}

/** The language with at least one small word of its own and twice the voices of the next. */
function voteOf(words: readonly Token[]): string | undefined {
  const voices = new Float64Array(LANGUAGES.length);
  for (const { hash } of words) {
    const languages = VOICES.get(hash);
    if (languages) for (const language of languages) voices[language]! += 1 / languages.length;
  }
  let first = 0;
  let second = -1;
  for (let i = 1; i < voices.length; i++)
    if (voices[i]! > voices[first]!) {
      second = first;
      first = i;
    } else if (second < 0 || voices[i]! > voices[second]!) second = i;
  return voices[first]! >= 1 && voices[first]! >= 2 * voices[second]! ? LANGUAGES[first] : undefined;
}

/** The one language whose lexicon knows more of the words than any other. */
function onlyReader(
  words: readonly Token[],
  knows: (language: ListedLanguage, hash: number) => boolean
): ListedLanguage | undefined {
  const known = LISTED.map((language) => words.filter(({ hash }) => knows(language, hash)).length);
  const most = Math.max(...known);
  const readers = LISTED.filter((_, i) => known[i] === most);
  return most > 0 && readers.length === 1 ? readers[0] : undefined;
}

/** One or two words tell the library too little: it is wrong about as often as right. */
const TOO_FEW = 2;

function detected(text: string, words: number): string | undefined {
  if (words <= TOO_FEW) return undefined;
  // A drawn-out word ("géniaaal") would pass for Dutch.
  return detect(text.slice(0, CHARACTERS_DETECTED).replace(/(\p{L})\1{2,}/gu, '$1'));
}

const LANGUAGES = [...new Set([...smallWords.values()].flat())];

/** Small words by hash, with the positions of the languages that use them. */
const VOICES = new Map(
  [...smallWords].map(
    ([hash, languages]) => [hash, languages.map((language) => LANGUAGES.indexOf(language))] as const
  )
);
