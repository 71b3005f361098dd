import { redact, type HoldReason as RedactionHold } from '$lib/redaction/redaction';
import type { Tagger } from '$lib/sentiment/engine';
import { CONFIDENCE_FLOOR, type Language, type Reason, type Sentiment } from '$lib/sentiment/sentiment';
import { contradicts, withRating } from '$lib/sentiment/rating';

export type Status = 'received' | 'held' | 'approved' | 'hidden' | 'erased';

/** Why a person looks at a verbatim before anybody else does. */
export type HoldReason = RedactionHold | 'named_in_negative' | EngineHold;

/** The reasons that come of the sentiment alone: they change with what the engine learns. */
type EngineHold = 'uncertain' | 'contradiction';

/** What the sentiment engine says of one text and the rating beside it. */
export interface TagOfText {
  sentiment: Sentiment['label'];
  /** [-1, 1] */
  score: number;
  /** [0, 1] */
  confidence: number;
  /** The words that decided, as slices of the text. */
  reasons: Reason[];
  held_for: EngineHold[];
}

/** What the engines say of one text: ready to be stored, and approved or held. */
export interface Reading extends Omit<TagOfText, 'held_for'> {
  /** Without personal data. */
  text: string;
  language: Language;
  held_for: HoldReason[];
}

/**
 * Reads one customer text: detects its language, takes personal data out, tags what remains, and says what holds it.
 * Pure: with the same tagger the same text and rating always read the same.
 *
 * @param original as the customer wrote it
 * @param ratingPercent the rating that came with it, mapped to 0-100, or null
 * @param tagger the engine with what it was taught
 */
export function read(original: string, ratingPercent: number | null, tagger: Tagger): Reading {
  const language = tagger.languageOf(original);
  const redacted = redact(original, language);
  const tagged = tagOf(redacted.text, language, ratingPercent, tagger);
  const held_for: HoldReason[] = [...redacted.held];
  if (tagged.sentiment === 'negative' && redacted.redactions.some(({ kind }) => kind === 'name'))
    held_for.push('named_in_negative');
  held_for.push(...tagged.held_for);
  return { text: redacted.text, language, ...tagged, held_for };
}

/**
 * Tags a text that is free of personal data already, as `read` does: the past is read again by it.
 *
 * @param ratingPercent the rating that came with it, mapped to 0-100, or null
 */
export function tagOf(
  text: string,
  language: Language,
  ratingPercent: number | null,
  tagger: Pick<Tagger, 'tag'>
): TagOfText {
  const tagged = withRating(tagger.tag(text, language), ratingPercent);
  const { label: sentiment, score, confidence, reasons } = tagged;
  const held_for: EngineHold[] = [];
  if (isUncertain(confidence, reasons)) held_for.push('uncertain');
  if (contradicts(tagged, ratingPercent)) held_for.push('contradiction');
  return { sentiment, score, confidence, reasons, held_for };
}

/** Where a new verbatim stands: nothing that is held is ever approved by a machine. */
export function firstStatus(reading: Reading, sourceApprovesItself: boolean): Status {
  return sourceApprovesItself && reading.held_for.length === 0 ? 'approved' : 'held';
}

/** A word this faint ("attente") is no opinion by itself. */
const FAINT = 0.6;

/** Opinion words pull both ways. A text without any is a plain statement, and neutral without a doubt. */
function isUncertain(confidence: number, reasons: Reason[]): boolean {
  return confidence < CONFIDENCE_FLOOR && reasons.some(({ weight }) => Math.abs(weight) >= FAINT);
}
