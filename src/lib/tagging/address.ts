import { LONGEST_SEARCH } from '$lib/verbatims/list';

/** Words that are enough to find a text again among the verbatims. */
const WORDS = 12;

/**
 * Where the list of verbatims shows a text: a search for its first words, as they stand. Null for a text without words,
 * which no search finds.
 */
export function addressOf(text: string): string | null {
  const words = text.replace(/["\p{Cc}]+/gu, ' ').match(/\S+/g) ?? [];
  let phrase = '';
  for (const word of words.slice(0, WORDS)) {
    const longer = phrase ? `${phrase} ${word}` : word;
    // Two more characters are its quotation marks.
    if (longer.length + 2 > LONGEST_SEARCH) break;
    phrase = longer;
  }
  return /\p{L}/u.test(phrase) ? `/verbatims?${new URLSearchParams({ q: `"${phrase}"` })}` : null;
}
