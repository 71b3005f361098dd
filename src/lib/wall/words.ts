import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import type { Age } from './age';
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

/** The same where there is little room. */
export const SHORT_PERIOD_NAMES: Record<Period, () => string> = {
  today: m.wall_period_short_today,
  week: m.wall_period_short_week,
  month: m.wall_period_short_month,
  year: m.wall_period_short_year
};

export const SHARE_NAMES: Record<Sentiment, (given: { percent: string }) => string> = {
  positive: m.wall_positive,
  neutral: m.wall_neutral,
  negative: m.wall_negative
};

/** "il y a 3 h", "hier", "il y a 2 mois": in our own words, because engines of TVs have none. */
export function agoInWords({ value, unit }: Age): string {
  if (unit === 'second') return m.wall_just_now();
  if (unit === 'day' && value < 2) return value === 0 ? m.wall_today() : m.wall_yesterday();
  if (unit === 'month' && value === 1) return m.wall_a_month_ago();
  if (unit === 'year' && value === 1) return m.wall_a_year_ago();
  return AGO[unit]({ count: value });
}

const AGO = {
  minute: m.wall_minutes_ago,
  hour: m.wall_hours_ago,
  day: m.wall_days_ago,
  month: m.wall_months_ago,
  year: m.wall_years_ago
};

/** By the clock of the room the screen hangs in; by the company's while the server paints. */
export function timeOfDay(milliseconds: number): string {
  return clock().format(milliseconds);
}

/** The same with the day, where it was not today. */
export function momentInWords(milliseconds: number, now: number): string {
  if (new Date(milliseconds).toDateString() === new Date(now).toDateString()) return timeOfDay(milliseconds);
  return clock({ weekday: 'long', day: 'numeric', month: 'long' }).format(milliseconds);
}

function clock(day: Intl.DateTimeFormatOptions = {}): Intl.DateTimeFormat {
  const timeZone = typeof window === 'undefined' ? ZONE : undefined;
  return new Intl.DateTimeFormat(formatLocale(), { ...day, hour: '2-digit', minute: '2-digit', timeZone });
}

/** 62 -> "62 %", with the narrow space of French. */
export function percent(whole: number): string {
  return narrow(new Intl.NumberFormat(formatLocale(), { style: 'percent' }).format(whole / 100));
}

/** 1234.4 -> "1 234", -5 -> "−5" */
export function count(n: number): string {
  // -0.4 rounds to a zero that keeps its sign, and a minus is not a hyphen.
  const whole = Math.round(n) || 0;
  return narrow(new Intl.NumberFormat(formatLocale()).format(whole)).replace('-', '−');
}

/** 25 -> "+25", -5 -> "−5", 0 -> "0": engines of TVs do not know when to sign. */
export function signed(n: number): string {
  return Math.round(n) > 0 ? `+${count(n)}` : count(n);
}

function narrow(text: string): string {
  return text.replace(/\u00a0/g, '\u202f');
}
