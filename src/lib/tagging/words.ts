import { dateRange, integer, percent } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import type { Language } from '$lib/sentiment/sentiment';
import type { Estimate } from '$lib/statistics/estimate';

/** "12 nov. 2026" @param day YYYY-MM-DD */
export function dayName(day: string): string {
  return dateRange(day, day);
}

/** A model as a table names it; null is the shipped one. */
export function modelName(id: number | null): string {
  return id === null ? m.tagging_model_shipped() : m.tagging_model_number({ id });
}

/** "Français" */
export function languageName(language: Language): string {
  if (language === 'unknown') return m.tagging_language_unknown();
  const locale = getLocale();
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** "5 640 textes notés" */
export function ratedTexts(count: number): string {
  return m.tagging_rated({ count, text: integer(count) });
}

/** "1 corrigé" */
export function correctedTexts(count: number): string {
  return m.tagging_corrected({ count, text: integer(count) });
}

/** "entre 85 et 89 %" */
export function between({ low, high }: Pick<Estimate, 'low' | 'high'>): string {
  return m.tagging_between({ low: integer(100 * low), high: percent(high) });
}

/** What is known of the choice of a model. */
interface InForce {
  model: number | null;
  /** Days, YYYY-MM-DD: when the model was made, and since when it is chosen. */
  made: string | null;
  since: string | null;
  by: string | null;
  pinned: boolean;
}

/** Which model is in force, who or what chose it, and how long it stays. */
export function inForceSentence({ model, made, since, by, pinned }: InForce): string {
  const name = theModel(model, made);
  const chosen =
    since === null
      ? m.tagging_since_ever()
      : by === null
        ? since === made
          ? m.tagging_since_self_at_once()
          : m.tagging_since_self({ day: dayName(since) })
        : m.tagging_since_person({ name: by, day: dayName(since) });
  const stays = pinned ? m.tagging_pinned() : m.tagging_unpinned();
  return `${m.tagging_in_force({ model: name, since: chosen })} ${stays}`;
}

/** A model within a sentence; null is the shipped one. @param made YYYY-MM-DD, where it is to be told */
export function theModel(id: number | null, made: string | null = null): string {
  if (id === null) return m.tagging_the_shipped();
  return made ? m.tagging_the_number({ id, day: dayName(made) }) : m.tagging_the_number_alone({ id });
}
