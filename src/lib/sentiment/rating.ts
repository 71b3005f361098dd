import { CONFIDENCE_FLOOR, type Sentiment } from './sentiment';

/** From this rating on, in percent, a customer is content; down to its mirror, discontent. Between them, neither. */
const CONTENT = 75;

/** What a rating alone is worth: stars and text part in about one review of twenty, more often in short ones. */
const CONFIDENCE_OF_RATING = 0.8;
const SCORE_OF_RATING = 0.4;

/**
 * A rating is evidence of its own: where the words leave the sentiment open, it decides.
 *
 * @param ratingPercent the rating that came with the text, mapped to 0-100, or null
 * @returns the sentiment as it was where the words decide, or where the rating is missing or middling
 */
export function withRating(sentiment: Sentiment, ratingPercent: number | null): Sentiment {
  const rated = labelOf(ratingPercent);
  if (rated === null || sentiment.confidence >= CONFIDENCE_FLOOR) return sentiment;
  const score = rated === 'positive' ? SCORE_OF_RATING : -SCORE_OF_RATING;
  return { ...sentiment, label: rated, score, confidence: CONFIDENCE_OF_RATING };
}

/** Whether words that are clear say the opposite of a rating that is clear. Then a person looks. */
export function contradicts(sentiment: Sentiment, ratingPercent: number | null): boolean {
  const rated = labelOf(ratingPercent);
  return rated !== null && sentiment.label !== 'neutral' && sentiment.label !== rated;
}

function labelOf(ratingPercent: number | null): 'positive' | 'negative' | null {
  if (ratingPercent === null) return null;
  if (ratingPercent >= CONTENT) return 'positive';
  return ratingPercent <= 100 - CONTENT ? 'negative' : null;
}
