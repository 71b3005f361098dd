import type { Reading } from './engine';
import { featuresOf, type Features } from './learned/features';
import { weightIn, type Model } from './learned/model';
import { Kind } from './scan';
import type { Label, Reason } from './sentiment';

/** The learned layer names no more words than a reader takes in. */
const MOST_LEARNED = 3;

/** A learned word weaker than this, or than this share of the strongest, explains nothing. */
const LEAST_LEARNED = 0.15;
const LEAST_SHARE = 0.4;

/**
 * The words that decided: the evidence of the rules, and where it does not lead to the label, the words that did by what
 * was learned.
 *
 * @param features of the text, null when only the rules were asked
 */
export function reasonsOf(reading: Reading, label: Label, model: Model, features: Features | null): Reason[] {
  const { evidence, praise, blame } = reading.opinion;
  const reasons = evidence.map(({ unit, weight, negator }) => {
    const { start, end } = unit;
    const negated = negator !== null || (unit.word.final && unit.kind === Kind.word);
    const reason: Reason = {
      text: reading.text.slice(start, end),
      start,
      end,
      weight: rounded(weight),
      negated
    };
    if (negator) reason.negation = { start: negator.start, end: negator.end };
    return reason;
  });
  const led = label === 'neutral' || (label === 'positive' ? praise > blame : blame > praise);
  if (led || features === null) return reasons;
  return [...reasons, ...learnedReasons(reading, label, model)].sort((a, b) => a.start - b.start);
}

/** The words that speak loudest for the label by what was learned, each with the characters it is made of. */
function learnedReasons(reading: Reading, label: Label, model: Model): Reason[] {
  const { text, scan, opinion } = reading;
  const sign = label === 'positive' ? 1 : -1;
  const known = new Set(opinion.evidence.map(({ unit }) => unit.start));
  const pulls = scan.tokens
    .filter(({ kind, start }) => kind <= Kind.emoji && !known.has(start))
    .map((token) => ({ token, weight: sign * pullOf(reading, token, model) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_LEARNED);
  const strongest = pulls[0]?.weight ?? 0;
  return pulls
    .filter(({ weight }) => weight >= Math.max(LEAST_LEARNED, strongest * LEAST_SHARE))
    .map(({ token: { start, end }, weight }) => ({
      text: text.slice(start, end),
      start,
      end,
      weight: rounded(sign * weight),
      negated: false,
      by: 'learned' as const
    }));
}

/** What one word would weigh if the text were it alone. */
function pullOf({ scan }: Reading, token: Reading['scan']['tokens'][number], model: Model): number {
  const bytes = scan.bytes.subarray(token.at, token.at + token.length + 2);
  const { buckets, words, length } = featuresOf({ tokens: [token], bytes, length: bytes.length });
  let sum = 0;
  for (let i = 0; i < length; i++)
    if (i !== 1) sum += weightIn(model.weights, buckets[i]!) / Math.sqrt(i < words ? 1 : length - words);
  return model.level * sum;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 || 0;
}
