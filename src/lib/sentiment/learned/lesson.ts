import type { Engine, Reading } from '../engine';
import type { Label, Language } from '../sentiment';
import { featuresOf, type Features } from './features';
import type { Example } from './train';

/** A text whose sentiment is known. */
export interface Lesson {
  id: string;
  text: string;
  language: Language;
  label: Label;
  /** Whether a person said so; otherwise the rating did that came with the text. */
  corrected: boolean;
}

/** A lesson as the engine reads it. */
export interface Studied extends Lesson {
  reading: Reading;
  features: Features;
}

/** A person who has read the text says more than four ratings. */
const CORRECTED = 4;

/** Three stars of five are a poor sign of a neutral text. */
const MIDDLING = 0.5;

const TARGETS: Record<Label, number> = { positive: 1, neutral: 0.5, negative: 0 };

export function study(engine: Engine, lesson: Lesson): Studied {
  const reading = engine.read(lesson.text, lesson.language);
  return { ...lesson, reading, features: featuresOf(reading.scan) };
}

/** How much a lesson counts. */
function weightOf({ label, corrected }: Lesson): number {
  return corrected ? CORRECTED : label === 'neutral' ? MIDDLING : 1;
}

export function exampleOf(studied: Studied): Example {
  return { features: studied.features, target: TARGETS[studied.label], weight: weightOf(studied) };
}
