import { lastUpTo } from './ascending';

/**
 * Tells whether a number at some index of `text` is announced by a word before it.
 *
 * `words` is global and finds the announcing words; `gap` must match all that stands between the nearest of
 * them and the number, `within` characters at most. Words are searched once, so asking often stays cheap.
 */
export function announcedIn(
  text: string,
  words: RegExp,
  gap: RegExp,
  within: number
): (index: number) => boolean {
  const ends = Array.from(text.matchAll(words), (match) => match.index + match[0].length);
  return (index) => {
    const end = ends[lastUpTo(ends, index)];
    return end !== undefined && index - end <= within && gap.test(text.slice(end, index));
  };
}
