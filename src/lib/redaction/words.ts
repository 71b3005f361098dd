/** The words of a folded text by position; no object a word, since a long text has many. */
export class Words {
  constructor(
    private readonly folded: string,
    private readonly starts: number[],
    private readonly ends: number[]
  ) {}

  get length(): number {
    return this.starts.length;
  }

  /** Index in the text where the word begins; the text's end outside. */
  start(position: number): number {
    return this.starts[position] ?? this.folded.length;
  }

  /** Index in the text after the word; the text's end outside. */
  end(position: number): number {
    return this.ends[position] ?? this.folded.length;
  }

  /** The letters of the word, empty outside. */
  text(position: number): string {
    return this.folded.slice(this.start(position), this.end(position));
  }
}

/** A phrase met in a list of words: it covers words[from] to words[to - 1]. */
interface Met<Value> {
  value: Value;
  from: number;
  to: number;
}

/** Phrases by their first word, longest first. */
type PhraseIndex<Value> = Map<string, { words: string[]; value: Value }[]>;

const IN_WORD = Uint8Array.from({ length: 0x80 }, (_, code) =>
  /[a-z\d]/.test(String.fromCharCode(code)) ? 1 : 0
);
const OTHER_SIGN = /^[\p{L}\p{N}]/u;

/** The words of a folded text: runs of letters and digits. Apostrophes and hyphens part them. */
export function wordsOf(folded: string): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0, inside = false; at <= folded.length; at++) {
    const code = folded.charCodeAt(at);
    if ((code < 0x80 ? IN_WORD[code] === 1 : isInWord(folded, at, code)) === inside) continue;
    inside = !inside;
    (inside ? starts : ends).push(at);
  }
  return new Words(folded, starts, ends);
}

/** Past the plain letters and digits; the second half of a pair goes with its first. */
function isInWord(folded: string, at: number, code: number): boolean {
  const start = code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
  return OTHER_SIGN.test(folded.slice(start, start + 2));
}

/** Phrases are written folded: lower case, no accent, words parted by spaces. */
export function phraseIndex<Value>(phrases: Iterable<readonly [string, Value]>): PhraseIndex<Value> {
  const index: PhraseIndex<Value> = new Map();
  for (const [phrase, value] of phrases) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    index.set(first, [...(index.get(first) ?? []), { words, value }]);
  }
  for (const entries of index.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** Every phrase of the index in the words, from left to right, the longest where several begin, none inside another. */
export function phrasesIn<Value>(index: PhraseIndex<Value>, words: Words): Met<Value>[] {
  const met: Met<Value>[] = [];
  for (let from = 0; from < words.length; from++) {
    const entry = phraseAt(index, words, from);
    if (!entry) continue;
    met.push({ value: entry.value, from, to: from + entry.words.length });
    from += entry.words.length - 1;
  }
  return met;
}

function phraseAt<Value>(index: PhraseIndex<Value>, words: Words, from: number) {
  const first = words.text(from);
  const entries = index.get(first) ?? index.get(singular(first));
  return entries?.find((entry) =>
    entry.words.every((word, at) => at === 0 || words.text(from + at) === word)
  );
}

function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word;
}
