import { isDay } from '$lib/verbatims/period';
import { readName, readTerms, type Problems, type Reading, type Terms } from './terms';

/** What an administrator decides of a wave that no plan brings. */
export interface WaveRow extends Terms {
  name: string;
  /** YYYY-MM-DD */
  opens_on: string;
  /** Ids, in the order of the library. */
  questions: string[];
}

/** More would take longer than the minute that people are promised. */
const MOST_QUESTIONS = 12;

export function newWave(today: string): WaveRow {
  return {
    name: '',
    opens_on: today,
    questions: [],
    audience: null,
    open_days: 7,
    reminds: true,
    k_score: 5,
    k_distribution: 10
  };
}

/**
 * @param library ids of the questions that may be asked, in their order
 * @param today YYYY-MM-DD: no wave is planned for a day that is over
 */
export function readWave(form: FormData, library: readonly string[], today: string): Reading<WaveRow> {
  const problems: Problems = {};
  const name = readName(form, problems);
  const terms = readTerms(form, problems);
  const opens_on = String(form.get('opens_on') ?? '');
  if (!isDay(opens_on)) problems.opens_on = 'day_wrong';
  else if (opens_on < today) problems.opens_on = 'day_past';
  const chosen = new Set(form.getAll('question').map(String));
  const questions = library.filter((id) => chosen.has(id));
  if (questions.length < chosen.size) problems.questions = 'questions_gone';
  else if (questions.length === 0) problems.questions = 'questions_missing';
  else if (questions.length > MOST_QUESTIONS) problems.questions = 'questions_many';
  return { row: { ...terms, name, opens_on, questions }, problems };
}
