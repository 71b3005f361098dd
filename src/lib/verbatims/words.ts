import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import type { Sentiment } from './list';
import { daysBetween } from './period';
import type { TreeLine } from './teams';
import type { HoldReason, Status } from './verbatim';

const CHANNEL_NAMES: Record<string, () => string> = {
  google: m.channel_google,
  survey: m.channel_survey,
  email: m.channel_email,
  phone: m.channel_phone,
  chat: m.channel_chat,
  social: m.channel_social,
  store: m.channel_store
};

/** The channels that have a name of their own, by which one may filter. */
export const CHANNELS = Object.keys(CHANNEL_NAMES);

/** What a channel is called; a company's own channels are called by their slug. */
export function channelName(slug: string): string {
  return Object.hasOwn(CHANNEL_NAMES, slug) ? (CHANNEL_NAMES[slug] as () => string)() : slug;
}

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

/** Confidence is how often such a reading is right: nine times in ten, or seven. */
const SURE = 0.9;
const FAIRLY_SURE = 0.7;

/**
 * How far a sentiment is to be trusted, in words.
 *
 * @param confidence [0, 1]; 1 is a person's word, which no engine reaches
 * @param decided how many words decided; a text without any is a plain statement, whatever its confidence
 */
export function confidenceName(confidence: number, decided: number): string {
  if (confidence === 1) return m.verbatims_confidence_person();
  if (decided === 0) return m.verbatims_confidence_plain();
  if (confidence >= SURE) return m.verbatims_confidence_sure();
  return confidence >= FAIRLY_SURE ? m.verbatims_confidence_fair() : m.verbatims_confidence_check();
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
