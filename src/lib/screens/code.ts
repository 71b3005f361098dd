/** Digits and capitals that nobody takes for another across a room: no 0 O, 1 I. A code has some 30 bits. */
export const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const LENGTH = 6;

/** A code from random numbers of 0 to 255. 32 characters divide them evenly. */
export function codeFrom(bytes: ArrayLike<number>): string {
  return Array.from({ length: LENGTH }, (_, i) => ALPHABET[(bytes[i] ?? 0) % ALPHABET.length]).join('');
}

/** `ABCDEF` as a screen shows it: `ABC-DEF`. */
export function shownCode(code: string): string {
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/** The code that somebody typed, in any case and with anything between its characters; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return code.length === LENGTH && [...code].every((each) => ALPHABET.includes(each)) ? code : null;
}
