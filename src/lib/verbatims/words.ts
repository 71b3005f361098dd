import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import { CONFIDENCE_FLOOR } from '$lib/sentiment/sentiment';
import type { Decider, DecidingWord } from './deciding';
import type { Sentiment } from './list';
import { daysBetween } from './period';
import type { TreeLine } from './teams';
import type { HoldReason, Status } from './verbatim';

export { CHANNELS, channelName } from './channel';

export const SENTIMENT_NAMES: Record<Sentiment, () => string> = {
  positive: m.sentiment_positive,
  neutral: m.sentiment_neutral,
  negative: m.sentiment_negative
};

export const STATUS_NAMES: Record<Status, () => string> = {
  received: m.status_received,
  held: m.status_held,
  approved: m.status_approved,
  hidden: m.status_hidden,
  erased: m.status_erased
};

const HOLD_NAMES: Record<HoldReason, () => string> = {
  personal_data: m.hold_personal_data,
  insult: m.hold_insult,
  health: m.hold_health,
  named_in_negative: m.hold_named_in_negative,
  uncertain: m.hold_uncertain,
  contradiction: m.hold_contradiction
};

/** Why a person looks; reasons of another tool are shown as they are. */
export function holdName(reason: string): string {
  return Object.hasOwn(HOLD_NAMES, reason) ? HOLD_NAMES[reason as HoldReason]() : reason;
}

/**
 * Confidence is how often a reading this sure is right (`sentiment.ts`): from nine times in ten it is very sure, from three
 * in four fairly so; under one in two nothing is read at all.
 */
const VERY_SURE = 0.9;
const FAIRLY_SURE = 0.75;

const TRUST = {
  sure: { name: m.verbatims_confidence_sure, meaning: m.verbatims_meaning_sure },
  fair: { name: m.verbatims_confidence_fair, meaning: m.verbatims_meaning_fair },
  hesitant: { name: m.verbatims_confidence_hesitant, meaning: m.verbatims_meaning_hesitant },
  open: { name: m.verbatims_confidence_open, meaning: m.verbatims_meaning_open }
};

/**
 * How far a sentiment is to be trusted, in two or three words that follow its name: "très sûr".
 *
 * @param confidence [0, 1]
 * @param decider whose word it is; a person's, a rating's and a plain statement are called by that, whatever the confidence
 */
export function confidenceName(confidence: number, decider: Decider): string {
  if (decider === 'person') return m.verbatims_confidence_person();
  if (decider === 'rating') return m.verbatims_confidence_rating();
  return decider === 'none' ? m.verbatims_confidence_plain() : trustIn(confidence).name();
}

/** What that trust amounts to, in a sentence: how often such a reading is right. */
export function confidenceMeaning(confidence: number): string {
  return trustIn(confidence).meaning();
}

function trustIn(confidence: number) {
  if (confidence >= VERY_SURE) return TRUST.sure;
  if (confidence >= FAIRLY_SURE) return TRUST.fair;
  return confidence >= CONFIDENCE_FLOOR ? TRUST.hesitant : TRUST.open;
}

/** The words that decided, as a list in a sentence: "« parfait », « répond » (nié par « pas »)". */
export function listWords(words: readonly DecidingWord[]): string {
  const said = words.map(({ text, negation, learned }) => {
    const word = m.verbatims_why_word({ word: text });
    if (negation)
      return m.verbatims_why_negated({ word, negation: m.verbatims_why_word({ word: negation }) });
    return learned ? m.verbatims_why_learned({ word }) : word;
  });
  return new Intl.ListFormat(getLocale(), { type: 'unit' }).format(said);
}

/** The name of a team among the options of a list, set in as deep as it stands in the tree. */
export function indented({ team, depth }: TreeLine): string {
  return '\u00a0\u00a0'.repeat(depth) + team.name;
}

/** The best mark of a scale: `0-10` -> `10`. */
export function bestOf(scale: string): string {
  return scale.split('-')[1] ?? '';
}

/** How long ago a day was: "aujourd’hui", "hier", "il y a 12 jours", "il y a 3 mois". */
export function dayAgo(day: string, today: string): string {
  const days = daysBetween(day, today);
  for (const { from, unit, length } of AGES) {
    if (Math.abs(days) < from) continue;
    return relative('always').format(-Math.round(days / length), unit);
  }
  return relative('auto').format(-days, 'day');
}

/** From so many days on, a longer unit tells enough; until then the days themselves do. */
const AGES = [
  { from: 700, unit: 'year', length: 365.25 },
  { from: 60, unit: 'month', length: 30.44 },
  { from: 14, unit: 'week', length: 7 }
] as const;

function relative(numeric: 'always' | 'auto'): Intl.RelativeTimeFormat {
  return new Intl.RelativeTimeFormat(getLocale() === 'fr' ? 'fr-FR' : 'en-GB', { numeric });
}
