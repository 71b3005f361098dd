import { isDay } from '$lib/verbatims/period';
import { CADENCES, shortestGap, type Cadence } from '../waves/calendar';
import { readName, readTerms, wholeNumber, type Problems, type Reading, type Terms } from './terms';

/** What an administrator decides of a plan. */
export interface PlanRow extends Terms {
  name: string;
  cadence: Cadence;
  battery: 'levers' | 'digital';
  /** From 1 to 10. */
  questions_per_wave: number;
  asks_recommendation: boolean;
  asks_perception: boolean;
  /** YYYY-MM-DD */
  next_on: string;
}

/** The plan a form begins with: the handbook's three questions, plus the recommendation. */
export function newPlan(today: string): PlanRow {
  return {
    name: '',
    cadence: 'monthly',
    battery: 'levers',
    questions_per_wave: 3,
    asks_recommendation: true,
    asks_perception: false,
    audience: null,
    open_days: 7,
    reminds: true,
    k_score: 5,
    k_distribution: 10,
    next_on: today
  };
}

/** @param today YYYY-MM-DD: no round is planned for a day that is over */
export function readPlan(form: FormData, today: string): Reading<PlanRow> {
  const problems: Problems = {};
  const name = readName(form, problems);
  const cadence = CADENCES.find((each) => each === form.get('cadence'));
  if (!cadence) problems.cadence = 'cadence_missing';
  const questions_per_wave = wholeNumber(form, 'questions_per_wave', 1, 10) ?? 0;
  if (!questions_per_wave) problems.questions_per_wave = 'per_wave_range';
  const terms = readTerms(form, problems);
  if (cadence && !problems.open_days && terms.open_days > shortestGap(cadence))
    problems.open_days = 'open_days_gap';
  const next_on = String(form.get('next_on') ?? '');
  if (!isDay(next_on)) problems.next_on = 'day_wrong';
  else if (next_on < today) problems.next_on = 'day_past';
  const row = {
    ...terms,
    name,
    cadence: cadence ?? 'monthly',
    battery: form.get('battery') === 'digital' ? ('digital' as const) : ('levers' as const),
    questions_per_wave,
    asks_recommendation: form.get('asks_recommendation') === 'on',
    asks_perception: form.get('asks_perception') === 'on',
    next_on
  };
  return { row, problems };
}
