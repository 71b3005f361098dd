/** A piece of a text: `key` is what the lists know it by, [start, end) its place in the text as given. */
export interface Token {
  /** Folded word, bare emoji, or a stop: `|` end of sentence, `|?` question, `|,` pause. */
  key: string;
  kind: 'word' | 'emoji' | 'stop' | 'pause';
  start: number;
  end: number;
  /** Written in capitals, or with a letter drawn out: said louder. */
  loud: boolean;
}

/** No listed word is longer; one endless word must not weigh on the rest. */
const longestKey = 40;

const apostrophe = /['’ʼ‘´]/;

/** Faces, hands and hearts. AFINN also scores arrows and buildings, from too few texts to be believed. */
const feelings = [
  '\\u{1f600}-\\u{1f64f}\\u{1f910}-\\u{1f92f}\\u{1f970}-\\u{1f97a}\\u{1f44a}-\\u{1f44f}\\u{1f493}-\\u{1f49f}',
  '\\u{1f4a9}\\u{1f4aa}\\u{1f389}\\u{1f38a}\\u{1f525}\\u{1f5a4}\\u{1f90d}\\u{1f90e}\\u{1f9e1}\\u{1f91d}',
  '\\u2764\\u2665\\u2639\\u263a\\u270c'
].join('');

const pieces = new RegExp(
  [
    '(?:https?:\\/\\/|www\\.)\\S+',
    "([:;=]['’]?-?[()DPp/|](?![\\p{L}\\p{N}/])|<3|\\^\\^)",
    "([\\p{L}\\p{M}\\p{N}]+(?:['’ʼ‘´][\\p{L}\\p{M}\\p{N}]+)*)",
    `([${feelings}])(?:[\\u{1f3fb}-\\u{1f3ff}]|\\ufe0f)*`,
    '([.!?…\\n]+)',
    '([,;:()[\\]«»"“”–—|]|\\s-+\\s)'
  ].join('|'),
  'gu'
);

/** Capture groups of `pieces` in order; a link has none and is dropped. Named groups cost twice the time. */
const group = { smiley: 1, word: 2, emoji: 3, stop: 4, pause: 5 };

/** French and Italian words that lean on the next one: each is read as a word of its own. */
const elided = new Set(
  'c d j l m n s t qu jusqu lorsqu puisqu quelqu quoiqu un dell all nell sull'.split(' ')
);

/**
 * Cuts a text into words, emoji and stops, in one pass over it. Case, accents and œ are folded, both
 * apostrophes read, smileys turned into emoji, a run of one emoji is one, links are dropped.
 * @param known tells whether a word list has a key; it settles how many letters a drawn-out word had
 */
export function scan(text: string, known: (key: string) => boolean): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pieces)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[group.word]) addWords(tokens, match[0], start, known);
    else if (match[group.stop]) add(tokens, match[0].includes('?') ? '|?' : '|', 'stop', start, end);
    else if (match[group.pause]) add(tokens, '|,', 'pause', start, end);
    else if (match[group.emoji]) addEmoji(tokens, match[group.emoji]!, start, end);
    else if (match[group.smiley]) addEmoji(tokens, emojiOf(match[0]), start, end);
  }
  return tokens;
}

/** Lower case without accents: `Déçu` -> `decu`, `cœur` -> `coeur`, typographic apostrophes straightened. */
export function fold(word: string): string {
  if (/^[\x20-\x7e]*$/.test(word)) return word.toLowerCase();
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ‘´]/g, "'")
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss');
}

function add(tokens: Token[], key: string, kind: Token['kind'], start: number, end: number, loud = false) {
  tokens.push({ key, kind, start, end, loud });
}

function addWords(tokens: Token[], raw: string, start: number, known: (key: string) => boolean): void {
  let from = 0;
  for (let mark = raw.search(apostrophe); mark > from; mark = nextApostrophe(raw, from)) {
    if (!elided.has(fold(raw.slice(from, mark)))) break;
    addWord(tokens, raw.slice(from, mark), start + from, known);
    from = mark + 1;
  }
  addWord(tokens, raw.slice(from), start + from, known);
}

function nextApostrophe(raw: string, from: number): number {
  for (let at = from; at < raw.length && at < from + longestKey; at++)
    if (apostrophe.test(raw.charAt(at))) return at;
  return -1;
}

function addWord(tokens: Token[], raw: string, start: number, known: (key: string) => boolean): void {
  const folded = fold(raw).slice(0, longestKey);
  const key = /(.)\1\1/u.test(folded) ? squeeze(folded, known) : folded;
  if (key === '') return;
  const capitals = raw.length > 2 && raw === raw.toUpperCase() && raw !== raw.toLowerCase();
  add(tokens, key, 'word', start, start + raw.length, capitals || key !== folded);
}

/** `geniaaal` -> `genial`, `nulllle` -> `nulle`: the spelling a list knows wins, one letter otherwise. */
function squeeze(word: string, known: (key: string) => boolean): string {
  const single = word.replace(/(.)\1{2,}/gu, '$1');
  const double = word.replace(/(.)\1{2,}/gu, '$1$1');
  return !known(single) && known(double) ? double : single;
}

function addEmoji(tokens: Token[], key: string, start: number, end: number): void {
  const last = tokens.at(-1);
  if (last?.key === key && last.end === start) last.end = end;
  else add(tokens, key, 'emoji', start, end);
}

function emojiOf(smiley: string): string {
  if (smiley === '<3') return '❤';
  if (/[DPp)^]$/.test(smiley)) return '🙂';
  return smiley.endsWith('(') ? '🙁' : '😕';
}
