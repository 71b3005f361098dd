import { foundOf, macroF1, rightOf, sumOf, type Confusion } from '$lib/sentiment/learned/confusion';
import type { Judgement } from '$lib/sentiment/learned/judge';
import { LABELS, LISTED, type Label, type Language } from '$lib/sentiment/sentiment';
import type { Estimate } from '$lib/statistics/estimate';
import { difference, proportion } from '$lib/statistics/proportion';
import type { Choice, TaughtModel } from './tagging';

/** How good labels are, on texts whose sentiment is known. Shares are in [0, 1], with their 95 % interval. */
export interface Quality {
  n: number;
  right: number;
  rightShare: Estimate | null;
  /** Praise that was called blame, or the reverse. */
  contradictedShare: Estimate | null;
  /** [0, 1] */
  macroF1: number;
  /** Whether there are texts enough to judge by. */
  isEnough: boolean;
}

export interface LanguageQuality extends Quality {
  language: Language;
  /** A line for each label that is known. */
  lines: ConfusionLine[];
}

export interface ConfusionLine {
  known: Label;
  n: number;
  right: number;
  /** More often than not it is taken for another, and not by chance. */
  isMissed: boolean;
  cells: ConfusionCell[];
}

export interface ConfusionCell {
  given: Label;
  count: number;
  /** Of its line, [0, 1]; null where the line is empty or there are too few texts to judge by. */
  share: number | null;
  kind: 'right' | 'contradicted' | 'beside';
}

/** A judgement of the model in force, and when it was made. */
export interface Measured {
  judgement: Judgement;
  /** ISO time. */
  at: string;
}

/** With fewer texts an interval is wider than a third of the scale: counts are shown, and no verdict. */
export const ENOUGH = 30;

/** Only the first model ever taught is known to have been compared with the shipped one; the oldest are not listed. */
const FIRST = 1;

/**
 * How the model in force did when it was last judged; null when it never was.
 *
 * Each new model is judged beside the one in force on the same texts, so what was learned since the choice tells more of
 * it, and later, than its own report. The shipped model was in force before anything was learned.
 */
export function lastMeasured(models: readonly TaughtModel[], choice: Choice): Measured | null {
  const oldestFirst = models.toSorted((a, b) => a.id - b.id);
  const since = choice.since;
  const beside = oldestFirst.findLast(
    ({ id, madeAt }) => id !== choice.model && (since === null || madeAt >= since)
  );
  if (beside) return { judgement: beside.report.before, at: beside.madeAt };
  const own = oldestFirst.find(({ id }) => id === choice.model);
  if (own) return { judgement: own.report.after, at: own.madeAt };
  const first = choice.model === null ? oldestFirst[0] : undefined;
  return first?.id === FIRST ? { judgement: first.report.before, at: first.madeAt } : null;
}

/** Over all languages together. */
export function qualityOf({ languages }: Pick<Judgement, 'languages'>): Quality {
  return measure(sumOf(Object.values(languages)));
}

/** Language by language, the one with the most texts first; a language in which nothing was judged is left out. */
export function qualityByLanguage({ languages }: Pick<Judgement, 'languages'>): LanguageQuality[] {
  return [...LISTED, 'unknown' as const]
    .flatMap((language) => {
      const confusion = languages[language];
      const quality = confusion && measure(confusion);
      if (!quality || quality.n === 0) return [];
      return [{ language, ...quality, lines: linesOf(confusion, quality.isEnough) }];
    })
    .toSorted((a, b) => b.n - a.n);
}

/**
 * Whether one model is right more often than the other beyond chance, as far as its judged texts tell.
 *
 * Both were judged on the same texts, of which only the sums are kept: taken for two groups of texts their difference has
 * a wider interval than it need have, so `chance` may be said too often and the others never too soon.
 */
export function comparison(before: Quality, after: Quality): 'better' | 'worse' | 'chance' {
  const gap = difference({ hits: after.right, n: after.n }, { hits: before.right, n: before.n });
  if (!gap || (gap.low <= 0 && gap.high >= 0)) return 'chance';
  return gap.value > 0 ? 'better' : 'worse';
}

function measure(confusion: Confusion): Quality {
  const { hits: right, n } = rightOf(confusion);
  const contradicted = confusion.positive.negative + confusion.negative.positive;
  return {
    n,
    right,
    rightShare: proportion({ hits: right, n }),
    contradictedShare: proportion({ hits: contradicted, n }),
    macroF1: macroF1(confusion),
    isEnough: n >= ENOUGH
  };
}

function linesOf(confusion: Confusion, withShares: boolean): ConfusionLine[] {
  return LABELS.map((known) => {
    const { hits: right, n } = foundOf(confusion, known);
    const cells = LABELS.map((given) => {
      const count = confusion[known][given];
      return { given, count, share: withShares && n > 0 ? count / n : null, kind: kindOf(known, given) };
    });
    const share = proportion({ hits: right, n });
    return { known, n, right, isMissed: n >= ENOUGH && share !== null && share.high < 0.5, cells };
  });
}

function kindOf(known: Label, given: Label): ConfusionCell['kind'] {
  if (known === given) return 'right';
  return known === 'neutral' || given === 'neutral' ? 'beside' : 'contradicted';
}
