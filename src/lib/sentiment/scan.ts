import { isDrawn, squeeze } from './drawn';
import {
  byteOf,
  CAPITAL,
  foldCode,
  hashBytes,
  hashOf,
  hashSingle,
  ligatureOf,
  NINE,
  NOTHING,
  SILENT
} from './fold';
import { endOfLink, pastModifiers, smileyAt } from './signs';

/** What a piece of a text is. */
export const Kind = { word: 0, emoji: 1, pause: 2, stop: 3, question: 4 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** A piece of a text; [start, end) is its place in the text as given, in UTF-16 units. */
export interface Token {
  kind: Kind;
  /** Of the folded word; the code point of an emoji; 0 of the others. */
  hash: number;
  /** Hash of the same word with its drawn-out letters twice instead of once, 0 when none is ("nulllle"). */
  doubled: number;
  /** Hash of the same word with single letters where it has double ones, 0 when it has none ("apelle"). */
  single: number;
  /** Written in capitals, or with a letter drawn out: said louder. */
  loud: boolean;
  start: number;
  end: number;
  /** Where its bytes begin, the space before it included, and how many they are without both spaces. */
  at: number;
  length: number;
}

export interface Scan {
  tokens: Token[];
  /** Folded words parted by spaces, with `!`, `?` and emoji: one byte a character, of which `length` are filled. */
  bytes: Uint8Array;
  length: number;
}

/** No listed word is longer; one endless word must not weigh on the rest. */
const LONGEST_WORD = 40;

const SPACE = 32;
const APOSTROPHE = 39;

/** French and Italian words that lean on the next one: each is read as a word of its own. */
const ELIDED = new Set(
  'c d j l m n s t qu jusqu lorsqu puisqu quelqu quoiqu un dell all nell sull'.split(' ').map(hashOf)
);

const STOPS = new Set([...'.!?…\n'].map((sign) => sign.charCodeAt(0)));
const PAUSES = new Set([...',;:()[]«»"“”–—|'].map((sign) => sign.charCodeAt(0)));
const APOSTROPHES = new Set([..."'’ʼ‘´`"].map((sign) => sign.charCodeAt(0)));

/**
 * Cuts a text into words, emoji, stops and pauses in one pass, in time that grows with its length alone.
 * Case, accents and ligatures are folded, all apostrophes read, letters written three times or more are one, a run of
 * one emoji is one, links are dropped.
 *
 * @param isEmoji tells which symbols speak, by code point; the others are left out
 * @param scratch where the bytes may be written, if they fit; the result is then good until the next use of it
 */
export function scan(text: string, isEmoji: (codePoint: number) => boolean, scratch?: Uint8Array): Scan {
  // A ligature makes two bytes of one unit, and each piece is parted by one space.
  const most = 2 * text.length + 2;
  const bytes = scratch && scratch.length >= most ? scratch : new Uint8Array(most);
  const out: Scan = { tokens: [], bytes, length: 0 };
  put(out, SPACE);
  for (let at = 0; at < text.length;) at = readAt(out, text, at, isEmoji);
  put(out, SPACE);
  return out;
}

/** Lower case without accents, as the scanner reads a word: `Déçu` -> `decu`, `cœur` -> `coeur`. */
export function fold(word: string): string {
  let folded = '';
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    const letter = foldCode(code) & ~CAPITAL;
    if (APOSTROPHES.has(code)) folded += "'";
    else if (letter > SILENT) folded += ligatureOf(code) ?? String.fromCharCode(letter);
    else if (letter === NOTHING) folded += word.charAt(i);
  }
  return folded;
}

/** Reads the piece that starts at `at`, and returns where the next one does. */
function readAt(out: Scan, text: string, at: number, isEmoji: (codePoint: number) => boolean): number {
  const code = text.charCodeAt(at);
  if (code === SPACE) return at + 1;
  if (foldCode(code) > SILENT) return endOfLink(text, at) || readWord(out, text, at);
  const smiley = smileyAt(text, at);
  if (smiley) return addEmoji(out, smiley.point, at, smiley.end);
  if (STOPS.has(code)) return readStop(out, text, at);
  if (PAUSES.has(code) || isDash(text, at)) return add(out, Kind.pause, 0, at, at + 1);
  if (code < 0x2190) return at + 1;
  const point = text.codePointAt(at)!;
  const end = at + (point > 0xffff ? 2 : 1);
  return isEmoji(point) ? addEmoji(out, point, at, pastModifiers(text, end)) : end;
}

function isDash(text: string, at: number): boolean {
  return text[at] === '-' && text[at - 1] === ' ' && text[at + 1] === ' ';
}

function readStop(out: Scan, text: string, at: number): number {
  let end = at;
  let asks = false;
  while (STOPS.has(text.charCodeAt(end))) {
    const code = text.charCodeAt(end++);
    asks ||= code === 63;
    if (code === 33 || code === 63) put(out, code);
  }
  return add(out, asks ? Kind.question : Kind.stop, 0, at, end);
}

/** Reads one word, or the word that leans on the next with an apostrophe ("l'" of "l'accueil"). */
function readWord(out: Scan, text: string, start: number): number {
  const from = out.length;
  const longest = from + LONGEST_WORD;
  let capitals = 0;
  let small = 0;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) break;
    const folded = foldCode(code);
    if (folded > SILENT) {
      if (folded & CAPITAL) capitals++;
      else if (folded > NINE) small++;
      if (out.length < longest) putLetter(out, code, folded & ~CAPITAL);
    } else if (APOSTROPHES.has(code)) {
      if (ELIDED.has(hashBytes(out.bytes, from, out.length)) || foldCode(text.charCodeAt(at + 1)) <= SILENT)
        break;
      if (out.length < longest) put(out, APOSTROPHE);
    } else if (folded === NOTHING) break;
  }
  addWord(out, from, capitals > 2 && small === 0, start, at);
  return at;
}

function putLetter(out: Scan, code: number, folded: number): void {
  const pair = ligatureOf(code);
  if (pair === undefined) return put(out, folded);
  put(out, pair.charCodeAt(0));
  put(out, pair.charCodeAt(1));
}

function addWord(out: Scan, from: number, capitals: boolean, start: number, end: number): void {
  const drawn = isDrawn(out.bytes, from, out.length);
  let doubled = 0;
  if (drawn) {
    const twice = out.bytes.slice(from, out.length);
    doubled = hashBytes(twice, 0, squeeze(twice, 0, twice.length, 2));
    out.length = squeeze(out.bytes, from, out.length, 1);
  }
  const hash = hashBytes(out.bytes, from, out.length);
  const single = hashSingle(out.bytes, from, out.length);
  out.tokens.push({
    kind: Kind.word,
    hash,
    doubled,
    single: single === hash ? 0 : single,
    loud: capitals || drawn,
    start,
    end,
    at: from - 1,
    length: out.length - from
  });
  put(out, SPACE);
}

function put(out: Scan, code: number): void {
  out.bytes[out.length++] = byteOf(code);
}

function add(out: Scan, kind: Kind, hash: number, start: number, end: number): number {
  const place = { at: out.length - 1, length: 0 };
  out.tokens.push({ kind, hash, doubled: 0, single: 0, loud: false, start, end, ...place });
  return end;
}

function addEmoji(out: Scan, point: number, start: number, end: number): number {
  const last = out.tokens.at(-1);
  if (last?.hash === point && last.kind === Kind.emoji) last.end = end;
  else {
    add(out, Kind.emoji, point, start, end);
    put(out, point);
  }
  return end;
}
