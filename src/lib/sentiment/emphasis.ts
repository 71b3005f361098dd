import { PLAIN } from './dictionary';
import type { Evidence, Unit } from './rules';
import { Kind } from './scan';

/** "Rapide mais hors de prix": what follows the turn is what the writer keeps in mind. */
const BEFORE_TURN = 0.6;
const AFTER_TURN = 1.4;
/** What follows speaks against what stands before it even where no list knows it. */
const BEFORE_UNKNOWN = 0.3;

/** "Malgré l'attente": what is conceded is not the point. */
const CONCEDED = 0.4;

/** A question doubts what it praises ("Y a-t-il un bon parking ?") and mostly means what it blames. */
const ASKED = { praise: 0.25, blame: 0.8 };

/** "Ni bon ni mauvais": what is denied both ways says nothing. */
const DENIED_BOTH_WAYS = 0.1;

/** Applause that opens a sentence of blame without a turn is meant otherwise: "Bravo, trois semaines de retard". */
const MOCKING = -0.4;

const SAID_LOUD = 1.2;

/** The emoji a text ends on gives its tone when it contradicts the words: "Super service 🙄". */
const LAST_EMOJI = { strongEnough: 2, itself: 2, words: 0.4 };

/** Weighs evidence, in place, by where it stands: contrast, question, capitals, and the emoji that closes the text. */
export function emphasise(units: readonly Unit[], evidence: Evidence[]): void {
  if (evidence.length === 0) return;
  for (const piece of evidence) if (piece.unit.loud) piece.weight *= SAID_LOUD;
  weighConcessions(units, evidence);
  weighSentences(units, evidence);
  letLastEmojiWin(units, evidence);
}

/** From the word that concedes to the end of its clause. */
function weighConcessions(units: readonly Unit[], evidence: Evidence[]): void {
  let conceding = false;
  let next = 0;
  for (let i = 0; i < units.length && next < evidence.length; i++) {
    const { kind, word } = units[i]!;
    if (kind >= Kind.pause) conceding = false;
    else if (word !== PLAIN && word.roles.has('concession')) conceding = true;
    if (evidence[next]!.index > i) continue;
    if (conceding) evidence[next]!.weight *= CONCEDED;
    next++;
  }
}

/** Goes once through the sentences and the evidence in them. */
function weighSentences(units: readonly Unit[], evidence: Evidence[]): void {
  let previous = 0;
  let first = 0;
  for (let start = 0; start < units.length && first < evidence.length;) {
    const { end, turn } = sentenceFrom(units, start);
    let next = first;
    while (next < evidence.length && evidence[next]!.index < end) next++;
    // A sentence that opens on "mais" answers the one before it.
    if (turn >= start) weighTurn(evidence, turn - start <= 1 ? previous : first, next, turn);
    if (units[end]?.kind === Kind.question)
      for (let i = first; i < next; i++)
        evidence[i]!.weight *= evidence[i]!.weight > 0 ? ASKED.praise : ASKED.blame;
    silenceDenials(evidence, first, next);
    if (turn < start) hearMockery(evidence, first, next);
    previous = first;
    first = next;
    start = end + 1;
  }
}

function weighTurn(evidence: Evidence[], from: number, to: number, turn: number): void {
  const before = to > from && evidence[to - 1]!.index > turn ? BEFORE_TURN : BEFORE_UNKNOWN;
  for (let i = from; i < to; i++) evidence[i]!.weight *= evidence[i]!.index < turn ? before : AFTER_TURN;
}

function silenceDenials(evidence: Evidence[], from: number, to: number): void {
  let praise = false;
  let blame = false;
  for (let i = from; i < to; i++) {
    const { unit, negator } = evidence[i]!;
    if (negator === null) continue;
    praise ||= unit.word.weight > 0;
    blame ||= unit.word.weight < 0;
  }
  if (!praise || !blame) return;
  for (let i = from; i < to; i++) if (evidence[i]!.negator) evidence[i]!.weight *= DENIED_BOTH_WAYS;
}

function hearMockery(evidence: Evidence[], from: number, to: number): void {
  const first = evidence[from];
  if (!first?.unit.word.roles.has('mocking') || to - from < 2) return;
  let rest = 0;
  for (let i = from + 1; i < to; i++) rest += evidence[i]!.weight;
  if (rest < -1.5) first.weight *= MOCKING;
}

/** Where the sentence ends, and its last turn, -1 when it has none. */
function sentenceFrom(units: readonly Unit[], start: number): { end: number; turn: number } {
  let turn = -1;
  let end = start;
  for (; end < units.length && units[end]!.kind < Kind.stop; end++)
    if (units[end]!.word !== PLAIN && units[end]!.word.roles.has('contrast')) turn = end;
  return { end, turn };
}

function letLastEmojiWin(units: readonly Unit[], evidence: Evidence[]): void {
  const last = evidence.at(-1)!;
  if (last.unit.kind !== Kind.emoji || Math.abs(last.weight) < LAST_EMOJI.strongEnough) return;
  for (let i = last.index + 1; i < units.length; i++) if (units[i]!.kind <= Kind.emoji) return;
  const words = evidence.slice(0, -1);
  if (words.reduce((sum, { weight }) => sum + weight, 0) * last.weight >= 0) return;
  for (const piece of words) piece.weight *= LAST_EMOJI.words;
  last.weight *= LAST_EMOJI.itself;
}
