import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import type { Lever } from './question';

/** A lever as a heading: "Autonomie". */
export const LEVER_NAMES: Record<Lever, () => string> = {
  onboarding: m.lever_onboarding,
  training: m.lever_training,
  culture: m.lever_culture,
  autonomy: m.lever_autonomy,
  quality_of_work_life: m.lever_quality_of_work_life,
  tools: m.lever_tools
};

/** A lever within a sentence: "l’autonomie". */
export const LEVERS_IN_WORDS: Record<Lever, () => string> = {
  onboarding: m.lever_the_onboarding,
  training: m.lever_the_training,
  culture: m.lever_the_culture,
  autonomy: m.lever_the_autonomy,
  quality_of_work_life: m.lever_the_quality_of_work_life,
  tools: m.lever_the_tools
};

/** What the answers of the agreement scale say, from the lowest. */
export const AGREEMENT_NAMES = [
  m.answer_agreement_1,
  m.answer_agreement_2,
  m.answer_agreement_3,
  m.answer_agreement_4,
  m.answer_agreement_5
];

/** "l’autonomie, la formation et les outils" */
export function listed(words: string[]): string {
  return new Intl.ListFormat(TAGS[getLocale()], { type: 'conjunction' }).format(words);
}

/**
 * The months of some days, as a sentence says when: "en mars 2026", "entre janvier et mars 2026". The year goes
 * without saying where it is that of `beside`.
 *
 * @param days YYYY-MM-DD, the first and the last
 * @param beside YYYY-MM-DD
 */
export function monthsInWords([first, last]: readonly [string, string], beside: string): string {
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  const year = (day: string) => (day.slice(0, 4) === beside.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`);
  if (first.slice(0, 7) === last.slice(0, 7))
    return m.pulse_in_month({ month: monthName(last) + year(last) });
  return m.pulse_between_months({
    first: monthName(first) + (sameYear ? '' : year(first)),
    last: monthName(last) + year(last)
  });
}

const TAGS = { fr: 'fr-FR', en: 'en-GB' };

function monthName(day: string): string {
  return new Intl.DateTimeFormat(TAGS[getLocale()], { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`)
  );
}
