import { ANY, PLAIN, type Dictionary, type Idiom, type Idioms, type Word } from './dictionary';
import { emphasise } from './emphasis';
import { Kind, type Token } from './scan';
import { weighInPlace } from './stance';

/** A token as the rules read it, or several that are one expression. */
export interface Unit {
  kind: Kind;
  word: Word;
  loud: boolean;
  /** Place in the text as given. */
  start: number;
  end: number;
}

/** A word, expression or emoji that carries an opinion, as it weighs where it stands. */
export interface Evidence {
  unit: Unit;
  /** Position of the unit. */
  index: number;
  weight: number;
  /** What turned its sign, or gave it one, null where nothing did. */
  negator: Unit | null;
}

/** What the rules make of a text. */
export interface Opinion {
  units: Unit[];
  evidence: Evidence[];
  /** Weights of the praise, and of the blame as a positive number. */
  praise: number;
  blame: number;
}

/**
 * Reads tokens by the lexicon and grammar of a language: joins expressions, weighs each opinion where it stands
 * (`stance`), then by its place in the text (`emphasis`). A text without an opinion word has no evidence.
 *
 * The `sentiment` package lends its AFINN words and emoji to the dictionaries. Its own loop is not used: it deletes the
 * punctuation and emoji that the rules live by, knows no expression, reports hits without saying where, and took three
 * times as long.
 */
export function readByRules(
  tokens: readonly Token[],
  dictionary: Dictionary,
  emoji: ReadonlyMap<number, Word>
): Opinion {
  const units = unitsOf(tokens, dictionary, emoji);
  const evidence: Evidence[] = [];
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]!;
    if (unit.word === PLAIN) continue;
    const { weight, negator } = weighInPlace(units, index);
    if (weight !== 0) evidence.push({ unit, index, weight, negator });
  }
  emphasise(units, evidence);
  let praise = 0;
  let blame = 0;
  for (const { weight } of evidence)
    if (weight > 0) praise += weight;
    else blame -= weight;
  return { units, evidence, praise, blame };
}

function unitsOf(tokens: readonly Token[], dictionary: Dictionary, emoji: ReadonlyMap<number, Word>): Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]!;
    const word = wordOf(token, dictionary, emoji);
    const idiom = word.idioms && longestAt(word.idioms, tokens, at);
    const last = idiom ? endOf(idiom.rest, tokens, at) : at;
    units.push({
      kind: token.kind,
      word: idiom ? idiom.word : word,
      loud: token.loud,
      start: token.start,
      end: tokens[last]!.end
    });
    at = last + 1;
  }
  return units;
}

/** The longest of the expressions that begin here, if any does. */
function longestAt(idioms: Idioms, tokens: readonly Token[], at: number): Idiom | undefined {
  const next = tokens[at + 1];
  if (next?.kind !== Kind.word) return undefined;
  const exact = firstAt(idioms.get(next.hash), tokens, at);
  const open = firstAt(idioms.get(ANY), tokens, at);
  if (!exact || !open) return exact ?? open;
  return endOf(open.rest, tokens, at) > endOf(exact.rest, tokens, at) ? open : exact;
}

function firstAt(idioms: Idiom[] | undefined, tokens: readonly Token[], at: number): Idiom | undefined {
  if (idioms) for (const idiom of idioms) if (endOf(idiom.rest, tokens, at) > 0) return idiom;
  return undefined;
}

function wordOf(token: Token, { words, misspelt }: Dictionary, emoji: ReadonlyMap<number, Word>): Word {
  if (token.kind === Kind.emoji) return emoji.get(token.hash) ?? PLAIN;
  if (token.kind !== Kind.word) return PLAIN;
  return (
    words.get(token.hash) ??
    (token.doubled ? words.get(token.doubled) : undefined) ??
    (token.single ? misspelt.get(token.single) : undefined) ??
    PLAIN
  );
}

/** Index of the last token of the expression that begins at `first`, or -1 when it is not there. */
function endOf(rest: readonly number[], tokens: readonly Token[], first: number): number {
  let at = first + 1;
  for (let i = 0; i < rest.length; i++) {
    const token = tokens[at];
    if (token?.kind !== Kind.word) return -1;
    if (rest[i] === ANY) {
      if (token.hash !== rest[i + 1]) at++;
    } else if (token.hash === rest[i]) at++;
    else return -1;
  }
  return at - 1;
}
