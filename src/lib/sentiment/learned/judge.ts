import type { Engine } from '../engine';
import { LABELS, type Label, type Language } from '../sentiment';
import type { Lesson } from './lesson';

/** Texts by the label that is known and the label the engine gives. */
export type Confusion = Record<Label, Record<Label, number>>;

/** How an engine did on texts it has not learned from. */
export interface Judgement {
  /** Texts in all. */
  n: number;
  /** Those whose label is the known one. */
  right: number;
  languages: Partial<Record<Language, Confusion>>;
  /** Ids of texts whose label is not the known one, the surest mistakes first. */
  mistakes: string[];
}

const MISTAKES_KEPT = 50;

/** Texts that are tagged between two moments in which others may work. */
const BREATH = 200;

/** Tags each lesson by its text alone and counts; pauses now and then. */
export function* judge(engine: Engine, lessons: readonly Lesson[]): Generator<void, Judgement> {
  const languages: Judgement['languages'] = {};
  const mistakes: { id: string; confidence: number }[] = [];
  let right = 0;
  for (const [i, { id, text, language, label }] of lessons.entries()) {
    if (i % BREATH === BREATH - 1) yield;
    const found = engine.tag(text, language);
    const confusion = (languages[language] ??= emptyConfusion());
    confusion[label][found.label]++;
    if (found.label === label) right++;
    else mistakes.push({ id, confidence: found.confidence });
  }
  mistakes.sort((a, b) => b.confidence - a.confidence);
  return {
    n: lessons.length,
    right,
    languages,
    mistakes: mistakes.slice(0, MISTAKES_KEPT).map(({ id }) => id)
  };
}

function emptyConfusion(): Confusion {
  const row = () => Object.fromEntries(LABELS.map((label) => [label, 0])) as Record<Label, number>;
  return Object.fromEntries(LABELS.map((label) => [label, row()])) as Confusion;
}

/** The mean F1 of the three labels, [0, 1]; a label that is neither known nor given counts as 0. */
export function macroF1(confusion: Confusion): number {
  const scores = LABELS.map((label) => {
    const known = LABELS.reduce((sum, given) => sum + confusion[label][given], 0);
    const given = LABELS.reduce((sum, other) => sum + confusion[other][label], 0);
    return known + given === 0 ? 0 : (2 * confusion[label][label]) / (known + given);
  });
  return scores.reduce((sum, score) => sum + score, 0) / LABELS.length;
}
