import type { Unit } from './rules';
import { Kind } from './scan';

/** Praise denied hurts nearly as much as it would have pleased; blame denied pleases half as much. */
const DENIED_PRAISE = -0.8;
const DENIED_BLAME = -0.5;

/** More than anything before. */
const UNHEARD_OF = 1.5;

/** How far back a negation may stand: the longest reach of the grammars, and one. */
const FARTHEST = 5;

/** Words that "plus" negates after it when "ne" stands before it. */
const REACH_OF_PLUS = 3;

/** Words that may part a verb from the negation behind it: "marche vraiment toujours pas". */
const BETWEEN = 2;

/** "ne" and "plus" are at most this far from each other. */
const NE_WITHIN = 4;

export interface Stance {
  weight: number;
  negator: Unit | null;
}

const NO_OPINION: Stance = { weight: 0, negator: null };

/**
 * The weight of a unit where it stands: negation on both sides of it, lessening, then degree.
 *
 * @param units of the text; only a handful around `at` are read
 */
export function weighInPlace(units: readonly Unit[], at: number): Stance {
  const { kind, word } = units[at]!;
  if (word.weight === 0 && word.negated === null) return NO_OPINION;
  // "Super déçue": what says how much says nothing else.
  if (word.degree > 0 && units[at + 1]?.word.weight) return NO_OPINION;
  // An emoji is never negated: "ne pars pas 🙂".
  if (kind === Kind.emoji || word.final) return { weight: word.weight, negator: null };
  if (isUnheardOf(units, at)) return { weight: word.weight * UNHEARD_OF, negator: null };
  const negator = negatorBefore(units, at, word.weight) ?? negatorAfter(units, at);
  if (negator) return { weight: word.negated ?? denied(word.weight), negator };
  const before = units[at - 1];
  if (before?.word.roles.has('lessening')) return { weight: word.weight * DENIED_PRAISE, negator: before };
  return { weight: word.weight * degreeAt(units, at), negator: null };
}

/** "Jamais aussi bien reçu", "never so kind": the denial of its like is the highest degree. */
function isUnheardOf(units: readonly Unit[], at: number): boolean {
  let so = false;
  for (let i = at - 1; i >= Math.max(0, at - FARTHEST); i--) {
    const { roles } = units[i]!.word;
    if (isBreak(units[i]!)) return false;
    if (so && roles.has('never')) return true;
    so ||= roles.has('so');
  }
  return false;
}

function denied(weight: number): number {
  return weight * (weight > 0 ? DENIED_PRAISE : DENIED_BLAME);
}

function negatorBefore(units: readonly Unit[], at: number, weight: number): Unit | undefined {
  for (let i = at - 1; i >= Math.max(0, at - FARTHEST); i--) {
    const unit = units[i]!;
    if (isBreak(unit) || unit.word.roles.has('barrier')) return undefined;
    const reach = unit.word.roles.has('plus') && followsNe(units, i) ? REACH_OF_PLUS : unit.word.reach;
    if (reach === 0 || at - i > reach) continue;
    // "Marche pas bug" without a stop: the negation is the verb's, the bug is there.
    const isOfVerb = unit.word.roles.has('after') && units[i - 1]?.word.verb;
    return weight > 0 || !isOfVerb ? unit : undefined;
  }
  return undefined;
}

/** "Marche pas", "fonctionne vraiment plus": French, German and Dutch put the negation behind the verb. */
function negatorAfter(units: readonly Unit[], at: number): Unit | undefined {
  if (!units[at]!.word.verb) return undefined;
  let place = at + 1;
  while (place - at <= BETWEEN && units[place]?.word.roles.has('between')) place++;
  const negator = units[place];
  if (!negator?.word.roles.has('after')) return undefined;
  if (negator.word.roles.has('with-ne')) return followsNe(units, at) ? negator : undefined;
  if (!negator.word.roles.has('plus') || followsNe(units, at)) return negator;
  // A spoken "plus" negates at the end, or before "du", "depuis"...: not "marche plus vite".
  const following = units[place + 1];
  return !following || isBreak(following) || following.word.roles.has('after-plus') ? negator : undefined;
}

function followsNe(units: readonly Unit[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - NE_WITHIN); i--) {
    const unit = units[i]!;
    if (isBreak(unit)) return false;
    if (unit.word.roles.has('ne')) return true;
  }
  return false;
}

function degreeAt(units: readonly Unit[], at: number): number {
  return units[at - 1]?.word.degree || units[at + 1]?.word.degree || 1;
}

function isBreak(unit: Unit): boolean {
  return unit.kind >= Kind.pause;
}
