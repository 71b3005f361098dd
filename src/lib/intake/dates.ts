import { fold } from './fold';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** A serial of Excel counts the days from here (its 1900 system); 25569 is 1 January 1970. */
const EXCEL_DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;

const LONGEST = 60;
const TIME =
  /(?:[T\s]|,\s*|\s+(?:à|at|-)\s+)\d{1,2}\s?[h:]\s?(?:\d{2})?(?::\d{2})?(?:[.,]\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT)?(?:\s?[+-]\d{2}:?\d{2})?$/i;
const NUMERIC = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;
const WEEKDAY =
  /^(?:lun|mar|mer|jeu|ven|sam|dim|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?) (?=\p{L}|\d{1,2}\p{L}{0,2} \p{L})/u;
// prettier-ignore
const MONTHS = [
  ['janvier', 'january'], ['fevrier', 'february'], ['mars', 'march'], ['avril', 'april'], ['mai', 'may'],
  ['juin', 'june'], ['juillet', 'july'], ['aout', 'august'], ['septembre', 'september'],
  ['octobre', 'october'], ['novembre', 'november'], ['decembre', 'december']
];

/**
 * The day a cell names, as YYYY-MM-DD, or null when it names none between 1970 and 2100. Reads 12/03/2025,
 * 1/2/25, 2025-03-12 (with a time, which is dropped as written: no shift between time zones), 12 mars 2025,
 * March 12, 2025, 20250312 and the serials of Excel (45728). `order` decides between day and month; a date
 * that is impossible in that order is null, never turned round.
 */
export function parseDate(raw: string, order: DateOrder = 'dmy'): string | null {
  const text = raw.trim();
  if (SERIAL.test(text)) return fromSerial(Number(text.replace(',', '.')));
  const day = withoutTime(text);
  const compact = COMPACT.exec(day);
  if (compact) return toDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const numeric = NUMERIC.exec(day);
  if (numeric) return fromNumbers(numeric, order);
  return fromWords(fold(day));
}

/**
 * The order that reads most of these dates; day first when it does not matter. Null when none are numeric
 * dates.
 */
export function guessDateOrder(values: string[]): DateOrder | null {
  const numeric = values.map(withoutTime).filter((day) => NUMERIC.test(day));
  if (numeric.length === 0) return null;
  if (numeric.filter((day) => /^\d{4}/.test(day)).length * 2 > numeric.length) return 'ymd';
  const read = (order: DateOrder) => numeric.filter((day) => parseDate(day, order)).length;
  const best = Math.max(read('dmy'), read('mdy'), read('ymd'));
  return (['dmy', 'mdy', 'ymd'] as const).find((order) => read(order) === best)!;
}

/** Whether a cell can only be a date: a bare number could be a postcode, 3.4.12 the version of an app. */
export function isWrittenDate(raw: string): boolean {
  const order = guessDateOrder([raw]);
  if (order && !/\d{4}|\//.test(raw)) return false;
  return (order !== null || /\p{L}/u.test(raw)) && parseDate(raw, order ?? 'dmy') !== null;
}

function withoutTime(raw: string): string {
  const text = raw.trim();
  return text.length > LONGEST ? '' : text.replace(TIME, '').trim();
}

function fromSerial(serial: number): string | null {
  const date = new Date(EXCEL_DAY_ZERO + Math.floor(serial) * DAY);
  return toDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function fromNumbers([, a, , b, c]: RegExpExecArray, order: DateOrder): string | null {
  const [first, second, third] = [Number(a), Number(b), Number(c)];
  if (a!.length === 4) return c!.length <= 2 ? toDate(first, second, third) : null;
  if (a!.length === 3 || (c!.length !== 2 && c!.length !== 4)) return null;
  if (order === 'ymd' && c!.length === 2) return toDate(fullYear(first), second, third);
  if (order === 'ymd') return null;
  const year = c!.length === 2 ? fullYear(third) : third;
  return order === 'mdy' ? toDate(year, first, second) : toDate(year, second, first);
}

function fromWords(text: string): string | null {
  const words = text.replace(WEEKDAY, '');
  const dayFirst = /^(\d{1,2})(?:er|st|nd|rd|th)? (?:of )?(\p{L}{3,}) (\d{4}|\d{2})$/u.exec(words);
  if (dayFirst) return fromMonth(dayFirst[1]!, dayFirst[2]!, dayFirst[3]!);
  const monthFirst = /^(\p{L}{3,}) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/u.exec(words);
  return monthFirst ? fromMonth(monthFirst[2]!, monthFirst[1]!, monthFirst[3]!) : null;
}

function fromMonth(day: string, name: string, year: string): string | null {
  const matches = MONTHS.flatMap((names, i) => (names.some((full) => full.startsWith(name)) ? [i + 1] : []));
  if (matches.length !== 1) return null;
  return toDate(year.length === 2 ? fullYear(Number(year)) : Number(year), matches[0]!, Number(day));
}

/** 69 is 2069 and 70 is 1970, as POSIX reads two digits, near enough. */
function fullYear(year: number): number {
  return year < 70 ? 2000 + year : 1900 + year;
}

function toDate(year: number, month: number, day: number): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
