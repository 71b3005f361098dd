import type { Engine } from '../engine';
import type { Language } from '../sentiment';
import { sumOf, type Confusion } from './confusion';
import type { Lesson } from './lesson';

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
    const confusion = (languages[language] ??= sumOf([]));
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
