/** Of an answer: what was done is said in a sentence or two. */
export const LONGEST_ANSWER = 280;

const NARROW_SPACE = '\u202f';
const MARKS: Record<string, [string, string]> = {
  fr: ['«' + NARROW_SPACE, NARROW_SPACE + '»'],
  en: ['“', '”'],
  de: ['„', '“'],
  es: ['«', '»'],
  it: ['«', '»'],
  pt: ['«', '»'],
  ar: ['«', '»']
};

/** The quotation marks of the text's own language, else of the reader's. */
export function marksOf(language: string, locale: string): [string, string] {
  return MARKS[language] ?? MARKS[locale] ?? ['“', '”'];
}

/**
 * The text on one line, cut at the end of a sentence, else between words, else anywhere, when it is too long.
 *
 * @param most characters, the mark of the cut not counted
 */
export function excerpt(text: string, most: number): { text: string; cut: boolean } {
  const whole = text.replace(/\s*\n\s*/g, ' ').trim();
  const characters = Array.from(whole);
  if (characters.length <= most) return { text: whole, cut: false };
  const room = characters.slice(0, most + 1).join('');
  const sentence = /^.*[.!?…]["”»)]?(?=\s)/su.exec(room)?.[0] ?? '';
  if (sentence.length > room.length / 3) return { text: sentence, cut: true };
  const words = /^.*\S(?=\s)/su.exec(room)?.[0] ?? '';
  if (words.length > room.length / 3) return { text: words, cut: true };
  return { text: characters.slice(0, most).join(''), cut: true };
}

/** Which way a text runs: as its first letter does. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = /[\p{L}\u0590-\u08ff]/u.exec(text);
  return first && RIGHT_TO_LEFT.test(first[0]) ? 'rtl' : 'ltr';
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Whether its letters reach higher and lower than those of Latin, as Arabic ones do. */
export function isTall(text: string): boolean {
  return /[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/.test(text);
}

/** Sizes of a quotation, in hundredths of the screen's shorter side, from the largest; each for so many characters. */
const SIZES = [
  [12, 26],
  [10, 60],
  [8.6, 110],
  [7.6, 180],
  [6.8, 280],
  [6.1, 480],
  [5.4, 640],
  [4.7, 900],
  [4.1, 1300]
] as const;

/**
 * The sizes to try for that much text, from the largest, in CSS pixels: down to the one that is read with ease from
 * where people sit, never below.
 *
 * @param characters of the quotation and of the answer below it
 * @param largest in hundredths of the shorter side
 */
export function sizesFor(
  characters: number,
  { u, ease }: { u: number; ease: number },
  largest = Infinity
): number[] {
  return SIZES.filter(([size, most]) => characters <= most && size <= largest && size * u > ease)
    .map(([size]) => size * u)
    .concat(ease);
}
