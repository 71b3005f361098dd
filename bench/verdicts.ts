import { macroF1, type Confusion } from '../src/lib/sentiment/learned/confusion';
import { LABELS, type Label } from '../src/lib/sentiment/sentiment';
import type { Estimate } from '../src/lib/statistics/estimate';
import { proportion } from '../src/lib/statistics/proportion';
import { seeded } from '../src/lib/statistics/random';
import type { Answer, Contender } from './peers';
import { quantile } from './quantile';
import type { Known } from './rated';

/** An answer beside what is known. */
export interface Verdict extends Answer {
  known: Label;
}

/** All in [0, 1]. */
export interface Figures {
  /** Of the texts that are not neutral, those whose sign is right; one without an answer gets the commoner sign of all. */
  twoClass: Estimate;
  /** The same with praise beginning above a cut that was chosen on other texts, and the texts this is right of. */
  tuned: Estimate | null;
  threeClass: Estimate;
  macroF1: Estimate;
  /** Texts that get a score other than 0. */
  answered: number;
}

/** How sure an engine is, and how rightly. In [0, 1]. */
export interface Assurance {
  /** Right labels among the surest 70 % of texts. */
  surest: Estimate;
  /** How far confidence and the share of right labels are apart: the mean over ten bins, weighted by their texts. */
  calibrationError: number;
}

const DRAWS = 1000;
const SUREST = 0.7;
const BINS = 10;

export async function verdictsOf({ answer }: Contender, texts: readonly Known[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const { text, language, label } of texts)
    verdicts.push({ ...(await answer(text, language)), known: label });
  return verdicts;
}

/** What always saying the commonest label would be. */
export function majorityOf(texts: readonly Known[]): Verdict[] {
  const commonest = [...LABELS].sort((a, b) => countOf(texts, b) - countOf(texts, a))[0]!;
  return texts.map(({ label }) => ({ score: 0, label: commonest, known: label }));
}

export function figuresOf(verdicts: readonly Verdict[], cut: number | null): Figures {
  return {
    twoClass: shareOf(signsRight(verdicts)),
    tuned: cut === null ? null : shareOf(signsRight(verdicts, cut)),
    threeClass: shareOf(verdicts.map(isRight)),
    macroF1: resampled(verdicts.length, (drawn) => macroF1(confusionOf(verdicts, drawn))),
    answered: verdicts.filter(({ score }) => score !== 0).length / verdicts.length
  };
}

/** For each text that is not neutral, whether its sign is right; by the cut where one is given. */
export function signsRight(verdicts: readonly Verdict[], cut?: number | null): boolean[] {
  const signed = verdicts.filter(({ known }) => known !== 'neutral');
  const praised = signed.filter(({ known }) => known === 'positive').length;
  const otherwise = 2 * praised >= signed.length;
  return signed.map(({ score, known }) => {
    const praises = typeof cut === 'number' ? score > cut : score === 0 ? otherwise : score > 0;
    return praises === (known === 'positive');
  });
}

/** The score above which to call a text praise is right most often of these; null of none. */
export function bestCut(verdicts: readonly Verdict[]): number | null {
  const signed = verdicts.filter(({ known }) => known !== 'neutral').sort((a, b) => a.score - b.score);
  let right = signed.filter(({ known }) => known === 'positive').length;
  let best = { right, cut: -Infinity };
  signed.forEach(({ score, known }, i) => {
    right += known === 'negative' ? 1 : -1;
    const next = signed[i + 1]?.score ?? Infinity;
    if (next > score && right > best.right)
      best = { right, cut: next === Infinity ? score : (score + next) / 2 };
  });
  return signed.length === 0 ? null : best.cut;
}

/** How much more often the one is right than the other, on the same texts; in [-1, 1]. */
export function leadOf(ours: readonly boolean[], theirs: readonly boolean[]): Estimate {
  const gains = ours.map((right, i) => Number(right) - Number(theirs[i]));
  return resampled(gains.length, (drawn) => drawn.reduce((sum, i) => sum + gains[i]!, 0) / drawn.length);
}

/** How much higher the macro-F1 of the one is, on the same texts; in [-1, 1]. */
export function leadInMacroF1(ours: readonly Verdict[], theirs: readonly Verdict[]): Estimate {
  return resampled(
    ours.length,
    (drawn) => macroF1(confusionOf(ours, drawn)) - macroF1(confusionOf(theirs, drawn))
  );
}

/** null for an engine that does not say how sure it is. */
export function assuranceOf(verdicts: readonly Verdict[]): Assurance | null {
  const sure = verdicts.flatMap((verdict) =>
    verdict.confidence === undefined ? [] : [{ right: isRight(verdict), confidence: verdict.confidence }]
  );
  if (sure.length === 0) return null;
  sure.sort((a, b) => b.confidence - a.confidence);
  const bins = Array.from({ length: BINS }, () => ({ confidence: 0, right: 0 }));
  for (const { right, confidence } of sure) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))]!;
    bin.confidence += confidence;
    bin.right += Number(right);
  }
  return {
    surest: shareOf(sure.slice(0, Math.round(SUREST * sure.length)).map(({ right }) => right)),
    calibrationError: bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / sure.length
  };
}

export function isRight({ label, known }: Verdict): boolean {
  return label === known;
}

/** NaN of nothing. */
export function shareOf(right: readonly boolean[]): Estimate {
  const nothing = { value: Number.NaN, low: Number.NaN, high: Number.NaN, n: 0 };
  return proportion({ hits: right.filter(Boolean).length, n: right.length }) ?? nothing;
}

function countOf(texts: readonly Known[], wanted: Label): number {
  return texts.filter(({ label }) => label === wanted).length;
}

function confusionOf(verdicts: readonly Verdict[], drawn: Uint32Array): Confusion {
  const confusion: Confusion = {
    negative: { negative: 0, neutral: 0, positive: 0 },
    neutral: { negative: 0, neutral: 0, positive: 0 },
    positive: { negative: 0, neutral: 0, positive: 0 }
  };
  for (const i of drawn) confusion[verdicts[i]!.known][verdicts[i]!.label]++;
  return confusion;
}

/**
 * A figure of n texts with the 2.5th and 97.5th percentile of the same figure when the texts are drawn again with
 * replacement (Efron, Annals of Statistics 7 (1979) 1-26). The draws are the same each time.
 */
function resampled(n: number, figure: (drawn: Uint32Array) => number): Estimate {
  const random = seeded(1);
  const drawn = new Uint32Array(n);
  const figures = Array.from({ length: DRAWS }, () => {
    for (let i = 0; i < n; i++) drawn[i] = Math.floor(random() * n);
    return figure(drawn);
  });
  const value = figure(Uint32Array.from({ length: n }, (_, i) => i));
  return { value, low: quantile(figures, 0.025), high: quantile(figures, 0.975), n };
}
