import type { Tally } from '$lib/statistics/proportion';
import { LABELS, type Label } from '../sentiment';

/** Texts by the label that is known and the label the engine gives. */
export type Confusion = Record<Label, Record<Label, number>>;

/** The sum of confusions; of none, the empty one. */
export function sumOf(confusions: readonly Confusion[]): Confusion {
  const count = (known: Label, given: Label) =>
    confusions.reduce((sum, confusion) => sum + confusion[known][given], 0);
  const row = (known: Label) => Object.fromEntries(LABELS.map((given) => [given, count(known, given)]));
  return Object.fromEntries(LABELS.map((known) => [known, row(known)])) as Confusion;
}

/** How many texts known by a label were given it, out of how many. */
export function foundOf(confusion: Confusion, label: Label): Tally {
  return {
    hits: confusion[label][label],
    n: LABELS.reduce((sum, given) => sum + confusion[label][given], 0)
  };
}

/** How many texts were given the label they are known by, out of how many. */
export function rightOf(confusion: Confusion): Tally {
  const found = LABELS.map((label) => foundOf(confusion, label));
  return {
    hits: found.reduce((sum, { hits }) => sum + hits, 0),
    n: found.reduce((sum, { n }) => sum + n, 0)
  };
}

/** The mean F1 of the three labels, [0, 1]; a label that is neither known nor given counts as 0. */
export function macroF1(confusion: Confusion): number {
  const scores = LABELS.map((label) => {
    const { hits, n: known } = foundOf(confusion, label);
    const given = LABELS.reduce((sum, other) => sum + confusion[other][label], 0);
    return known + given === 0 ? 0 : (2 * hits) / (known + given);
  });
  return scores.reduce((sum, score) => sum + score, 0) / LABELS.length;
}
