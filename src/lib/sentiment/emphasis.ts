import type { Evidence } from './engine';
import type { Grammar } from './grammar';
import type { Token } from './scan';

/** "Rapide mais hors de prix": what follows the turn is what the writer keeps in mind. */
const beforeTurn = 0.6;
const afterTurn = 1.4;

/** An opinion inside a question is doubted. */
const asked = 0.6;

const saidLoud = 1.2;

/** The emoji a text ends on gives its tone when it contradicts the words: "Super service 🙄". */
const lastEmoji = { strongEnough: 2, itself: 2, words: 0.4 };

/** Weighs evidence by its place in the text: contrast, question, capitals, and the emoji that closes it. */
export function emphasise(tokens: Token[], evidence: Evidence[], grammar: Grammar): Evidence[] {
  if (evidence.length === 0) return evidence;
  const factors = placeFactors(tokens, grammar);
  const placed = evidence.map((piece) => {
    const loudness = tokens[piece.index]?.loud ? saidLoud : 1;
    return { ...piece, weight: piece.weight * (factors[piece.index] ?? 1) * loudness };
  });
  return letLastEmojiWin(tokens, placed);
}

/** One factor a token. Each sentence is visited a fixed number of times, so the cost stays linear. */
function placeFactors(tokens: Token[], grammar: Grammar): Float64Array {
  const factors = new Float64Array(tokens.length).fill(1);
  let previous = 0;
  for (let start = 0; start < tokens.length;) {
    const end = endOfSentence(tokens, start);
    const turn = lastTurn(tokens, start, end, grammar);
    if (turn >= start) {
      const opensSentence = turn - start <= 1;
      scale(factors, opensSentence ? previous : start, turn, beforeTurn);
      scale(factors, turn, end, afterTurn);
    }
    if (tokens[end]?.key === '|?') scale(factors, start, end, asked);
    previous = start;
    start = end + 1;
  }
  return factors;
}

function endOfSentence(tokens: Token[], start: number): number {
  let end = start;
  while (end < tokens.length && tokens[end]?.kind !== 'stop') end++;
  return end;
}

function lastTurn(tokens: Token[], start: number, end: number, grammar: Grammar): number {
  let turn = end - 1;
  while (turn >= start && !isTurn(tokens[turn]?.key ?? '', grammar)) turn--;
  return turn;
}

/** An expression turns the sentence by itself ("par contre") or as its first word would ("dommage que"). */
function isTurn(key: string, grammar: Grammar): boolean {
  const cut = key.indexOf('+');
  return grammar.contrasts.has(key) || (cut > 0 && grammar.contrasts.has(key.slice(0, cut)));
}

function scale(factors: Float64Array, from: number, to: number, factor: number): void {
  for (let i = from; i < to; i++) factors[i] = (factors[i] ?? 1) * factor;
}

function letLastEmojiWin(tokens: Token[], evidence: Evidence[]): Evidence[] {
  const words = evidence.slice(0, -1);
  const last = evidence.at(-1);
  if (!last || Math.abs(last.weight) < lastEmoji.strongEnough) return evidence;
  const closing = tokens.findLastIndex(({ kind }) => kind === 'word' || kind === 'emoji');
  if (closing !== last.index || tokens[closing]?.kind !== 'emoji') return evidence;
  const sum = words.reduce((total, { weight }) => total + weight, 0);
  if (sum * last.weight >= 0) return evidence;
  const quieter = words.map((piece) => ({ ...piece, weight: piece.weight * lastEmoji.words }));
  return [...quieter, { ...last, weight: last.weight * lastEmoji.itself }];
}
