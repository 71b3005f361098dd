import type { Engine } from '../engine';
import { fitFusion, type Case } from '../fusion';
import { inflect } from '../inflect';
import type { Lexicon } from '../lexicons/lexicon';
import { LISTED, type ListedLanguage } from '../sentiment';
import { exampleOf, study, type Lesson } from './lesson';
import { emptyModel, quantise, type Model } from './model';
import { casesOf, taughtWith } from './teach';
import { trainWeights, type Example } from './train';

export interface Foundation {
  /** Rated reviews by product, two groups at least. */
  groups: readonly (readonly Lesson[])[];
  /** Words and expressions that are learned beside the reviews, which speak of one trade alone. */
  lexicons: Record<ListedLanguage, Lexicon>;
  /** Short texts that are not taught; the fusion is fitted on them as well, since reviews hold few of them. */
  examined: readonly Lesson[];
  seed: number;
}

/** How much a word of the lexicons counts beside a review. 0.1 to 0.5 are as good on reviews; 1 is worse. */
const WORD = 0.3;

/** Fainter words say too little to be learned. */
const LEAST_WEIGHT = 1.2;

/** How much a short text counts beside a review when the fusion is fitted. */
const EXAMINED = 3;

/**
 * Trains the shipped model from nothing. The fusion is fitted on margins that each group was given by weights learned from
 * the other groups alone, so that it believes the learned layer as far as it holds for products it has never seen.
 *
 * The lexicons are taught too: by them the layer knows a word in other forms and misspellings, and in trades that no
 * review is about. Measured with each product held out and on short sentences of other trades, in two classes, the layer
 * alone is right for 86.7 and 77 % with them, for 86.1 and 66 % without.
 */
export function* found(
  engine: Engine,
  { groups, lexicons, examined, seed }: Foundation
): Generator<void, Model> {
  const studied = groups.map((group) => group.map((lesson) => study(engine, lesson)));
  const words = wordsOf(engine, lexicons);
  const taught = taughtWith({}, studied.flat());
  const learn = function* (lessons: typeof studied): Generator<void, Model> {
    const weights = yield* trainWeights([...lessons.flat().map(exampleOf), ...words], seed);
    return { ...emptyModel(), ...quantise(weights), taught };
  };
  const cases: Case[] = [];
  for (const group of studied)
    cases.push(...casesOf(yield* learn(studied.filter((each) => each !== group)), group));
  const learned = yield* learn(studied);
  const short = examined.map((lesson) => study(engine, lesson));
  const fit = (model: Model, of: Case[]) =>
    fitFusion([...of, ...casesOf(model, short).map((each) => ({ ...each, weight: EXAMINED }))]);
  const silent = emptyModel();
  return {
    ...learned,
    fusion: fit(learned, cases),
    rulesAlone: fit(silent, casesOf(silent, studied.flat()))
  };
}

/** Every form of every word, and every expression, as a text of its own. */
function wordsOf(engine: Engine, lexicons: Record<ListedLanguage, Lexicon>): Example[] {
  return LISTED.flatMap((language) => {
    const { words, idioms } = lexicons[language];
    const texts = [
      ...words.flatMap(({ forms, class: kind, weight }) =>
        inflect(forms.join(','), kind).map((text) => ({ text, weight }))
      ),
      ...idioms.flatMap(({ spellings, weight }) =>
        spellings.map((spelling) => ({ text: spelling.replace('*', ''), weight }))
      )
    ];
    return texts
      .filter(({ weight }) => Math.abs(weight) >= LEAST_WEIGHT)
      .map(({ text, weight }) => {
        const label = weight > 0 ? 'positive' : 'negative';
        const lesson: Lesson = { id: '', text, language, label, corrected: false };
        return { ...exampleOf(study(engine, lesson)), weight: WORD };
      });
  });
}
