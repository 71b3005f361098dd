import { daysBetween } from './card';

export interface Age {
  value: number;
  unit: 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';
  /** What `datetime` and the full date are made of: an instant, or a day when only the day is known. */
  since: { instant: string } | { day: string };
}

/**
 * How long ago a verbatim was said; received, where nobody knows when it was said.
 *
 * The hour counts only where it is the customer's own: a text that arrives days after it was said has a day, no hour.
 *
 * @param now milliseconds since 1970
 */
export function ageOf(card: { day: string; said_on: string | null; received_at: string }, now: number): Age {
  const received = new Date(card.received_at);
  const today = calendarDay(new Date(now));
  if (card.said_on === null || card.said_on === calendarDay(received)) {
    const since = { instant: received.toISOString() };
    const days = daysBetween(calendarDay(received), today);
    if (days >= 1) return { ...inDays(days), since };
    const minutes = Math.max(0, Math.floor((now - received.getTime()) / 60_000));
    if (minutes < 1) return { value: 0, unit: 'second', since };
    return minutes < 60
      ? { value: minutes, unit: 'minute', since }
      : { value: Math.floor(minutes / 60), unit: 'hour', since };
  }
  return { ...inDays(Math.max(0, daysBetween(card.day, today))), since: { day: card.day } };
}

/** Eleven and a half months are "a year ago" to anybody. */
function inDays(days: number): Pick<Age, 'value' | 'unit'> {
  if (days < 31) return { value: days, unit: 'day' };
  if (days < 345) return { value: Math.max(1, Math.round(days / 30.44)), unit: 'month' };
  return { value: Math.max(1, Math.round(days / 365.25)), unit: 'year' };
}

/** The exact date in words, with the time where it is known. */
export function exactly({ since }: Age, locale: string): string {
  if ('day' in since)
    return new Intl.DateTimeFormat(locale, { ...DATE, timeZone: 'UTC' }).format(new Date(since.day));
  return new Intl.DateTimeFormat(locale, { ...DATE, hour: '2-digit', minute: '2-digit' }).format(
    new Date(since.instant)
  );
}

/** In parts, because engines of TVs know no styles of dates. */
const DATE = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

function calendarDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
