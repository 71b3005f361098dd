import { addDays, daysBetween } from '$lib/verbatims/period';

/**
 * Waves open and close, and messages leave, at nine in the morning where the company works: people are at work or about
 * to be, and nobody is written to at night.
 */
const OPENING_HOUR = 9;

/** Nine in the morning of a day. @param zone an IANA name, such as Europe/Paris */
export function morningOf(day: string, zone: string): Date {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + OPENING_HOUR * 3_600_000;
  // The second step corrects the first where clocks change in between.
  const near = asIfUtc - offsetOf(asIfUtc, zone);
  return new Date(asIfUtc - offsetOf(near, zone));
}

/** The day of the calendar, YYYY-MM-DD, that a moment belongs to in a time zone. */
export function dayIn(zone: string, moment: Date | string): string {
  return new Date(wallClock(new Date(moment).getTime(), zone)).toISOString().slice(0, 10);
}

/** A wave's first moment and the one at which it is over. */
export interface Span {
  opens_at: string;
  closes_at: string;
}

/** A wave that opens on a morning and is open for so many days. */
export function spanOf(day: string, openDays: number, zone: string): Span {
  return {
    opens_at: morningOf(day, zone).toISOString(),
    closes_at: morningOf(addDays(day, openDays), zone).toISOString()
  };
}

/** The same wave, were it opened at this moment: it stays open for as many days. */
export function openedNow(span: Span, zone: string, now: Date): Span {
  const days = daysBetween(dayIn(zone, span.opens_at), dayIn(zone, span.closes_at));
  const { closes_at } = spanOf(dayIn(zone, now), Math.max(1, days), zone);
  return { opens_at: now.toISOString(), closes_at };
}

/** When those who have not answered are reminded: the first morning in the second half; null when the end comes first. */
export function reminderOf(span: Span, zone: string): Date | null {
  const [opens, closes] = [Date.parse(span.opens_at), Date.parse(span.closes_at)];
  const half = opens + (closes - opens) / 2;
  const day = dayIn(zone, new Date(half));
  const morning = morningOf(day, zone);
  const first = morning.getTime() >= half ? morning : morningOf(addDays(day, 1), zone);
  return first.getTime() < closes ? first : null;
}

function offsetOf(moment: number, zone: string): number {
  return wallClock(moment, zone) - moment;
}

/** What the clocks of a zone show at a moment, read as if it were UTC, in milliseconds. */
function wallClock(moment: number, zone: string): number {
  const parts = formatOf(zone).formatToParts(moment);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const milliseconds = ((moment % 1000) + 1000) % 1000;
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) +
    milliseconds
  );
}

/** Dear to make, and asked for at every row of a calendar. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric'
    });
  formats.set(zone, format);
  return format;
}
const formats = new Map<string, Intl.DateTimeFormat>();
