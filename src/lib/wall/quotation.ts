/** A full card at five metres; what is longer is cut at the end of a sentence. */
export const LONGEST = 470;
/** The same for a text that shares its card with an answer, and for the answer. */
export const LONGEST_ANSWERED = 340;
export const LONGEST_ANSWER = 180;

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
export function excerpt(text: string, most = LONGEST): { text: string; cut: boolean } {
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

/** Sizes of a quotation, in hundredths of the screen's shorter side, from the largest. */
export const SIZES = [12, 10, 8.6, 7.6, 6.6, 6.1, 5.5, 4.9, 4.3, 3.8, 3.4] as const;

/**
 * The size to try first for that much text: 6.1 % is what people read at five metres from a 55-inch screen.
 *
 * @param characters of the quotation and of the answer below it
 */
export function sizeFor(characters: number): number {
  const step = [26, 60, 110, 180, 280, 480, 560].findIndex((most) => characters <= most);
  return SIZES[step === -1 ? 7 : step] as number;
}
