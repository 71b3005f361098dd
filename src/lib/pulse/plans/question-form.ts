import { LEVERS, type Lever, type Question } from '../question';
import { line } from './terms';

/** What an administrator decides of a question. */
export type QuestionRow = Pick<Question, 'battery' | 'lever' | 'scale' | 'text_fr' | 'text_en'>;

export type QuestionProblem = 'text_fr' | 'text_en' | 'text_long' | 'lever';

/** Longer would not be read on a phone. */
export const LONGEST_QUESTION = 160;

/**
 * Reads `kind` (one of the sets), `lever`, `text_fr` and `text_en`. The scale follows from the kind: a recommendation and
 * a guess of customers' score go from 0 to 10 and belong to no lever, any other question asks for agreement.
 */
export function readQuestion(form: FormData): { row: QuestionRow; problems: QuestionProblem[] } {
  const battery = KINDS.find((kind) => kind === form.get('kind')) ?? 'levers';
  const scale = SCALES[battery];
  const chosen = LEVERS.find((each) => each === form.get('lever')) ?? null;
  const lever: Lever | null = scale === 'agreement' ? chosen : null;
  const [text_fr, text_en] = [line(form, 'text_fr'), line(form, 'text_en')];
  const problems: QuestionProblem[] = [];
  if (text_fr === '') problems.push('text_fr');
  if (text_en === '') problems.push('text_en');
  if (Math.max([...text_fr].length, [...text_en].length) > LONGEST_QUESTION) problems.push('text_long');
  if (scale === 'agreement' && !lever) problems.push('lever');
  return { row: { battery, lever, scale, text_fr, text_en }, problems };
}

const SCALES = {
  levers: 'agreement',
  digital: 'agreement',
  recommendation: 'recommendation',
  perception: 'guess'
} as const;
const KINDS = ['levers', 'digital', 'recommendation', 'perception'] as const;

/** A short name for a question, as `slug` of the table: "I am at ease here." -> "i-am-at-ease-here". */
export function slugOf(text: string, taken: ReadonlySet<string>): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const base = words.slice(0, 6).join('-') || 'question';
  let slug = base;
  for (let n = 2; taken.has(slug); n++) slug = `${base}-${n}`;
  return slug;
}

/** The question a form begins with. */
export function newQuestion(): QuestionRow {
  return { battery: 'levers', lever: null, scale: 'agreement', text_fr: '', text_en: '' };
}
