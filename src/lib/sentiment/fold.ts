/**
 * What one character of a text is worth to the engine: the plain lower-case letter or digit it is read as, so that
 * `É`, `é` and `e` are one, or that it is none.
 */

/** Not part of a word. */
export const NOTHING = 0;
/** An accent that stands by itself, or a soft hyphen: it belongs to the word and says nothing. */
export const SILENT = 1;
/** The last of the digits: letters have higher codes. */
export const NINE = 57;
/** Set in a letter written as a capital. */
export const CAPITAL = 0x8000;

/** Letters that are read as two, by code. */
const LIGATURES = new Map(
  [...'œŒæÆßﬁﬂ'].map((letter) => [letter.charCodeAt(0), letter.normalize('NFKC').toLowerCase()] as const)
);
for (const [letter, pair] of Object.entries({ œ: 'oe', Œ: 'oe', æ: 'ae', Æ: 'ae', ß: 'ss' }))
  LIGATURES.set(letter.charCodeAt(0), pair);

/** Latin letters, which nearly every text is made of; the others are worked out as they come. */
const TABLED = 0x250;
const table = Uint16Array.from({ length: TABLED }, (_, code) => valueOf(code));

/** The folded code of a UTF-16 code unit, `CAPITAL` set where it was one, or `NOTHING` or `SILENT`. */
export function foldCode(code: number): number {
  return code < TABLED ? table[code]! : valueOf(code);
}

/** The two letters that one is read as, or undefined for a plain one. */
export function ligatureOf(code: number): string | undefined {
  return code < 0xdf ? undefined : LIGATURES.get(code);
}

function valueOf(code: number): number {
  if (code === 0xad || (code >= 0x300 && code <= 0x36f)) return SILENT;
  const letter = String.fromCharCode(code);
  if (!/[\p{L}\p{N}]/u.test(letter)) return NOTHING;
  const lower = letter.toLowerCase();
  const folded = lower.normalize('NFD').charCodeAt(0) & ~CAPITAL;
  return lower === letter ? folded : folded | CAPITAL;
}

/** The byte a folded code is kept as: itself for plain letters, one above 127 for the other scripts. */
export function byteOf(code: number): number {
  return code < 128 ? code : (code & 127) | 128;
}

/** FNV-1a, 32 bits, of the bytes in [from, to). */
export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = OFFSET_BASIS;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, PRIME);
  return hash;
}

/** The same with each double letter as one. */
export function hashSingle(bytes: Uint8Array, from: number, to: number): number {
  let hash = OFFSET_BASIS;
  for (let i = from; i < to; i++)
    if (i === from || bytes[i] !== bytes[i - 1]) hash = Math.imul(hash ^ bytes[i]!, PRIME);
  return hash;
}

/** The hash of a word that is folded already. */
export function hashOf(folded: string): number {
  return hashBytes(
    Uint8Array.from(folded, (letter) => byteOf(letter.charCodeAt(0))),
    0,
    folded.length
  );
}

const OFFSET_BASIS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
