const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const HOUR = '(?:[01]?\\d|2[0-3])';
const MINUTE = '[0-5]\\d';

/** 05/06/24 and 05.06.2024 unless more of the same follows, 05 06 2024, 2024-06-05, 8.30-12.30, and 10:30. */
const CALENDAR = new RegExp(
  [
    `(?<!\\d|\\d[./-])${DAY}([./-])${MONTH}\\1(?:(?:19|20)\\d\\d|\\d\\d)(?!\\1?\\d)`,
    `(?<!\\d ?)${DAY} ${MONTH} (?:19|20)\\d\\d(?!\\d)`,
    `(?<!\\d)(?:19|20)\\d\\d-${MONTH}-${DAY}(?!-?\\d)`,
    `(?<!\\d)${HOUR}\\.${MINUTE} ?- ?${HOUR}\\.${MINUTE}(?!\\.?\\d)`,
    `(?<!\\d|\\d:)${HOUR}:${MINUTE}(?::${MINUTE})?(?!:?\\d)`
  ].join('|'),
  'g'
);

/** The text with its dates and hours blotted out at the same length, so that their digits join no number. */
export function withoutCalendar(text: string): string {
  return text.replace(CALENDAR, (written) => '\0'.repeat(written.length));
}
