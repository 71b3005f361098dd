import { proportion } from '$lib/statistics/proportion';
import { learnedMargin, signalsOf, type Engine } from '../engine';
import { fitFusion, type Case } from '../fusion';
import { foundOf, sumOf } from './confusion';
import { judge, type Judgement } from './judge';
import { exampleOf, study, type Lesson, type Studied } from './lesson';
import { quantise, type Model } from './model';
import { trainWeights } from './train';

/** With fewer lessons of its own a company keeps what it has. */
export const LEAST_LESSONS = 50;

export interface Taught {
  model: Model;
  report: TeachingReport;
}

export interface TeachingReport {
  /** Lessons that the weights were learned from, that the fusion was fitted on, and that both were judged by. */
  learned: number;
  fused: number;
  judged: number;
  /** Those of them all that people corrected. */
  corrected: number;
  /** How the model in force did on the judged lessons, and how the new one does. */
  before: Judgement;
  after: Judgement;
}

/** Of ten texts six teach, two fit the fusion and two judge. */
const PARTS = [
  'learn',
  'learn',
  'learn',
  'learn',
  'learn',
  'learn',
  'fuse',
  'fuse',
  'judge',
  'judge'
] as const;

/** How much the shipped fusion counts beside the company's own cases. */
const HOLD = 50;

/** Lessons that are read between two moments in which others may work. */
const BREATH = 100;

/**
 * Teaches a company's own rated and corrected texts to the learned layer, beginning from the shipped weights each time:
 * what is erased since is forgotten, and nothing drifts.
 *
 * The same text always falls into the same part, so no model was ever taught what it is judged by.
 *
 * @param shipped the engine with the shipped model
 * @param inForce the model that tags today
 * @param lessons at least `LEAST_LESSONS`
 * @throws RangeError for fewer
 */
export function* teach(
  shipped: Engine,
  shippedModel: Model,
  inForce: Model,
  lessons: readonly Lesson[],
  seed = 1
): Generator<void, Taught> {
  if (lessons.length < LEAST_LESSONS) throw new RangeError(`Teaching takes ${LEAST_LESSONS} texts or more.`);
  const parts = { learn: [] as Studied[], fuse: [] as Studied[], judge: [] as Lesson[] };
  for (const [i, lesson] of lessons.entries()) {
    if (i % BREATH === BREATH - 1) yield;
    const part = partOf(lesson.text);
    if (part === 'judge') parts.judge.push(lesson);
    else parts[part].push(study(shipped, lesson));
  }
  const from = Float32Array.from(shippedModel.weights, (level) => level * shippedModel.level);
  const learned = quantise(yield* trainWeights(parts.learn.map(exampleOf), seed, from));
  const taught = taughtWith(shippedModel.taught, parts.learn);
  const half: Model = { ...shippedModel, ...learned, taught };
  const model = { ...half, fusion: fitFusion(casesOf(half, parts.fuse), shippedModel.fusion, HOLD) };
  yield;
  const report = {
    learned: parts.learn.length,
    fused: parts.fuse.length,
    judged: parts.judge.length,
    corrected: lessons.filter(({ corrected }) => corrected).length,
    before: yield* judge(shipped.with(inForce), parts.judge),
    after: yield* judge(shipped.with(model), parts.judge)
  };
  return { model, report };
}

/**
 * A new model is adopted when it is right at least as often on the texts that neither has learned from, and finds clearly
 * less of neither the praise nor the blame: a company of content customers must not unlearn to hear the others.
 */
export function isNoWorse({ before, after }: TeachingReport): boolean {
  if (after.n === 0 || after.right < before.right) return false;
  const [old, now] = [before, after].map(({ languages }) => sumOf(Object.values(languages)));
  return (['positive', 'negative'] as const).every((label) => {
    const was = foundOf(old!, label);
    const share = proportion(foundOf(now!, label));
    return share === null || share.high >= was.hits / was.n;
  });
}

/** Which part a text always falls into. */
export function partOf(text: string): (typeof PARTS)[number] {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return PARTS[(Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8) % PARTS.length]!;
}

/** How the fusion sees lessons that the weights have not learned from. */
export function casesOf(model: Model, lessons: readonly Studied[]): Case[] {
  return lessons.map((lesson) => ({
    signals: signalsOf(lesson.reading, learnedMargin(model, lesson.language, lesson.features)),
    label: lesson.label
  }));
}

export function taughtWith(before: Model['taught'], lessons: readonly Lesson[]): Model['taught'] {
  const taught = { ...before };
  for (const { language } of lessons) taught[language] = (taught[language] ?? 0) + 1;
  return taught;
}
