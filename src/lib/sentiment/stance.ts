import type { Grammar } from './grammar';
import type { Vocabulary } from './vocabulary';

/** Praise denied hurts nearly as much as it would have pleased; blame denied pleases half as much. */
const deniedPraise = -0.8;
const deniedBlame = -0.5;

/** Words that may stand between a verb and the negation behind it ("marche vraiment pas"). */
const between = new Set(
  'toujours vraiment meme presque donc tout absolument quasiment franchement bien'.split(' ')
);

/** What may follow a spoken "plus" that negates: "marche plus depuis lundi", not "marche plus vite". */
const afterSpokenPlus = new Set('du depuis sur avec et a apres quand mais des pour ni rien aucun'.split(' '));

/** How far back a negation may stand: the longest reach of the grammars, and one. */
const farthest = 5;

/**
 * The weight of the word at `at` where it stands: negation on both sides of it, then degree.
 * @param keys tokens of the text, stops starting with `|`; only a handful around `at` are read
 * @param weight weight of the word alone
 */
export function weighInPlace(
  keys: string[],
  at: number,
  weight: number,
  vocabulary: Vocabulary,
  grammar: Grammar
): number {
  const key = keyAt(keys, at);
  if (!isWord(key) || holdsNegation(key, grammar)) return weight;
  if (negatedBefore(keys, at, weight, vocabulary, grammar) || negatedAfter(keys, at, vocabulary, grammar))
    return vocabulary.negated.get(key) ?? weight * (weight > 0 ? deniedPraise : deniedBlame);
  if (isLessened(keys, at, grammar)) return weight * deniedPraise;
  return weight * degreeOf(keys, at, grammar);
}

/** Beyond both ends of a text there is a stop. */
function keyAt(keys: string[], at: number): string {
  return keys[at] ?? '|';
}

/** Words are folded to plain letters; an emoji is never negated ("ne suis pas 🙂"). */
function isWord(key: string): boolean {
  return /[a-z]/.test(key);
}

/** An expression with a negation of its own is final: "pas terrible". */
function holdsNegation(key: string, grammar: Grammar): boolean {
  return key.includes('+') && key.split('+').some((word) => grammar.negators.has(word));
}

function negatedBefore(
  keys: string[],
  at: number,
  weight: number,
  vocabulary: Vocabulary,
  grammar: Grammar
): boolean {
  for (let i = at - 1; i >= at - farthest; i--) {
    const key = keyAt(keys, i);
    if (key.startsWith('|') || grammar.barriers.has(key)) return false;
    const reach = key === 'plus' && followsNe(keys, i) ? 3 : grammar.negators.get(key);
    if (reach === undefined || at - i > reach) continue;
    // "Marche pas bug" without a stop: the negation is the verb's, the bug is there.
    return weight > 0 || !grammar.afterVerb.has(key) || !vocabulary.verbs.has(keyAt(keys, i - 1));
  }
  return false;
}

/** French "plus" before a word, and "rien" after a verb, negate only together with "ne". */
function followsNe(keys: string[], at: number): boolean {
  for (let i = at - 1; i >= at - 4; i--) {
    const key = keyAt(keys, i);
    if (key.startsWith('|')) return false;
    if (key === 'ne' || key === 'n') return true;
  }
  return false;
}

function negatedAfter(keys: string[], at: number, vocabulary: Vocabulary, grammar: Grammar): boolean {
  if (grammar.afterVerb.size === 0 || !vocabulary.verbs.has(lastWord(keyAt(keys, at)))) return false;
  const place = between.has(keyAt(keys, at + 1)) ? at + 2 : at + 1;
  const negator = lastWord(keyAt(keys, place));
  if (!grammar.afterVerb.has(negator)) return false;
  if (negator === 'rien') return followsNe(keys, at);
  if (negator !== 'plus' || followsNe(keys, at)) return true;
  const following = keyAt(keys, place + 1);
  return following.startsWith('|') || afterSpokenPlus.has(following);
}

/** Last word of a key, which may be an expression ("toujours+pas"). */
function lastWord(key: string): string {
  return key.slice(key.lastIndexOf('+') + 1);
}

/** "peu pratique" is not handy at all; "un peu lent" and "à peu près" lessen nothing. */
function isLessened(keys: string[], at: number, grammar: Grammar): boolean {
  return grammar.lessening.has(keyAt(keys, at - 1)) && !['un', 'a'].includes(keyAt(keys, at - 2));
}

function degreeOf(keys: string[], at: number, grammar: Grammar): number {
  if (keyAt(keys, at - 1) === 'peu' && keyAt(keys, at - 2) === 'un') return 0.5;
  return grammar.degrees.get(keyAt(keys, at - 1)) ?? grammar.degrees.get(keyAt(keys, at + 1)) ?? 1;
}
