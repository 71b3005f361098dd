import { integer, month, monthOnly } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages.js';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import { daysBetween } from '../../verbatims/period';
import type { Judged } from '../../statistics/comparisons';
import type { LeverFigures } from './levers';
import type { Measure } from './measure';
import { wording } from '../question';
import type { TeamReport } from './report';
import { amount, movedOf, points } from './sentence';
import type { TrendPoint } from './trend';
import { LEVER_NAMES, listed } from '../words';

/** The lines of the chart of levers; a lever that was not asked within the year has none. */
export function leverGroups(levers: LeverFigures[]) {
  return levers
    .filter(({ asked }) => asked)
    .map(({ lever, score, company, change, gap, questions }) => ({
      name: LEVER_NAMES[lever](),
      score,
      reference: company,
      moved: change?.called ? movedText(change) : '',
      change: change ? judgedText(change) : '',
      gap: gap ? judgedText(gap) : '',
      detail: questions.length > 0 ? madeOf(questions) : ''
    }));
}

/** What the levers show, in a sentence or three. */
export function leverSummary(report: TeamReport, company: string): string {
  const moved = movedOf(report).map(({ lever, change }) => `${LEVER_NAMES[lever]()} ${points(change.value)}`);
  const apart = report.levers.flatMap(({ lever, gap }) =>
    gap?.called ? [`${LEVER_NAMES[lever]()} ${points(gap.value)}`] : []
  );
  const changes = m.team_levers_compared({ count: report.changes, text: integer(report.changes) });
  const gaps = m.team_levers_compared({ count: report.gaps, text: integer(report.gaps) });
  const missing = report.levers.filter(({ asked }) => !asked).map(({ lever }) => LEVER_NAMES[lever]());
  return [
    report.changes === 0
      ? m.team_sum_no_change_yet()
      : moved.length > 0
        ? m.team_sum_changes({ changes: listed(moved), among: changes })
        : m.team_sum_steady({ among: changes }),
    report.gaps === 0
      ? ''
      : apart.length > 0
        ? m.team_sum_gaps({ company, gaps: listed(apart), among: gaps })
        : m.team_sum_no_gap({ company, among: gaps }),
    missing.length > 0 ? m.team_sum_not_asked({ levers: listed(missing) }) : ''
  ]
    .filter(Boolean)
    .join(' ');
}

/** The moments of the chart of waves. */
export function trendMoments(trend: TrendPoint[]) {
  return trend.map(({ wave, score, company, questions, isDigital }) => ({
    day: wave.day,
    name: isDigital ? m.team_digital_wave({ name: wave.name }) : wave.name,
    score,
    reference: company,
    questions
  }));
}

/** What the waves show, in a sentence. */
export function trendSummary(trend: TrendPoint[], isCompany: boolean): string {
  const told = trend.flatMap(({ wave, score }) => (score ? [{ wave, score }] : []));
  const [first, last] = [told[0], told.at(-1)];
  const range =
    !first || !last
      ? m.team_sum_trend_none()
      : told.length === 1
        ? m.team_sum_trend_one({ score: integer(last.score.value), when: month(last.wave.day) })
        : m.team_sum_trend({
            first: integer(first.score.value),
            since: month(first.wave.day),
            last: integer(last.score.value),
            until: month(last.wave.day)
          });
  const hatched = told.length < trend.length ? m.team_sum_trend_withheld() : '';
  const caution = isCompany ? m.team_sum_trend_other_questions() : m.team_sum_trend_compare();
  return [range, told.length > 1 ? caution : '', hatched].filter(Boolean).join(' ');
}

/** The lines of the chart of answers. */
export function answeredQuestions(measures: Measure[]) {
  return measures.map(({ question, score, answers }) => ({
    name: wording(question, getLocale()),
    about: question.lever ? LEVER_NAMES[question.lever]() : '',
    score,
    answers
  }));
}

/** What is shown of the answers, and why some are not. */
export function answersSummary(measures: Measure[], k: number): string {
  const shown = measures.filter(({ answers }) => answers !== null).length;
  if (shown === 0) return m.team_sum_answers_none({ k: integer(k) });
  return shown === measures.length ? m.team_sum_answers() : m.team_sum_answers_some({ k: integer(k) });
}

/** "▲ +14 points (+5 à +23)" */
export function movedText({ value, low, high }: Judged): string {
  return `${value > 0 ? '▲' : '▼'} ${m.team_change_of({ points: points(value), low: amount(low), high: amount(high) })}`;
}

function judgedText(judged: Judged): string {
  const { value, low, high, called } = judged;
  const text = m.team_change_of({ points: points(value), low: amount(low), high: amount(high) });
  return called ? text : m.team_change_unsure({ change: text });
}

/** "3 questions, mars – nov. 2026, dont 1 numérique" */
function madeOf(questions: LeverFigures['questions']): string {
  const days = questions.map(({ day }) => day).sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const when =
    daysBetween(first, last) < 20
      ? month(last)
      : `${first.slice(0, 4) === last.slice(0, 4) ? monthOnly(first) : month(first)} – ${month(last)}`;
  const digital = questions.filter(({ isDigital }) => isDigital).length;
  const text = m.team_made_of({ count: questions.length, text: integer(questions.length), when });
  return digital > 0
    ? `${text}, ${m.team_made_of_digital({ count: digital, text: integer(digital) })}`
    : text;
}
