import type { Estimate } from '../../statistics/estimate';
import { proportion } from '../../statistics/proportion';
import { daysBetween } from '../../verbatims/period';
import type { Measure, ReportedWave } from './measure';
import type { Lever } from '../question';
import type { TeamReport } from './report';

/** A published figure of a team that a wall may show by itself, without names, counts of others or comments. */
export type Fact = {
  id: string;
  /** The first and the last day of the waves it comes from, YYYY-MM-DD. */
  days: [string, string];
} & (
  | {
      kind: 'question';
      text_fr: string;
      text_en: string;
      score: Estimate;
      /** Percent who gave 4 or 5; null where too few answered to tell how many gave what. */
      agree: Estimate | null;
    }
  | { kind: 'lever'; lever: Lever; score: Estimate; questions: number }
  | {
      kind: 'change';
      lever: Lever;
      value: number;
      low: number;
      high: number;
      /** The days of the waves it is compared with. */
      before: [string, string];
      /** How many levers were compared at once. */
      compared: number;
    }
  | { kind: 'recommendation'; score: Estimate }
  /** Rounded to 5. */
  | { kind: 'participation'; percent: number }
);

/** What is older is no news of how people are; a wall says nothing then. Days. */
export const FRESH = 120;

/**
 * What the last wave found out about a team, in the order in which a wall may tell it: changes that may be called so,
 * then questions and the other figures in turn. All of it, what is pleasant and what is not. No two facts of any teams
 * have the same id.
 *
 * @param report made of published cells: what was withheld is not in it
 * @param today YYYY-MM-DD
 */
export function factsOf(report: TeamReport, today: string): Fact[] {
  const { wave, team, isCompany } = report;
  if (!wave) return [];
  const questions = report.answers.flatMap((measure) => questionOf(measure) ?? []);
  const others = [...participationOf(report, wave), ...leversOf(report), ...recommendationOf(report)];
  const facts = [...changesOf(report), ...inTurn(questions, others)];
  const fresh = facts.filter(({ days }) => daysBetween(days[1], today) <= FRESH);
  return isCompany ? fresh : fresh.map((fact) => ({ ...fact, id: `${fact.id} ${team}` }));
}

function questionOf({ wave, question, score, answers }: Measure): Fact | null {
  if (!score) return null;
  const { id, text_fr, text_en } = question;
  return {
    kind: 'question',
    id: `question ${id} ${wave.id}`,
    days: [wave.day, wave.day],
    text_fr,
    text_en,
    score,
    agree: answers && agreeing(answers)
  };
}

/** Favourability, in percent: handbook, figures, 3. */
function agreeing(answers: number[]): Estimate | null {
  const n = answers.reduce((sum, count) => sum + count, 0);
  const share = proportion({ hits: (answers[3] ?? 0) + (answers[4] ?? 0), n });
  return share && { value: 100 * share.value, low: 100 * share.low, high: 100 * share.high, n };
}

function participationOf({ participation }: TeamReport, { id, day }: ReportedWave): Fact[] {
  if (participation === null) return [];
  return [{ kind: 'participation', id: `participation ${id}`, days: [day, day], percent: participation }];
}

function leversOf({ levers }: TeamReport): Fact[] {
  return levers.flatMap(({ lever, score, questions }): Fact[] => {
    const days = questions.map(({ day }) => day).sort();
    const [first, last] = [days[0], days.at(-1)];
    if (!score || !first || !last) return [];
    const id = `lever ${lever} ${last}`;
    return [{ kind: 'lever', id, days: [first, last], lever, score, questions: days.length }];
  });
}

function recommendationOf({ recommendation }: TeamReport): Fact[] {
  if (!recommendation?.score) return [];
  const { wave, score } = recommendation;
  return [{ kind: 'recommendation', id: `recommendation ${wave.id}`, days: [wave.day, wave.day], score }];
}

function changesOf({ levers, changes }: TeamReport): Fact[] {
  return levers.flatMap(({ lever, change }): Fact[] => {
    if (!change?.called) return [];
    const { value, low, high, before, now } = change;
    const id = `change ${lever} ${now[1]}`;
    return [{ kind: 'change', id, days: now, lever, value, low, high, before, compared: changes }];
  });
}

/** One of each by turns, until both are told. */
function inTurn(a: Fact[], b: Fact[]): Fact[] {
  return Array.from({ length: Math.max(a.length, b.length) }).flatMap((_, i) => [
    ...a.slice(i, i + 1),
    ...b.slice(i, i + 1)
  ]);
}
