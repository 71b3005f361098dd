import { hashOf } from '../fold';
import { Kind, type Scan } from '../scan';

/** Buckets of the plane that features are hashed into. */
export const BUCKETS = 1 << 16;

/** Set in a feature whose bucket counts with the other sign, so that two that fall together do not add up. */
export const FLIPPED = 1 << 16;

/**
 * What the learned layer sees of a text: a bucket a feature, in two families that each weigh the same however many
 * they are.
 */
export interface Features {
  /** Buckets from 0 to 65,535, with `FLIPPED` where the sign turns; those of words first. */
  buckets: Int32Array;
  /** How many are of words: each word, each pair of neighbours, each word behind a negation. */
  words: number;
  /** How many there are in all; the rest are of 3, 4 and 5 characters in a row. */
  length: number;
}

/** After these a word may mean its contrary, as far as the next stop or so many words. */
const NEGATORS = new Set(
  `pas pa jamais sans ni aucun aucune rien plus not no never without don't dont doesn't doesnt didn't can't cant won't
  isn't wasn't nothing nicht kein keine nie ohne nunca sin non mai senza niet geen nooit zonder`
    .split(/\s+/)
    .map(hashOf)
);
const SCOPE = 3;

const LONGEST = 5;

/** Salts, so that a word, a pair and a negated word are never one feature. */
const PAIR = 0x5bd1e995;
const NEGATED = 0x2545f491;
const BOUNDARY = 0x1b873593;

/** More says nothing new of a text, and would take a second of a retraining. */
const MOST_WORDS = 400;
const MOST_CHARACTERS = 2500;

export const MOST_FEATURES = 3 * (MOST_WORDS + MOST_CHARACTERS);

/**
 * The features of a text. They depend on the text alone, not on the lexicons, so that a new word in a list leaves what
 * was learned as good as it was.
 *
 * @param scratch `MOST_FEATURES` long, where they may be written; the result is then good until the next use of it
 */
export function featuresOf({ tokens, bytes, length }: Scan, scratch?: Int32Array): Features {
  const characters = Math.min(length, MOST_CHARACTERS);
  const buckets = scratch ?? new Int32Array(3 * Math.min(tokens.length, MOST_WORDS) + 3 * characters);
  let count = 0;
  let previous = BOUNDARY;
  let scope = 0;
  const last = Math.min(tokens.length, MOST_WORDS);
  for (let i = 0; i < last; i++) {
    const { kind, hash } = tokens[i]!;
    if (kind >= Kind.pause) {
      scope = 0;
      if (kind !== Kind.pause) previous = BOUNDARY;
      continue;
    }
    buckets[count++] = bucketOf(hash);
    buckets[count++] = bucketOf(Math.imul(previous, PAIR) ^ hash);
    if (scope > 0) buckets[count++] = bucketOf(hash ^ NEGATED);
    scope = NEGATORS.has(hash) ? SCOPE : scope - 1;
    previous = hash;
  }
  const words = count;
  for (let i = 0; i + 2 < characters; i++) {
    let hash = (bytes[i]! << 16) | (bytes[i + 1]! << 8) | bytes[i + 2]!;
    buckets[count++] = bucketOf(hash);
    for (let end = i + 3; end < i + LONGEST && end < characters; end++) {
      hash = Math.imul(hash, PAIR) ^ bytes[end]!;
      buckets[count++] = bucketOf(hash);
    }
  }
  return { buckets, words, length: count };
}

/** The finalizer of MurmurHash3 (Appleby, public domain), cut to a bucket and its sign. */
function bucketOf(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & (BUCKETS | (BUCKETS - 1));
}
