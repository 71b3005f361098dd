import { withoutCalendar } from './calendar';
import type { View } from './view';
import type { Words } from './words';

/** Order, file and card numbers are this long; dates and prices without separators are not. */
const LONG_RUN = /\d{9,}/;

/** Thirteen digits and more in groups: cards, social security. */
const GROUPS = /\d(?:[ .-]?\d){12,}/g;
const THOUSANDS = /^\d{1,3}(?:[ .]\d{3})+$/;
const YEARS = /^(?:(?:19|20)\d\d[ .-])*(?:19|20)\d\d$/;

/** A mobile or landline number whose last digits are missing. */
const CUT_PHONE = /(?<!\d)0[1-9]([ .-])\d\d\1\d\d\1\d\d(?!\d)/;

const SPOKEN_START = /zero|oh/;
const FEWEST_SPOKEN = 6;
const SPOKEN = new Set(
  (
    'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts ' +
    'trente quarante cinquante soixante septante huitante nonante cent ' +
    'one two three four five six seven eight nine oh double'
  ).split(' ')
);

/** Whether digits, or words for digits, are left that may identify someone without a rule to say so. */
export function hasDoubtfulDigits(view: View): boolean {
  const text = withoutCalendar(view.plain);
  if (LONG_RUN.test(text) || CUT_PHONE.test(text)) return true;
  for (const [run] of text.matchAll(GROUPS)) {
    if (!THOUSANDS.test(run) && !YEARS.test(run)) return true;
  }
  return SPOKEN_START.test(view.folded) && hasSpokenNumber(view.words());
}

/** "zéro six trente-neuf..." : a number read aloud begins with its zero and goes on for some words. */
function hasSpokenNumber(words: Words): boolean {
  let spoken = 0;
  for (let at = 0; at < words.length; at++) {
    const text = words.text(at);
    if (text === 'zero' || text === 'oh') spoken = Math.max(spoken, 0) + 1;
    else spoken = spoken > 0 && (SPOKEN.has(text) || text === 'et') ? spoken + 1 : 0;
    if (spoken >= FEWEST_SPOKEN) return true;
  }
  return false;
}
