import { COMMON, EVERYDAY_NAMES } from './common-words';
import type { Detected, Finding } from './finding';
import { CUES, type Cue } from './name-cues';
import { NameReader, type Name } from './name-reader';
import { ORGANISATIONS } from './organisations';
import { isCapital, type View } from './view';
import { phrasesIn, type Words } from './words';

const AND = new Set(['et', 'and']);
const MOST_JOINED = 4;
const DETERMINERS = new Set('un une le la ce cette du au a the this that'.split(' '));

/** Before a lone M these make it a size or metres: no mister. */
const MEASURE = /(?:\d|(?<!\p{L})(?:taille|size|format|modele|en|s|l|xl))[ ,/]{0,2}$/u;
const MEASURE_WITHIN = 10;

/** Names announced by a civility, a job, an introduction or the end of a letter. Organisations stay. */
export function detectNames(view: View): Detected {
  const reader = new NameReader(view);
  const found: Finding[] = [];
  let doubt = false;
  let read = 0;
  for (const { value, from, to } of phrasesIn(CUES, view.words())) {
    if (from < read || !reader.mayBegin(to) || reader.isOrganisation(from)) continue;
    const cue = cueHere(view, value, from, to);
    if (!cue) continue;
    const names = namesAfter(reader, view.words(), cue, to);
    if (names.length === 0) {
      doubt ||= cue.lowercase === 'doubt' && reader.isLikelyLowercase(to, cue);
    } else if (cue.sure) {
      for (const { start, end } of names) found.push({ kind: 'name', start, end, rule: cue.rule });
    } else {
      doubt = true;
    }
    read = names.at(-1)?.next ?? 0;
  }
  return { found: [...found, ...metAgain(view, found)], doubt };
}

/** The cue as these words mean it: a lone M may be a size, a shouted job word is no proof, "un mr gentil" no name. */
function cueHere(view: View, cue: Cue, from: number, to: number): Cue | undefined {
  const words = view.words();
  const start = words.start(from);
  if (cue.capital && !isCapital(view, start)) return undefined;
  if (words.text(from) === 'm' && to === from + 1) {
    return MEASURE.test(view.folded.slice(Math.max(0, start - MEASURE_WITHIN), start)) ? undefined : cue;
  }
  if (cue.rule === 'name/role' && isShouted(view.plain.slice(start, words.end(from))))
    return { ...cue, sure: false };
  return cue.lowercase !== 'no' && DETERMINERS.has(words.text(from - 1)) ? { ...cue, lowercase: 'no' } : cue;
}

/** The name after a cue and those joined to it by "et": "la vendeuse Sophie et Karim". */
function namesAfter(reader: NameReader, words: Words, cue: Cue, at: number): Name[] {
  const names: Name[] = [];
  let name = reader.read(at, cue);
  while (name) {
    names.push(name);
    if (names.length === MOST_JOINED || !AND.has(words.text(name.next))) break;
    name = reader.readJoined(name.next + 1, cue);
  }
  return names;
}

/** The same names elsewhere without their cue: "signé Karim", then "Karim ne répond plus". */
function metAgain(view: View, found: Finding[]): Finding[] {
  const words = view.words();
  const names = new Set(found.map(({ start, end }) => view.folded.slice(start, end)));
  const known = new Set([...names].flatMap(telling));
  const again: Finding[] = [];
  for (let at = 0; known.size > 0 && at < words.length; at++) {
    if (!isCapital(view, words.start(at)) || !known.has(words.text(at))) continue;
    again.push({ kind: 'name', start: words.start(at), end: words.end(at), rule: 'name/again' });
  }
  return again;
}

/** The parts of a name that are no everyday word and no brand. */
function telling(name: string): string[] {
  const parts = name.split(/[^\p{L}]+/u);
  return parts.filter(
    (part) => part.length > 2 && !EVERYDAY_NAMES.has(part) && !COMMON.has(part) && !ORGANISATIONS.has(part)
  );
}

function isShouted(word: string): boolean {
  return word === word.toUpperCase();
}
