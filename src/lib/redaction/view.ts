import { labelAt } from './labels';
import { trackOrigins } from './origins';
import { simplify } from './simplify';
import { wordsOf, type Words } from './words';

/**
 * The text as the detectors read it: compatibility forms, accents, fancy dashes and quotes simplified, labels
 * shrunk to one opaque sign. `plain` keeps capitals, `folded` is its lower case at the same indexes.
 */
export interface View {
  plain: string;
  folded: string;
  /** The words of `folded`, computed once, on demand. */
  words(): Words;
  /** Where a stretch of the view stands in the text it was made from. */
  source(start: number, end: number): { start: number; end: number };
}

/** Stands for a label already in the text, so that no rule reads a label's own words. */
const LABEL_SIGN = '\uFFFC';

/** Characters that are already simple, up to the next that may not be or may begin a label. */
const SIMPLE_RUN = /[\n -Z\\-_a-~]+/y;

export function viewOf(text: string): View {
  let plain = '';
  const origins = trackOrigins();
  for (let at = 0; at < text.length;) {
    SIMPLE_RUN.lastIndex = at;
    const run = SIMPLE_RUN.exec(text)?.[0] ?? '';
    plain += run;
    at += run.length;
    const label = labelAt(text, at);
    const taken = label || characterAt(text, at);
    const shown = label ? LABEL_SIGN : simplify(taken);
    origins.note(plain.length, shown.length, at, taken.length);
    plain += shown;
    at += taken.length;
  }

  const folded = lower(plain);
  let words: Words | undefined;
  return {
    plain,
    folded,
    words: () => (words ??= wordsOf(folded)),
    source: (start, end) => ({ start: origins.startOf(start), end: origins.endOf(end) })
  };
}

/** A whole code point, none past the end. */
function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

const CAPITAL = /^[\p{Lu}\p{Lt}]/u;

/** Whether the sign at an index of the view is a capital. */
export function isCapital(view: View, index: number): boolean {
  const code = view.plain.charCodeAt(index);
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : CAPITAL.test(view.plain.slice(index, index + 2));
}

/** The few letters whose lower case is longer keep their capital, so that indexes stay common. */
function lower(plain: string): string {
  const lowered = plain.toLowerCase();
  if (lowered.length === plain.length) return lowered;
  return Array.from(plain, (sign) =>
    sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign
  ).join('');
}
