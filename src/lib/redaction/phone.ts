import { announcedIn } from './announced';
import { withoutCalendar } from './calendar';
import type { Detected, Finding } from './finding';
import { isPhoneNumber } from './phone-numbers';
import type { View } from './view';

/** What may stand between two digits of one number. A group of four before its 0 is a card's or an account's. */
const GAP = '(?:[ .:*\\-_/()\\n]{0,3}|,)';

/** The usual way, five pairs parted by one same sign: read first, so that a number before it cannot eat into it. */
const PAIRS = /(?<!\d)0[1-9]([ .\-/]?)\d\d(?:\1\d\d){3}(?!\d)/g;

/** What stands before the nine digits of a French number: +33, 0033, 33, 0, or a 0 typed as a letter or a word. */
const FRENCH_HEAD = [
  `(?:\\+|(?<!\\d)00) ?33${GAP}(?:\\( ?0 ?\\)|0)?${GAP}[1-9]`,
  '(?<![\\d.,])33 ?[67]',
  `(?<!\\d|\\d{4}[ .-])0${GAP}[1-9]`,
  `(?<![\\p{L}\\d])o${GAP}[1-9]`,
  '(?<!\\p{L})zero (?:un|deux|trois|quatre|cinq|six|sept|huit|neuf)'
].join('|');

const FRENCH = new RegExp(`(?:${FRENCH_HEAD})(?:${GAP}\\d){8}(?!\\d)`, 'gu');

const INTERNATIONAL = new RegExp(
  `(?:\\+|(?<!\\d)00(?=[ .]?[1-9]))[ (]{0,2}[1-9](?:${GAP}\\d){6,14}(?!\\d)`,
  'g'
);

/** Other countries' own way: 0 and eight to eleven digits (too many plans to check), or North America's groups. */
const NATIONAL = new RegExp(`(?<!\\d|\\d{4}[ .-])0${GAP}[1-9](?:${GAP}\\d){7,10}(?!\\d)`, 'g');
const AMERICAN = /(?<!\d)(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .-])[2-9]\d\d[ .-]\d{4}(?!\d)/g;

/** Any run of seven to fourteen digits, worth reading as a number when the words before it announce one. */
const RUN = new RegExp(`(?<!\\d)\\d(?:${GAP}\\d){6,13}(?!\\d)`, 'g');
const ANNOUNCING =
  /(?<![\p{L}\p{N}])(?:r?appele[rz]?|r?appelle|call|cell|contacte[rz]|gsm|joignable|joindre|mobile|mon numero|my number|phone|portable|ring|tel|telephone|text|whatsapp)(?![\p{L}\p{N}])/gu;
const ANNOUNCED_GAP = /^(?: |est|is|au|le|sur|at|on|me|moi|back|[:.,()+-])*$/;
const ANNOUNCED_WITHIN = 16;

const THOUSANDS = /^\+? ?\d{1,3}(?:[ .]\d{3})+$/;

/** Each check of a number costs 40 microseconds; past this many in one text its shape is enough to hide it. */
const CHECKS = 32;

/** Phone numbers: French as written by people, international, neighbours' national forms, announced by words. */
export function detectPhones(view: View): Detected {
  const text = withoutCalendar(view.folded);
  const found: Finding[] = [];
  const isAnnounced = announcedIn(text, ANNOUNCING, ANNOUNCED_GAP, ANNOUNCED_WITHIN);
  const taken = new Uint8Array(text.length + 1);
  let doubt = false;
  let checks = 0;

  for (const { run, index } of candidates(PAIRS)) add(index, run, 'phone/french');
  for (const { run, index } of candidates(FRENCH)) add(index, run, 'phone/french');
  for (const { run, index } of candidates(INTERNATIONAL)) {
    const number = shortened(run).find((part) => isNumber(part.replace(/^00/, '+')));
    if (number) add(index, number, 'phone/international');
    else if (isAnnounced(index)) add(index, run, 'phone/announced');
    else doubt ||= !THOUSANDS.test(run);
  }
  for (const { run, index } of candidates(NATIONAL)) add(index, run, 'phone/national');
  for (const { run, index } of candidates(AMERICAN)) add(index, run, 'phone/national');
  for (const { run, index } of candidates(RUN)) {
    if (isAnnounced(index)) add(index, run, 'phone/announced');
  }
  return { found, doubt };

  /** The pattern's matches that no earlier pattern has taken. */
  function candidates(pattern: RegExp): { run: string; index: number }[] {
    const runs = Array.from(text.matchAll(pattern), (match) => ({ run: match[0], index: match.index }));
    return runs.filter(({ run, index }) => !taken.subarray(index, index + run.length).includes(1));
  }

  function isNumber(run: string): boolean {
    return ++checks > CHECKS || isPhoneNumber(run);
  }

  function add(start: number, run: string, rule: string) {
    const opened = text.charAt(start - 1) === '(' && count(run, ')') > count(run, '(');
    const end = start + run.length;
    found.push({ kind: 'phone', start: opened ? start - 1 : start, end, rule });
    taken.fill(1, start, end);
  }
}

/** The run, then the run without its last groups: "+44 20 7946 0018 2 fois" ends before the 2. */
function shortened(run: string): string[] {
  const parts = [run];
  for (let cut = 0; cut < 2; cut++) {
    const shorter = /^(.*\d)[^\d]+\d+$/s.exec(parts.at(-1) ?? '')?.[1];
    if (shorter === undefined) break;
    parts.push(shorter);
  }
  return parts;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
