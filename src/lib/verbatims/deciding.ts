import { percentOf, type RatingScale } from '$lib/intake/ratings';
import { withRating } from '$lib/sentiment/rating';
import type { Reason, Span } from '$lib/sentiment/sentiment';
import type { ListedVerbatim } from './list';

type Pull = 'positive' | 'negative';

/** A stretch of a text, and what the words in it decided if they did. */
export interface Stretch {
  text: string;
  pull: Pull | null;
  /** No list knows the word: reviews and corrections taught it. */
  learned: boolean;
  /** A negation begins, or ends, with this stretch; it stands in brackets. */
  opens: boolean;
  closes: boolean;
}

/**
 * Cuts a text at the words that decided its sentiment and at those that negate them. Joined again, the stretches are the
 * text. Of spans that overlap the first counts, and what does not fit the text is passed over: rows may be written by
 * other tools. An expression that holds its own negation ("ne marche pas") is one stretch without brackets.
 */
export function stretches(text: string, reasons: readonly Reason[]): Stretch[] {
  const deciding = apart(text, reasons);
  const negations = apart(
    text,
    deciding.flatMap(({ negation }) => negation ?? [])
  );
  const cuts = new Set([
    0,
    text.length,
    ...[...deciding, ...negations].flatMap((span) => [span.start, span.end])
  ]);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((end, i) => {
    const start = places[i]!;
    const reason = deciding.find((each) => each.start <= start && end <= each.end);
    return {
      text: text.slice(start, end),
      pull: reason ? pullOf(reason) : null,
      learned: reason?.by === 'learned',
      opens: negations.some((each) => each.start === start),
      closes: negations.some((each) => each.end === end)
    };
  });
}

/** A word that decided, as one says it. */
export interface DecidingWord {
  text: string;
  pull: Pull;
  /** What negates it, where that is a word of its own. */
  negation: string | null;
  learned: boolean;
}

/** The words that decided, in the order of the text; the same that `stretches` underlines. */
export function decidingWords(text: string, reasons: readonly Reason[]): DecidingWord[] {
  return apart(text, reasons).map((reason) => {
    const { start, end, negation, by } = reason;
    const negated = negation && fits(text, negation);
    return {
      text: text.slice(start, end),
      pull: pullOf(reason),
      negation: negated ? text.slice(negation.start, negation.end) : null,
      learned: by === 'learned'
    };
  });
}

/**
 * Who or what decided a sentiment: a `person`, the `rating` where the words left it open, single `words`, the `whole` of a
 * text none of whose words decides alone, or nothing, since it has `none` that says an opinion.
 */
export type Decider = 'person' | 'rating' | 'words' | 'whole' | 'none';

type Tagged = Pick<
  ListedVerbatim,
  'text' | 'sentiment' | 'confidence' | 'reasons' | 'rating' | 'rating_scale'
>;

/** What decided, as far as the row itself tells: a person's word has confidence 1, a rating's always the same one. */
export function deciderOf(verbatim: Tagged): Decider {
  const { text, sentiment, confidence, reasons } = verbatim;
  if (confidence === 1) return 'person';
  if (decidedByRating(verbatim)) return 'rating';
  if (apart(text ?? '', reasons).length > 0) return 'words';
  return sentiment === 'neutral' ? 'none' : 'whole';
}

/** Whether a person looks because of the sentiment, and so needs to see what it was made of. */
export function isDoubted({ status, held_for }: Pick<ListedVerbatim, 'status' | 'held_for'>): boolean {
  return status === 'held' && (held_for.includes('uncertain') || held_for.includes('contradiction'));
}

function decidedByRating({ sentiment, confidence, rating, rating_scale }: Tagged): boolean {
  const silent = { label: 'neutral', score: 0, confidence: 0, language: 'unknown', reasons: [] } as const;
  const percent = percentOf(rating, rating_scale as RatingScale | null);
  const byRating = withRating({ ...silent, reasons: [] }, percent);
  return byRating.confidence > 0 && byRating.label === sentiment && byRating.confidence === confidence;
}

/** Those that fit the text, in its order, without the ones that reach into an earlier one. */
function apart<T extends Span>(text: string, spans: readonly T[]): T[] {
  let read = 0;
  return spans
    .filter((span) => fits(text, span))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < read) return false;
      read = end;
      return true;
    });
}

function fits(text: string, { start, end }: Span): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end > start && end <= text.length;
}

function pullOf({ weight }: Reason): Pull {
  return weight < 0 ? 'negative' : 'positive';
}
