import { announcedIn } from './announced';
import type { Detected, Finding } from './finding';
import { ibanLength, isIban } from './iban-numbers';
import type { View } from './view';

const START = /(?<![\p{L}\p{N}])[a-z]{2}[ .-]?\d\d/gu;
const LONGEST = 34;

/** Words that announce a bank account; what follows them is hidden even when its checksum is wrong. */
const ANNOUNCING =
  /(?<![\p{L}\p{N}])(?:iban|rib|bic|compte|account|account number|virement)(?![\p{L}\p{N}])/gu;
const ANNOUNCED_GAP = /^[^\d\n]*$/;
const ANNOUNCED_WITHIN = 30;
const NAMED_AFTER = /^[ ,:(-]{0,4}iban(?![\p{L}\p{N}])/u;

/** A French account without its country: bank, branch, account, key. */
const ACCOUNT =
  /(?<![\p{L}\p{N}])\d{5}(?:[ .-]?\d){5}[ .-]?[a-z\d](?:[ .-]?[a-z\d]){9,10}(?:[ .-]?\d){2}(?![\p{L}\p{N}])/gu;

const FEWEST_ANNOUNCED = 10;

/** Norway's fifteen signs are the shortest IBAN: two letters, thirteen digits. */
const FEWEST_DOUBTED = 13;

/** Bank accounts: IBANs by their checksum, and anything of that shape beside the word that announces it. */
export function detectIbans(view: View): Detected {
  const text = view.folded;
  const found: Finding[] = [];
  const isAnnounced = announcedIn(text, ANNOUNCING, ANNOUNCED_GAP, ANNOUNCED_WITHIN);
  let doubt = false;
  let read = 0;

  for (const { index } of text.matchAll(START)) {
    if (index < read) continue;
    const length = ibanLength(text.slice(index, index + 2));
    const whole = length > 0 ? endOf(text, index, length) : 0;
    if (whole > 0 && isIban(text.slice(index, whole))) {
      read = add(index, whole, 'iban/checksum');
      continue;
    }
    const { end, digits } = groups(text, index);
    if (digits < FEWEST_ANNOUNCED) continue;
    if (isAnnounced(index) || NAMED_AFTER.test(text.slice(end, end + 9)))
      read = add(index, end, 'iban/announced');
    else doubt ||= length > 0 && digits >= FEWEST_DOUBTED;
  }
  for (const { 0: account, index } of text.matchAll(ACCOUNT)) {
    if (isAnnounced(index)) add(index, index + account.length, 'iban/announced');
  }
  return { found, doubt };

  function add(start: number, end: number, rule: string): number {
    found.push({ kind: 'iban', start, end, rule });
    return end;
  }
}

/** Where `count` letters and digits from `start` end, single separators aside; 0 when they are not there. */
function endOf(text: string, start: number, count: number): number {
  let at = start;
  for (let taken = 0; taken < count; taken++) {
    if (taken > 0 && isSeparator(text, at)) at++;
    if (!isDigit(text, at) && !isLetter(text, at)) return 0;
    at++;
  }
  return isDigit(text, at) || isLetter(text, at) ? 0 : at;
}

/** As far as groups that hold a digit go on, within the longest IBAN; and how many digits that is. */
function groups(text: string, start: number): { end: number; digits: number } {
  let end = start;
  let digits = 0;
  let hasDigit = false;
  let at = start;
  for (let taken = 0; taken < LONGEST; taken++) {
    if (isSeparator(text, at)) {
      at++;
      hasDigit = false;
    }
    if (isDigit(text, at)) {
      hasDigit = true;
      digits++;
    } else if (!isLetter(text, at)) break;
    at++;
    if (hasDigit) end = at;
  }
  return { end, digits };
}

function isSeparator(text: string, at: number): boolean {
  const sign = text.charAt(at);
  return sign === ' ' || sign === '.' || sign === '-' || sign === '\n';
}

function isDigit(text: string, at: number): boolean {
  const sign = text.charAt(at);
  return sign >= '0' && sign <= '9';
}

function isLetter(text: string, at: number): boolean {
  const sign = text.charAt(at);
  return sign >= 'a' && sign <= 'z';
}
