import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import { ageInWords, type Age } from './age';
import type { Period, Sentiment } from './card';
import { ZONE } from './period';

/** The locale of figures and dates; English ones are those of Europe, where the companies are. */
export function formatLocale(): string {
  return getLocale() === 'fr' ? 'fr-FR' : 'en-GB';
}

export const PERIOD_NAMES: Record<Period, () => string> = {
  today: m.wall_period_today,
  week: m.wall_period_week,
  month: m.wall_period_month,
  year: m.wall_period_year
};

export const SHARE_NAMES: Record<Sentiment, (given: { percent: string }) => string> = {
  positive: m.wall_positive,
  neutral: m.wall_neutral,
  negative: m.wall_negative
};

/** "il y a 3 h", "hier"; and "à l’instant", "il y a un an", which no formatter says like a person. */
export function agoInWords(age: Age): string {
  if (age.unit === 'second') return m.wall_just_now();
  return age.unit === 'year' && age.value === 1 ? m.wall_a_year_ago() : ageInWords(age, formatLocale());
}

/** By the clock of the room the screen hangs in; by the company's while the server paints. */
export function timeOfDay(milliseconds: number): string {
  const timeZone = typeof window === 'undefined' ? ZONE : undefined;
  return new Intl.DateTimeFormat(formatLocale(), { hour: '2-digit', minute: '2-digit', timeZone }).format(
    milliseconds
  );
}

export function percent(whole: number): string {
  return new Intl.NumberFormat(formatLocale(), { style: 'percent' }).format(whole / 100);
}

export function count(n: number): string {
  return new Intl.NumberFormat(formatLocale()).format(n);
}
