import { getLocale } from './paraglide/runtime';

/** Days and months in British order: the English of a European company. */
const TAGS = { fr: 'fr-FR', en: 'en-GB' };

/** How each locale separates the cells and the decimals of a file that its spreadsheets open. */
const SPREADSHEETS = {
  fr: { cells: ';', decimals: ',' },
  en: { cells: ',', decimals: '.' }
};

/** Calendar days are written YYYY-MM-DD everywhere; read as UTC they stay the same day in every time zone. */
const CALENDAR = { timeZone: 'UTC' } as const;

/** 12345 -> "12 345" */
export function integer(value: number): string {
  return number(value, { maximumFractionDigits: 0 });
}

/** 4.267 -> "4,3" */
export function decimal(value: number, digits = 1): string {
  return number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** 0.624 -> "62 %" */
export function percent(share: number): string {
  return number(share, { style: 'percent', maximumFractionDigits: 0 });
}

/** 0.57 and 0.66 -> "57–66 %" */
export function percentRange(low: number, high: number): string {
  return `${integer(100 * low)}–${percent(high)}`;
}

/** 25 -> "+25", -5 -> "−5", 0 -> "0" */
export function signed(value: number): string {
  return number(value, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
}

/** "2026-08-25", "2026-11-22" -> "25 août – 22 nov. 2026" */
export function dateRange(from: string, to: string): string {
  return firstOfMonth(
    dates({ day: 'numeric', month: 'short', year: 'numeric' }).formatRange(at(from), at(to))
  );
}

/** "2026-08-25" -> "25 août" */
export function shortDay(day: string): string {
  return firstOfMonth(dates({ day: 'numeric', month: 'short' }).format(at(day)));
}

/** "2026-08-25" -> "mardi 25 août 2026" */
export function longDay(day: string): string {
  return firstOfMonth(
    dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at(day))
  );
}

/** "2026-08-25" -> "août 2026" */
export function month(day: string): string {
  return dates({ month: 'short', year: 'numeric' }).format(at(day));
}

/** "2026-08-25" -> "août" */
export function monthOnly(day: string): string {
  return dates({ month: 'short' }).format(at(day));
}

/** How long ago a moment was, in words: "il y a 2 heures", "hier". */
export function ago(moment: string | Date, now = new Date()): string {
  const seconds = (new Date(moment).getTime() - now.getTime()) / 1000;
  const words = new Intl.RelativeTimeFormat(TAGS[getLocale()], { numeric: 'auto' });
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return words.format(Math.round(seconds / length), unit);
  }
  return words.format(0, 'second');
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * 86400],
  ['month', 30.44 * 86400],
  ['week', 7 * 86400],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60]
];

/** How the reader's spreadsheet expects a file of cells. */
export function spreadsheet(): { cells: string; decimals: string } {
  return SPREADSHEETS[getLocale()];
}

function at(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function number(value: number, options: Intl.NumberFormatOptions): string {
  // -0.4 rounds to a zero that keeps its sign, a minus is not a hyphen, and the no-break space before % is narrow.
  return kept(numbers, options, (tag) => new Intl.NumberFormat(tag, options))
    .format(value)
    .replace(/^-(?=0(?![.,\d]))/, '')
    .replace('-', '−')
    .replaceAll('\u00a0', '\u202f');
}

function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(calendars, options, (tag) => new Intl.DateTimeFormat(tag, { ...CALENDAR, ...options }));
}

/** Formats are dear to make and cheap to use: a page of tables writes hundreds of numbers with a handful of them. */
function kept<Format>(formats: Map<string, Format>, options: object, make: (tag: string) => Format): Format {
  const tag = TAGS[getLocale()];
  const key = tag + JSON.stringify(options);
  const format = formats.get(key) ?? make(tag);
  formats.set(key, format);
  return format;
}

const numbers = new Map<string, Intl.NumberFormat>();
const calendars = new Map<string, Intl.DateTimeFormat>();

/** French alone says the first of a month with an ordinal, and Intl does not know it. */
function firstOfMonth(text: string): string {
  return getLocale() === 'fr' ? text.replace(/(?<!\d)1(?=–| \p{L})/gu, '1er') : text;
}
