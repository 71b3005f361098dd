import { INTER, INTER_BOLD, NEWSREADER } from './letter-widths';
import { lettersIn, placesIn } from './paging';

/**
 * What is not in the tables is drawn in Inter, Noto or as an emoji: no narrower than the mean of their letters. In ems,
 * in the order in which they are looked at.
 */
const OTHERS: [RegExp, number][] = [
  // Makes a key of the digit before it.
  [/\u20e3/, 0.86],
  // Joined to the sign before, or to the one after.
  [/[\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069]|\p{Emoji_Modifier}/u, 0],
  [/[\u0590-\u05ff]/, 0.58],
  [/[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/, 0.5],
  [/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]/, 1],
  [/\p{Extended_Pictographic}/u, 1.27],
  // Two of them are one flag.
  [/\p{Regional_Indicator}/u, 0.64],
  [/×/, 0.68],
  // Signs, arrows and pictures that are no emoji.
  [/[\u2030\u2100-\u2bff]/, 1.1],
  [/\p{Lu}/u, 0.78],
  [/./su, 0.62]
];

export type Face = 'serif' | 'sans' | 'bold';

const FACES: Record<Face, Map<string, number>> = {
  serif: widthsOf(NEWSREADER),
  sans: widthsOf(INTER),
  bold: widthsOf(INTER_BOLD)
};

/**
 * The width of a text on one line, in ems, without a page to measure it on. Kerning, which brings letters closer, is
 * left out.
 *
 * @param tight by how much every letter stands closer to the next, in ems
 */
export function widthOf(text: string, face: Face, tight = 0): number {
  let width = 0;
  let joined = false;
  for (const sign of text.normalize('NFC')) {
    const own = joined ? 0 : widthOfSign(sign, FACES[face]);
    width += own > 0 ? own - tight : 0;
    joined = sign === '\u200d';
  }
  return width;
}

function widthOfSign(sign: string, widths: Map<string, number>): number {
  const plain = sign.normalize('NFD').charAt(0);
  return widths.get(sign) ?? widths.get(plain) ?? OTHERS.find(([kind]) => kind.test(sign))?.[1] ?? 1;
}

/** How many lines a text takes, broken between words, and within those that are wider than a line. */
export class Lines {
  count = 1;
  /** Where lines begin in the text that was put last, the first of them where that text does. */
  starts: number[] = [];
  #filled = 0;
  #isEmpty = true;

  /** @param width of a line, in ems @param tight as of `widthOf` */
  constructor(
    private readonly width: number,
    private readonly tight = 0
  ) {}

  /** A mark that hangs outside before the first letter: a word that is too wide for its line leaves it there alone. */
  hang(): this {
    this.#isEmpty = false;
    return this;
  }

  /** Goes on where the text before ended. */
  put(text: string, face: Face): this {
    this.starts = [];
    let from = 0;
    for (const place of placesIn(text)) {
      const space = /^\s*/.exec(text.slice(from))?.[0] ?? '';
      from += space.length;
      this.#word(text.slice(from, place), from, widthOf(space, face, this.tight), face);
      from = place;
    }
    return this;
  }

  #word(word: string, at: number, before: number, face: Face): void {
    const wide = widthOf(word, face, this.tight);
    if (wide > this.width) return this.#break(word, at, face);
    if (!this.#isEmpty) this.#filled += before;
    this.#place(wide, at);
  }

  /** After its hyphens; what still is too wide begins on a line of its own and is broken anywhere. */
  #break(word: string, at: number, face: Face): void {
    this.#next();
    let from = at;
    for (const part of partsOf(word)) {
      const wide = widthOf(part, face, this.tight);
      if (wide <= this.width) this.#place(wide, from);
      else this.#breakAnywhere(part, from, face);
      from += part.length;
    }
  }

  #breakAnywhere(part: string, at: number, face: Face): void {
    this.#next();
    let from = 0;
    for (const end of lettersIn(part)) {
      this.#place(widthOf(part.slice(from, end), face, this.tight), at + from);
      from = end;
    }
  }

  #place(wide: number, at: number): void {
    if (this.#filled + wide > this.width) this.#next();
    if (this.#isEmpty || this.starts.length === 0) this.starts.push(at);
    this.#filled += wide;
    this.#isEmpty = false;
  }

  #next(): void {
    if (!this.#isEmpty) this.count += 1;
    this.#filled = 0;
    this.#isEmpty = true;
  }
}

/** The width of what is never broken but for want of room, the widest there is in a text, in ems. */
export function widestIn(text: string, face: Face, tight = 0): number {
  return text
    .split(' ')
    .flatMap(partsOf)
    .reduce((widest, part) => Math.max(widest, widthOf(part, face, tight)), 0);
}

/** A word and the hyphens in it. */
function partsOf(word: string): string[] {
  return word.match(/[^-–—/?…]*[-–—/?…]+|[^-–—/?…]+$/g) ?? [word];
}

function widthsOf(groups: Record<number, string>): Map<string, number> {
  const widths = new Map<string, number>();
  for (const [width, letters] of Object.entries(groups)) {
    for (const letter of letters) widths.set(letter, Number(width) / 100);
  }
  return widths;
}
