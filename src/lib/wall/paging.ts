/** Up to here a text is spread over pages; what comes after is cut, and says so. */
export const MOST_PAGES = 8;
/** After a text that goes on, and after one that was cut. */
export const GOES_ON = '…';
export const CUT = ' […]';

/** One page of a text. */
export interface Page {
  text: string;
  /** Whether it ends within a sentence. */
  breaks: boolean;
}

/** What a page holds: tried on the page itself, or guessed from the widths of letters. */
export interface Room {
  /** How far into the text a page reaches, of the places given, ascending; -1 when not even to the first. */
  reach(text: string, places: readonly number[]): number;
  /** Whether this fits. */
  holds(text: string): boolean;
}

/**
 * Spreads a text over as few pages as hold it: cut at the end of a sentence, else between words, else within one.
 * What does not fit on the last page that is allowed is left out, with a mark.
 *
 * @param most pages
 */
export function spread(text: string, room: Room, most = MOST_PAGES): Page[] {
  const pages: Page[] = [];
  let rest = text;
  while (rest.length > 0) {
    if (room.holds(rest)) return [...pages, { text: rest, breaks: false }];
    const last = pages.length + 1 === most;
    const page = first(rest, room, last ? CUT : GOES_ON);
    if (last) return [...pages, { text: page.text + CUT, breaks: false }];
    pages.push({
      text: page.breaks ? page.text.replace(/[\s,;:]+$/, '') + GOES_ON : page.text,
      breaks: page.breaks
    });
    rest = rest.slice(page.text.length).trim();
  }
  return pages;
}

/** A sentence that leaves more than two thirds of the page empty is no good place to stop, nor is a comma by half. */
const LEAST_FULL = { sentence: 1 / 3, clause: 1 / 2 };

function first(text: string, room: Room, mark: string): Page {
  const words = placesIn(text);
  const at = room.reach(text, words);
  const within = words.filter((place) => place <= at);
  const next = words[within.length];
  if (next !== undefined && next - at > LONGEST_WORD) return withinWord(text, room, mark);
  const sentences = within.filter(
    (place) => place > at * LEAST_FULL.sentence && SENTENCE_END.test(text.slice(0, place))
  );
  for (const place of sentences.reverse()) {
    const whole = text.slice(0, place);
    if (room.holds(mark === CUT ? whole + mark : whole)) return { text: whole, breaks: false };
  }
  const clauses = within.filter(
    (place) => place > at * LEAST_FULL.clause && /[,;:]$/.test(text.slice(0, place))
  );
  for (const place of within.concat(clauses).reverse()) {
    const piece = text.slice(0, place);
    if (room.holds(piece + mark)) return { text: piece, breaks: true };
  }
  return withinWord(text, room, mark);
}

/** A word that is longer than this is nobody's word: it may be cut anywhere. */
const LONGEST_WORD = 40;

function withinWord(text: string, room: Room, mark: string): Page {
  const letters = lettersIn(text);
  const reached = letters.indexOf(room.reach(text, letters));
  for (let i = reached; i > 0; i -= 1) {
    const piece = text.slice(0, letters[i]);
    if (room.holds(piece + mark)) return { text: piece, breaks: true };
  }
  return { text: text.slice(0, letters[0]), breaks: true };
}

const SENTENCE_END = /[.!?…。！？؟]["”’»)\]』」]*$/u;

/** Ends of words, and of signs that stand side by side without spaces. */
export function placesIn(text: string): number[] {
  const places: number[] = [];
  // A sign before which French puts a space belongs to the word before it.
  const ends =
    /\S(?= +[^ !?;:»%])|[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef](?![\u3001\u3002\uff01\uff0c\uff1f])/gu;
  for (let end = ends.exec(text); end; end = ends.exec(text)) places.push(end.index + end[0].length);
  if (places[places.length - 1] !== text.length) places.push(text.length);
  return places;
}

/** Ends of letters, with what belongs to them: accents, joined emoji, flags. */
export function lettersIn(text: string): number[] {
  const ends: number[] = [];
  const letters = /(?:\p{Regional_Indicator}{2}|.)(?:[\p{M}\u200d]|\p{Emoji_Modifier}|(?<=\u200d).)*/gsu;
  for (let end = letters.exec(text); end; end = letters.exec(text)) ends.push(end.index + end[0].length);
  return ends;
}

/** The text on one line; spaces before a sign that French keeps with its word do not break there. */
export function oneLine(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .replace(/ (?=[!?;:»])/g, '\u202f')
    .replace(/« /g, '«\u202f');
}
