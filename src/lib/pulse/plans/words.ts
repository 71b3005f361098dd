import { m } from '$lib/i18n/paraglide/messages';
import type { Cadence } from '../waves/calendar';
import type { QuestionProblem } from './question-form';
import type { Refusal } from './refused';
import type { State } from './state';
import type { Problem } from './terms';

export const STATE_NAMES: Record<State, () => string> = {
  planned: m.wave_state_planned,
  late: m.wave_state_late,
  missed: m.wave_state_missed,
  open: m.wave_state_open,
  closing: m.wave_state_closing,
  published: m.wave_state_published,
  cancelled: m.wave_state_cancelled
};

export const CADENCE_NAMES: Record<Cadence, () => string> = {
  weekly: m.plan_cadence_weekly,
  fortnightly: m.plan_cadence_fortnightly,
  monthly: m.plan_cadence_monthly,
  bimonthly: m.plan_cadence_bimonthly,
  quarterly: m.plan_cadence_quarterly
};

/** What to do about a field. */
export const PROBLEMS: Record<Problem, () => string> = {
  name_missing: m.wave_problem_name_missing,
  name_long: m.wave_problem_name_long,
  name_taken: m.wave_problem_name_taken,
  cadence_missing: m.wave_problem_cadence_missing,
  audience_missing: m.wave_problem_audience_missing,
  audience_small: m.wave_problem_audience_small,
  day_wrong: m.wave_problem_day_wrong,
  day_past: m.wave_problem_day_past,
  open_days_range: m.wave_problem_open_days_range,
  open_days_gap: m.wave_problem_open_days_gap,
  per_wave_range: m.wave_problem_per_wave_range,
  questions_missing: m.wave_problem_questions_missing,
  questions_many: m.wave_problem_questions_many,
  questions_gone: m.wave_problem_questions_gone,
  k_score_floor: m.wave_problem_k_score_floor,
  k_distribution_floor: m.wave_problem_k_distribution_floor,
  k_order: m.wave_problem_k_order
};

export const QUESTION_PROBLEMS: Record<QuestionProblem, () => string> = {
  text_fr: m.question_problem_text_fr,
  text_en: m.question_problem_text_en,
  text_long: m.question_problem_text_long,
  lever: m.question_problem_lever
};

export const REFUSALS: Record<Refusal, () => string> = {
  gone: m.wave_refused_gone,
  not_waiting: m.wave_refused_not_waiting,
  asks_nothing: m.wave_refused_asks_nothing,
  too_few: m.wave_refused_too_few,
  not_open: m.wave_refused_not_open,
  asked: m.wave_refused_asked,
  name_taken: m.wave_refused_name_taken
};

/** What was done, as an address tells it to the page it leads to. */
const DONE: Record<string, () => string> = {
  planned: m.wave_planned,
  changed: m.wave_changed,
  opened: m.wave_opened,
  dropped: m.wave_dropped,
  called_off: m.wave_called_off,
  plan_created: m.plan_created,
  plan_changed: m.plan_changed,
  plan_deleted: m.plan_deleted,
  question_added: m.question_added,
  question_changed: m.question_changed
};

export function doneWords(done: string | null): string | undefined {
  return done !== null && Object.hasOwn(DONE, done) ? DONE[done]?.() : undefined;
}
