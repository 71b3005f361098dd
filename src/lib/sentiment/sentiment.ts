/** What the product says of a text's sentiment, and the words it says it with. The engine is made in `tagger.server`. */

export const LABELS = ['negative', 'neutral', 'positive'] as const;
export type Label = (typeof LABELS)[number];

/** The languages that have a lexicon. */
export const LISTED = ['fr', 'en', 'es', 'de', 'it', 'nl'] as const;
export type ListedLanguage = (typeof LISTED)[number];
export type Language = ListedLanguage | 'unknown';

/** A stretch [start, end) of a text as given, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** One piece of evidence: the slice of the text, and its weight after negation and intensity. */
export interface Reason extends Span {
  text: string;
  /** Its pull in the units of the lexicons: mostly from -4 to 4. */
  weight: number;
  /** Whether its sign was turned, or given by a negation alone ("ne répond pas"). */
  negated: boolean;
  /** The word that negates it, where it is not the same piece. */
  negation?: Span;
  /** `learned` where no list knows the word: the reviews and corrections that were learned from do. */
  by?: 'learned';
}

export interface Sentiment {
  label: Label;
  /** [-1, 1]: how much likelier praise is than blame. Its sign is the better guess even where the label is neutral. */
  score: number;
  /** [0, 1]: how often a label this sure is the one that the writer's rating gives (3 stars of 5 for neutral). */
  confidence: number;
  language: Language;
  /** What decided, in the order of the text. */
  reasons: Reason[];
}

/** Tags a text. Any string is accepted; the same text always gets the same answer. */
export type Tag = (text: string, language?: Language) => Sentiment;

/** Under it the label is neutral and a person looks: a sign that is wrong about as often as right serves nobody. */
export const CONFIDENCE_FLOOR = 0.55;
