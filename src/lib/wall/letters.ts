/**
 * How wide letters are, without a page to measure them on.
 *
 * From the tables hmtx of the files shipped, in hundredths of an em, rounded up; kerning, which brings letters closer,
 * is left out. Accented letters are as wide as plain ones. What Newsreader does not hold is drawn in Inter or Noto:
 * the mean of their letters, rounded up.
 */
const NEWSREADER = {
  20: "'",
  23: ' .',
  24: ',‘’',
  25: 'j·',
  26: ':|',
  27: '!;l',
  28: 'i',
  29: '()',
  33: '[]{}',
  34: 'I',
  35: 'ft',
  36: '"-',
  39: 's°',
  40: 'r',
  41: '/\\_',
  42: '“”„',
  44: '*cz',
  45: '?J',
  46: 'a',
  47: 'e',
  50: '`g',
  51: 'x«',
  52: '+<=>^~',
  53: 'ovy»–',
  54: 'u',
  55: 'bkq',
  56: 'Sd',
  57: '#$0123456789hp€',
  58: 'n',
  60: 'F',
  61: 'LP',
  63: 'ß',
  64: 'EZ',
  65: 'BR…',
  67: 'T',
  69: 'Y—',
  70: 'V',
  71: 'C',
  72: '&AXæ',
  73: 'K',
  75: 'w',
  76: 'G',
  77: 'DU',
  78: 'NOQ',
  79: '%',
  80: 'H',
  83: 'œ',
  84: 'm',
  90: '@',
  97: 'W',
  98: 'M',
  100: 'Æ',
  106: 'Œ'
};

const INTER = {
  25: 'ijl',
  27: 'I‘’',
  29: ' !,.:·',
  30: "'",
  31: ';',
  33: '`t',
  34: '|',
  37: '()/[\\]',
  38: 'fr',
  41: '1',
  43: '{}„',
  45: '“”',
  46: '-_°',
  47: '"',
  48: '^',
  50: '–',
  51: '*',
  52: '?',
  53: 's',
  55: 'kx',
  56: 'z',
  57: '7Lavy',
  58: 'Jc',
  59: 'e«»',
  60: '5Fhnou',
  61: '2E',
  62: '38bdgpqß',
  63: '69Z',
  64: '#0P',
  65: '$&4RST',
  66: 'B',
  67: '+<=>~€',
  68: 'KY',
  69: 'AVX',
  73: 'D',
  74: 'C',
  75: 'GHU',
  76: 'N',
  77: 'OQ',
  82: 'w',
  87: '…',
  88: 'm',
  91: 'M',
  92: 'æ',
  97: '@',
  99: '%W',
  100: '—œÆ',
  101: 'Œ'
};

const INTER_BOLD = {
  26: ' ',
  27: 'ijl',
  28: 'I',
  30: '‘’',
  32: ',.:·',
  33: "!';",
  36: '`t|',
  38: '()/[\\]',
  39: 'f',
  40: 'r',
  43: '1',
  46: '{}°',
  47: '-_',
  48: '„',
  49: '^',
  50: '–',
  51: '“”',
  53: '"',
  54: '*',
  55: '?s',
  57: 'Lkxz',
  58: '7Ja',
  59: 'Fcvy',
  60: 'e',
  61: 'Eo',
  62: '5hnu',
  63: '2bdgpq',
  64: '369«»',
  65: '#8Pß',
  66: '$0BRSZ',
  67: '&4T',
  68: '+<=>~€',
  71: 'K',
  72: 'XY',
  73: 'ADV',
  74: 'CU',
  75: 'GH',
  76: 'N',
  77: 'O',
  78: 'Q',
  84: 'w',
  91: 'm',
  92: 'æ',
  93: 'M',
  96: '…',
  100: '@—œ',
  101: '%',
  102: 'ŒÆ',
  103: 'W'
};

/** In ems, in the order in which they are looked at. */
const OTHERS: [RegExp, number][] = [
  // Joined to the sign before, or to the one after.
  [/[\p{M}\u200b-\u200f\u202a-\u202e\u2060-\u2069]|\p{Emoji_Modifier}/u, 0],
  [/[\u202f\u2009]/, 0.16],
  [/[\u0590-\u05ff]/, 0.58],
  [/[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/, 0.5],
  [/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]/, 1],
  [/\p{Extended_Pictographic}/u, 1.27],
  // Two of them are one flag.
  [/\p{Regional_Indicator}/u, 0.64],
  [/\p{Lu}/u, 0.78],
  [/./su, 0.62]
];

export type Face = 'serif' | 'sans' | 'bold';

const FACES: Record<Face, Map<string, number>> = {
  serif: widthsOf(NEWSREADER),
  sans: widthsOf(INTER),
  bold: widthsOf(INTER_BOLD)
};

/** The width of a text on one line, in ems. */
export function widthOf(text: string, face: Face): number {
  let width = 0;
  let joined = false;
  for (const sign of text.normalize('NFD')) {
    if (!joined) width += FACES[face].get(sign) ?? OTHERS.find(([kind]) => kind.test(sign))?.[1] ?? 1;
    joined = sign === '\u200d';
  }
  return width;
}

/**
 * How many lines a text takes, broken between words, and within those that are wider than a line.
 *
 * @param width of a line, in ems
 * @param places where it may break, as `placesIn` of paging.ts finds them
 */
export function linesOf(text: string, places: readonly number[], width: number, face: Face): number {
  let lines = 1;
  let filled = 0;
  let from = 0;
  for (const place of places) {
    const space = /^\s*/.exec(text.slice(from))?.[0] ?? '';
    const before = widthOf(space, face);
    const word = widthOf(text.slice(from + space.length, place), face);
    if (filled > 0 && filled + before + word > width) {
      lines += 1;
      filled = 0;
    }
    const onward = filled > 0 ? before + word : word;
    // A word that is too wide for a line goes on over as many as it takes.
    const over = Math.max(0, Math.ceil((filled + onward) / width - 1e-6) - 1);
    lines += over;
    filled = filled + onward - over * width;
    from = place;
  }
  return lines;
}

function widthsOf(groups: Record<number, string>): Map<string, number> {
  const widths = new Map<string, number>();
  for (const [width, letters] of Object.entries(groups)) {
    for (const letter of letters) widths.set(letter, Number(width) / 100);
  }
  return widths;
}
