const MARKS = /\p{Mark}+/gu;
const IGNORED = /\p{Default_Ignorable_Code_Point}+/gu;
const DIGIT = /^\p{Nd}$/u;
const BLANK = /^[\p{Zs}\u2800\u2028\u2029]$/u;
const DASH = /^[\p{Pd}\u2212]$/u;

/** What no Unicode form says: ligatures, quotes used as apostrophes, dots that are not full stops. */
const SPECIAL = new Map([
  ...pairs('œŒæÆøØßłŁđĐı', ['oe', 'OE', 'ae', 'AE', 'o', 'O', 'ss', 'l', 'L', 'd', 'D', 'i']),
  ...pairs('‘’ʼ′´`', ["'", "'", "'", "'", "'", "'"]),
  ...pairs('·•∙。', ['.', '.', '.', '.'])
]);

/** Longer expansions are whole phrases in one sign; none hides a digit or an address. */
const LONGEST = 4;

/** A text draws on few characters; those met are kept, up to what the largest alphabets need. */
const MOST_KEPT = 8192;
const kept = new Map<string, string>();

/** One character of a text as the detectors read it: one to four plain characters, or none for a mark. */
export function simplify(character: string): string {
  let simple = kept.get(character);
  if (simple === undefined) {
    simple = computed(character);
    if (kept.size < MOST_KEPT) kept.set(character, simple);
  }
  return simple;
}

function computed(character: string): string {
  if (character >= '\n' && character <= '~' && character !== '`') return character;
  const special = SPECIAL.get(character);
  if (special !== undefined) return special;
  if (BLANK.test(character)) return ' ';
  if (DASH.test(character)) return '-';
  const simple = character.normalize('NFKD').replace(MARKS, '').replace(IGNORED, '');
  if (simple.length > LONGEST) return character;
  return DIGIT.test(simple) ? digitOf(simple) : simple;
}

/** Decimal digits come in runs from zero to nine, so a digit's value is its distance from the run's start. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

function pairs(signs: string, replacements: string[]): [string, string][] {
  return Array.from(signs, (sign, index) => [sign, replacements[index] ?? sign]);
}
