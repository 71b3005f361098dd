import { redact, type HoldReason as RedactionHold } from '$lib/redaction/redaction';
import { CONFIDENCE_FLOOR, tag, type Language, type Reason, type Sentiment } from '$lib/sentiment/sentiment';
import { detectLanguage } from '$lib/sentiment/language';
import { contradicts, withRating } from '$lib/sentiment/rating';

export type Status = 'received' | 'held' | 'approved' | 'hidden' | 'erased';

/** Why a person looks at a verbatim before anybody else does. */
export type HoldReason = RedactionHold | 'named_in_negative' | 'uncertain' | 'contradiction';

/** What the engines say of one text: ready to be stored, and approved or held. */
export interface Reading {
  /** Without personal data. */
  text: string;
  language: Language;
  sentiment: Sentiment['label'];
  /** [-1, 1] */
  score: number;
  /** [0, 1] */
  confidence: number;
  /** The words that decided, as slices of `text`. */
  reasons: Reason[];
  held_for: HoldReason[];
}

/**
 * Reads one customer text: detects its language, takes personal data out, tags what remains, and says what holds it.
 * Pure: the same text and rating always read the same.
 *
 * @param original as the customer wrote it
 * @param ratingPercent the rating that came with it, mapped to 0-100, or null
 */
export function read(original: string, ratingPercent: number | null): Reading {
  const language = detectLanguage(original);
  const redacted = redact(original, language);
  const tagged = withRating(tag(redacted.text, language), ratingPercent);
  const { label, score, confidence, reasons } = tagged;
  const held_for: HoldReason[] = [...redacted.held];
  if (label === 'negative' && redacted.redactions.some(({ kind }) => kind === 'name'))
    held_for.push('named_in_negative');
  if (isUncertain(confidence, reasons)) held_for.push('uncertain');
  if (contradicts(tagged, ratingPercent)) held_for.push('contradiction');
  return { text: redacted.text, language, sentiment: label, score, confidence, reasons, held_for };
}

/** Where a new verbatim stands: nothing that is held is ever approved by a machine. */
export function firstStatus(reading: Reading, sourceApprovesItself: boolean): Status {
  return sourceApprovesItself && reading.held_for.length === 0 ? 'approved' : 'held';
}

/** Opinion words pull both ways. A text without any is a plain statement, and neutral without a doubt. */
function isUncertain(confidence: number, reasons: Reason[]): boolean {
  return reasons.length > 0 && confidence < CONFIDENCE_FLOOR;
}
