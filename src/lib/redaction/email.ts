import type { Detected, Finding } from './finding';
import type { View } from './view';

/** The sign itself, its names, the same in brackets, and the bare English word. */
const AT =
  /(?<![\p{L}\p{N}])(?:arr?obas[ez]?|a commercial|at)(?![\p{L}\p{N}])|[([{<] ?(?:at|a|arr?obase?|@) ?[)\]}>]|@/gu;

/** After the sign: labels parted by real dots. */
const WRITTEN_DOMAIN = / {0,2}(?:[\p{L}\p{N}-]+\.)+\p{L}{2,24}/uy;

/** After the sign: labels parted by dots, by the word for a dot, or by either in brackets. */
const SPELLED_DOMAIN =
  / {0,2}(?:[a-z\d-]+(?:\.| {1,2}(?:point|dot|tiret|dash) {1,2}| ?[([{<] ?(?:point|dot|\.) ?[)\]}>] ?)){1,5}[a-z]{2,24}(?![\p{L}\p{N}])/uy;

const LOCAL = /[\p{L}\p{N}._%+-]/u;
const SPELLED_JOIN =
  /(?: (?:point|dot|tiret|dash|underscore|tiret du bas|plus) | ?[([{<] ?(?:point|dot|\.) ?[)\]}>] ?)$/;
const LONGEST_JOIN = 16;
const SPELLED_DOT = /[ ([{<]dot[ )\]}>]/;
const CALLED_MAIL =
  /(?:e-?mails?|courriels?|mel|contact|write|reach|address|adresse)(?: (?:me|us|is|est|moi|to))?[ :]{0,3}$/;
const CALLED_WITHIN = 24;

/** Services for persons: their name without the sign is most likely an address written badly. */
const PERSONAL_SERVICE =
  /(?:gmail|hotmail|wanadoo|icloud|protonmail)(?:\.| point | dot )\p{L}{2,3}(?![\p{L}\p{N}])/u;

/** Addresses written as such, with spaces, in brackets, or spelled in words ("arobase", "point", "dot"). */
export function detectEmails(view: View): Detected {
  const found: Finding[] = [];
  let doubt = false;
  let read = 0;
  for (const { 0: sign, index } of view.folded.matchAll(AT)) {
    if (index < read) continue;
    const end = domainEnd(view.folded, index + sign.length, sign);
    const start = end > 0 ? localStart(view.folded, index, read) : index;
    if (start < index && (sign !== 'at' || isAddress(view.folded, start, index, end))) {
      found.push({ kind: 'email', start, end, rule: sign === '@' ? 'email/written' : 'email/spelled' });
      read = end;
    } else {
      doubt ||= isDoubtful(view.folded, index, sign, end);
    }
  }
  return { found, doubt: doubt || PERSONAL_SERVICE.test(view.folded) };
}

/** Where the domain after the sign stops; 0 when there is none. */
function domainEnd(text: string, from: number, sign: string): number {
  const written = sign === '@' ? matchAt(WRITTEN_DOMAIN, text, from) : undefined;
  const domain = written ?? matchAt(SPELLED_DOMAIN, text, from);
  return domain === undefined ? 0 : from + domain.length;
}

/** Where the part before the sign begins, its own dots possibly in words; the sign's index when it is empty. */
function localStart(text: string, sign: number, floor: number): number {
  let start = sign;
  let at = skipSpaces(text, sign, floor);
  for (;;) {
    const end = at;
    while (at > floor && LOCAL.test(text.charAt(at - 1))) at--;
    if (at === end) return start;
    start = at;
    const join = SPELLED_JOIN.exec(text.slice(Math.max(floor, at - LONGEST_JOIN), at));
    if (!join) return start;
    at -= join[0].length;
  }
}

function skipSpaces(text: string, from: number, floor: number): number {
  let at = from;
  while (at > floor && from - at < 2 && text.charAt(at - 1) === ' ') at--;
  return at;
}

/**
 * The bare word stands for the sign in "jean.dupont at", in "jean dot dupont at" and, when the domain is spelled as
 * well, in "karim75 at" or "my email is karim at": otherwise people shop at example.com.
 */
function isAddress(text: string, start: number, sign: number, end: number): boolean {
  const local = text.slice(start, sign);
  if (/\p{L}[._]\p{L}| dot | underscore /u.test(local)) return true;
  if (!SPELLED_DOT.test(text.slice(sign, end))) return false;
  return /\d/.test(local) || CALLED_MAIL.test(text.slice(Math.max(0, start - CALLED_WITHIN), start));
}

function isDoubtful(text: string, index: number, sign: string, end: number): boolean {
  if (sign === 'at') return end > 0 && SPELLED_DOT.test(text.slice(index, end));
  if (sign !== '@') return end > 0 || sign.includes('oba');
  return index > 0 && LOCAL.test(text.charAt(index - 1)) && /[a-z]/.test(text.charAt(index + 1));
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
