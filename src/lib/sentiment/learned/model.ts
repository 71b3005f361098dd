import { EVEN, type Fusion } from '../fusion';
import type { Language } from '../sentiment';
import { BUCKETS, FLIPPED, type Features } from './features';

/** What was learned: a weight a bucket, and how both layers are fused. */
export interface Model {
  /** 65,536 levels from -7 to 7. */
  weights: Int8Array;
  /** What one level is worth. */
  level: number;
  /** How many texts of each language it was taught. */
  taught: Partial<Record<Language, number>>;
  fusion: Fusion;
  /** How the rules are read when they are asked alone. */
  rulesAlone: Fusion;
}

/** Levels on either side of zero. */
const LEVELS = 7;

/** Weights beyond so many standard deviations are cut: they are few, and would make the levels of the others coarse. */
const CUT_AT = 4;

/** A language is believed by half once it was taught so many texts. */
const HALF_TAUGHT = 100;

/**
 * The sum of the weights of a text's features, each family by the root of how many it has, so that a long text is not
 * louder by being long.
 *
 * @param weights a number a bucket
 */
export function marginOf(weights: ArrayLike<number>, { buckets, words, length }: Features): number {
  return sumOf(weights, buckets, 0, words) + sumOf(weights, buckets, words, length);
}

function sumOf(weights: ArrayLike<number>, buckets: Int32Array, from: number, to: number): number {
  if (to === from) return 0;
  let total = 0;
  for (let i = from; i < to; i++) total += weightIn(weights, buckets[i]!);
  return total / Math.sqrt(to - from);
}

/** The weight of one feature, with the sign it has in its bucket. */
export function weightIn(weights: ArrayLike<number>, bucket: number): number {
  return bucket & FLIPPED ? -weights[bucket - FLIPPED]! : weights[bucket]!;
}

/** [0, 1): how far what was learned holds in a language. */
export function trustIn({ taught }: Model, language: Language): number {
  const texts = taught[language] ?? 0;
  return texts / (texts + HALF_TAUGHT);
}

/** The nearest weights in 15 levels, and what one is worth. */
export function quantise(weights: Float32Array): Pick<Model, 'weights' | 'level'> {
  const deviation = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0) / weights.length);
  const level = Number(((CUT_AT * deviation) / LEVELS).toPrecision(6)) || 1;
  const levels = Int8Array.from(weights, (weight) =>
    Math.max(-LEVELS, Math.min(LEVELS, Math.round(weight / level)))
  );
  return { weights: levels, level };
}

/** A model as text: JSON, two weights a byte in base64. It is how one is shipped and how one is stored. */
export function packModel({ weights, ...rest }: Model): string {
  let bytes = '';
  for (let i = 0; i < BUCKETS; i += 2)
    bytes += String.fromCharCode(((weights[i]! + LEVELS) << 4) | (weights[i + 1]! + LEVELS));
  return JSON.stringify({ format: 1, ...rest, weights: btoa(bytes) });
}

/** The model that was packed. @throws Error for a text that is none */
export function unpackModel(packed: string): Model {
  const { format, weights, ...rest } = JSON.parse(packed) as { format: number; weights: string } & Omit<
    Model,
    'weights'
  >;
  const bytes = format === 1 ? atob(weights) : '';
  if (bytes.length !== BUCKETS / 2)
    throw new Error('These weights are of another version; train them again with npm run sentiment:train.');
  const levels = new Int8Array(BUCKETS);
  for (let i = 0; i < bytes.length; i++) {
    const pair = bytes.charCodeAt(i);
    levels[2 * i] = (pair >> 4) - LEVELS;
    levels[2 * i + 1] = (pair & 15) - LEVELS;
  }
  return { ...rest, weights: levels };
}

/** A model that knows nothing: the rules, read evenly. */
export function emptyModel(): Model {
  return { weights: new Int8Array(BUCKETS), level: 1, taught: {}, fusion: EVEN, rulesAlone: EVEN };
}
