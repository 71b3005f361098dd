import english from 'sentiment/languages/en/index.js';
import { buildDictionary, PLAIN, type Dictionary } from './dictionary';
import { labelOf, oddsOf, type Odds, type Signals } from './fusion';
import { languageOf } from './language';
import { featuresOf, MOST_FEATURES, type Features } from './learned/features';
import { marginOf, trustIn, type Model } from './learned/model';
import type { Lexicon } from './lexicons/lexicon';
import { reasonsOf } from './reasons';
import { readByRules, type Opinion } from './rules';
import { Kind, scan, type Scan } from './scan';
import {
  CONFIDENCE_FLOOR,
  LISTED,
  type Language,
  type ListedLanguage,
  type Sentiment,
  type Tag
} from './sentiment';

/** A text as both layers see it. */
export interface Reading {
  text: string;
  language: Language;
  scan: Scan;
  opinion: Opinion;
}

/** Scanner, rules, learned layer and fusion, made ready once. It keeps nothing of the texts it reads. */
export interface Engine {
  tag: Tag;
  /** The same without the learned layer. */
  tagByRules: Tag;
  /** The language of a text among the six the product reads, or `unknown` when it is another or nothing tells. */
  languageOf(text: string): Language;
  read(text: string, language?: Language): Reading;
  /** The same engine with what was learned elsewhere. */
  with(model: Model): Engine;
}

/** What those need who tag and store. */
export type Tagger = Pick<Engine, 'tag' | 'languageOf'>;

export interface EngineParts {
  lexicons: Record<ListedLanguage, Lexicon>;
  /** Emoji -> weight. */
  emoji: ReadonlyMap<string, number>;
  model: Model;
}

export function createEngine({ lexicons, emoji, model }: EngineParts): Engine {
  const dictionaries = Object.fromEntries(
    LISTED.map((language) => [
      language,
      buildDictionary(lexicons[language], language === 'en' ? Object.entries(english.labels) : [])
    ])
  ) as Record<ListedLanguage, Dictionary>;
  const symbols = new Map([...emoji].map(([sign, weight]) => [sign.codePointAt(0)!, { ...PLAIN, weight }]));
  const isEmoji = (codePoint: number) => symbols.has(codePoint);
  const knows = (language: ListedLanguage, hash: number) =>
    (dictionaries[language].words.get(hash)?.weight ?? 0) !== 0;
  const byRules = (scanned: Scan, language: ListedLanguage) =>
    readByRules(scanned.tokens, dictionaries[language], symbols);

  const read = (text: string, given?: Language, scratch?: Uint8Array): Reading => {
    const scanned = scan(text, isEmoji, scratch);
    const language = given ?? languageOf(text, scanned.tokens, knows);
    const opinion = language === 'unknown' ? readUnknown(text, scanned, byRules) : byRules(scanned, language);
    return { text, language, scan: scanned, opinion };
  };

  // Tagging is one piece of work: what it writes down on the way is read before the next text is tagged.
  const bytes = new Uint8Array(SCRATCH);
  const buckets = new Int32Array(MOST_FEATURES);
  const withModel = (model: Model): Engine => ({
    tag: (text, language) => {
      const reading = read(text, language, bytes);
      return tagged(reading, model, featuresOf(reading.scan, buckets));
    },
    tagByRules: (text, language) => tagged(read(text, language), model, null),
    languageOf: (text) => languageOf(text, scan(text, isEmoji).tokens, knows),
    read: (text, language) => read(text, language),
    with: withModel
  });
  return withModel(model);
}

/** Bytes for a text of 2,000 characters; the few longer ones get their own. */
const SCRATCH = 4096;

/** Detection gets nothing from the shortest texts ("Super"); a long one it cannot tell is foreign. */
const READ_TWICE_UP_TO = 200;

/** French, or English where it finds more in it. */
function readUnknown(
  text: string,
  scanned: Scan,
  byRules: (scanned: Scan, language: ListedLanguage) => Opinion
): Opinion {
  const french = byRules(scanned, 'fr');
  if (text.length > READ_TWICE_UP_TO) return french;
  const english = byRules(scanned, 'en');
  return english.praise + english.blame > french.praise + french.blame ? english : french;
}

/** How much evidence makes the rules half as sure as they can be, when all of it agrees: one plain "très bien". */
const HALFWAY = 2.5;

/** What the layers say of a text, for the fusion. @param margin of the learned layer, trust in the language included */
export function signalsOf({ language, opinion, scan }: Reading, margin: number): Signals {
  const sum = opinion.praise - opinion.blame;
  let words = 0;
  let asks: Signals['asks'] = 0;
  for (const { kind } of scan.tokens)
    if (kind < Kind.pause) words++;
    else if (kind === Kind.question) asks = 1;
  return {
    rules: sum / (opinion.praise + opinion.blame + HALFWAY),
    learned: margin,
    silent: opinion.evidence.length === 0 ? 1 : 0,
    asks,
    english: language === 'en' ? 1 : 0,
    words
  };
}

/** The margin of the learned layer, as far as it was taught the language. */
export function learnedMargin(model: Model, language: Language, features: Features): number {
  return model.level * marginOf(model.weights, features) * trustIn(model, language);
}

function tagged(reading: Reading, model: Model, features: Features | null): Sentiment {
  const margin = features ? learnedMargin(model, reading.language, features) : 0;
  const fusion = features ? model.fusion : model.rulesAlone;
  const odds = tempered(oddsOf(fusion, signalsOf(reading, margin)), reading, model);
  const label = labelOf(odds, CONFIDENCE_FLOOR);
  return {
    label,
    score: rounded(odds.positive - odds.negative),
    confidence: Math.min(SUREST, rounded(odds[label])),
    language: reading.language,
    reasons: reasonsOf(reading, label, model, features)
  };
}

/** Only a person is certain. */
const SUREST = 0.999;

/** Where the learned layer was taught nothing, what is sure was never measured: it is never more than this. */
const UNMEASURED = 0.7;

/** A longer text whose language is unknown is most likely one nobody here reads. */
const UNREAD = { words: 6, sure: 0.4 };

/** The odds as far as they are believed in the language: what is taken from either sign goes to neutral. */
function tempered(odds: Odds, { language, scan }: Reading, model: Model): Odds {
  const ceiling =
    language === 'unknown' && scan.tokens.filter(({ kind }) => kind === Kind.word).length > UNREAD.words
      ? UNREAD.sure
      : UNMEASURED + (1 - UNMEASURED) * trustIn(model, language);
  const sure = Math.max(odds.positive, odds.negative);
  if (sure <= ceiling) return odds;
  const factor = ceiling / sure;
  const positive = odds.positive * factor;
  const negative = odds.negative * factor;
  return { positive, negative, neutral: 1 - positive - negative };
}

function rounded(value: number): number {
  // Never minus zero.
  return Math.round(value * 1000) / 1000 || 0;
}
