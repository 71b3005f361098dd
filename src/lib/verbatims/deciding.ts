import type { Reason } from '$lib/sentiment/sentiment';

/** A stretch of a text, and what the words in it decided if they did. */
export interface Stretch {
  text: string;
  pull: 'positive' | 'negative' | null;
  /** Its sign was turned, or made, by a negation. */
  negated: boolean;
}

/**
 * Cuts a text at the words that decided its sentiment. Joined again, the stretches are the text.
 * Reasons that do not fit the text are passed over: rows may be written by other tools.
 */
export function stretches(text: string, reasons: readonly Reason[]): Stretch[] {
  const cut: Stretch[] = [];
  let read = 0;
  const pass = (to: number) => {
    if (to > read) cut.push({ text: text.slice(read, to), pull: null, negated: false });
  };
  for (const { start, end, weight, negated } of [...reasons].sort((a, b) => a.start - b.start)) {
    if (!(start >= read && end > start && end <= text.length)) continue;
    pass(start);
    cut.push({ text: text.slice(start, end), pull: weight < 0 ? 'negative' : 'positive', negated });
    read = end;
  }
  pass(text.length);
  return cut;
}
