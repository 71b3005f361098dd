import { month, monthOnly } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { addMonths, firstDay, monthsBetween, type Grain, type Month, type Span } from './month';

/** "juin – nov. 2026", "nov. 2025 – oct. 2026", "nov. 2026" */
export function spanText({ since, until }: Span): string {
  if (since === until) return monthText(until);
  const first = since.slice(0, 4) === until.slice(0, 4) ? monthOnly(firstDay(since)) : monthText(since);
  return `${first} – ${monthText(until)}`;
}

/** "nov. 2026" */
export function monthText(each: Month): string {
  return month(firstDay(each));
}

/** A month or a quarter of the calendar: "nov. 2026", "T4 2026" */
export function spanName({ since }: Span, grain: Grain): string {
  if (grain === 'month') return monthText(since);
  return m.symmetry_quarter({ number: Number(since.slice(5)) / 3 + 2 / 3, year: since.slice(0, 4) });
}

/** The day in the middle of a span, where its figure stands on an axis of time. */
export function middleOf({ since, until }: Span): string {
  const length = monthsBetween(since, until) + 1;
  const middle = addMonths(since, Math.floor(length / 2));
  return length % 2 === 0 ? firstDay(middle) : `${middle}-15`;
}
