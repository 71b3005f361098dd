/**
 * How values leave the database, by type number, so that they read as PostgREST writes them:
 * timestamps as ISO 8601 with `T` and a full offset, numerics as numbers.
 */
export const PARSERS: Record<number, (value: string) => unknown> = {
  1114: (value) => value.replace(' ', 'T'),
  1184: isoTimestamp,
  1700: Number
};

/** `2026-03-01 09:30:00.5+00` -> `2026-03-01T09:30:00.5+00:00`. */
function isoTimestamp(value: string): string {
  return value.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00');
}
