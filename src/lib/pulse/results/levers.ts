import { change } from '../../statistics/change';
import { judge, type Judged } from '../../statistics/comparisons';
import { Z95, type Estimate } from '../../statistics/estimate';
import { twoSidedP } from '../../statistics/normal';
import type { Difference } from '../../statistics/proportion';
import { daysBetween } from '../../verbatims/period';
import type { Measure, ReportedWave } from './measure';
import { LEVERS, type Lever } from '../question';
import { together } from '../score';

/** How a lever moved, the same questions compared with themselves. */
export interface LeverChange extends Judged {
  /** How many questions were compared. */
  questions: number;
  /** The days of the waves they were asked in before and last, first and last of each: YYYY-MM-DD. */
  before: [string, string];
  now: [string, string];
}

export interface LeverFigures {
  lever: Lever;
  /** Whether any of its questions was asked within the year. */
  asked: boolean;
  /** null where nothing of it could be published. */
  score: Estimate | null;
  /** The company's, on the same questions of the same waves. */
  company: Estimate | null;
  /** Against the company, of which the team is a part: so the interval is wider than it need be. */
  gap: Judged | null;
  change: LeverChange | null;
  /** The questions behind the score. */
  questions: { id: string; text_fr: string; text_en: string; isDigital: boolean; day: string }[];
}

export interface Levers {
  levers: LeverFigures[];
  /** How many changes, and how many gaps to the company, were looked at at once. */
  changes: number;
  gaps: number;
  /** EX: all questions of all levers together. */
  ex: Estimate | null;
  exOfCompany: Estimate | null;
}

/** An answer older than this says how it was, not how it is. */
const DAYS_FRESH = 365;

/**
 * The levers as they stand at a wave: each question by the last time it was published within a year, the questions of a
 * lever together. A change is called one when its interval leaves out zero and it survives the comparison of all
 * levers at once; a gap to the company likewise.
 */
export function leversOf(measures: readonly Measure[], at: ReportedWave): Levers {
  const agreement = measures.filter(({ question }) => question.lever !== null);
  const recent = agreement.filter(({ wave }) => daysBetween(wave.day, at.day) <= DAYS_FRESH);
  const drafts = LEVERS.map((lever) => {
    const asked = recent.filter(({ question }) => question.lever === lever);
    const latest = latestOf(asked);
    return {
      lever,
      asked: asked.length > 0,
      ...scoresOf(latest, asked),
      change: changeOf(latest, agreement),
      questions: latest.map(({ question: { id, text_fr, text_en, battery }, wave }) => ({
        id,
        text_fr,
        text_en,
        isDigital: battery === 'digital',
        day: wave.day
      }))
    };
  });
  const changes = judge(drafts.map((draft) => draft.change));
  const gaps = judge(drafts.map(({ score, company }) => (score && company ? change(score, company) : null)));
  const all = scoresOf(latestOf(recent), recent);
  return {
    levers: drafts.map((draft, i) => ({ ...draft, change: changes[i] ?? null, gap: gaps[i] ?? null })),
    changes: changes.filter((judged) => judged !== null).length,
    gaps: gaps.filter((judged) => judged !== null).length,
    ex: all.score,
    exOfCompany: all.company
  };
}

/** Of each question, the last measure that was published. */
function latestOf(measures: readonly Measure[]): Measure[] {
  return lastOf(measures.filter(({ score }) => score !== null));
}

function lastOf(measures: readonly Measure[]): Measure[] {
  const last = new Map(measures.map((measure) => [measure.question.id, measure]));
  return [...last.values()].sort((a, b) => a.question.position - b.question.position);
}

/**
 * The company's is left out rather than made of other questions; where nothing of the team's is published, it is that
 * of all questions that were asked.
 */
function scoresOf(latest: readonly Measure[], asked: readonly Measure[]) {
  const base = latest.length > 0 ? latest : lastOf(asked);
  const companies = base.flatMap(({ company }) => company ?? []);
  return {
    score: together(latest.flatMap(({ score }) => score ?? [])),
    company: companies.length === base.length ? together(companies) : null
  };
}

/**
 * The mean of how the questions changed. The interval is the widest, as for their scores: what moves the answers to
 * one question may move those to all.
 */
function changeOf(latest: readonly Measure[], all: readonly Measure[]): Omit<LeverChange, 'called'> | null {
  const pairs = latest.flatMap((now) => {
    const earlier = all.filter(({ question, wave, score }) => {
      return score !== null && question.id === now.question.id && wave.day < now.wave.day;
    });
    const before = earlier.at(-1);
    return before ? [{ now, before, moved: change(now.score!, before.score!) }] : [];
  });
  if (pairs.length === 0) return null;
  const mean = (of: (moved: Difference) => number) =>
    pairs.reduce((sum, { moved }) => sum + of(moved), 0) / pairs.length;
  const [value, low, high] = [mean((by) => by.value), mean((by) => by.low), mean((by) => by.high)];
  const error = (value > 0 ? value - low : high - value) / Z95;
  return {
    value,
    low,
    high,
    p: error === 0 ? 1 : twoSidedP(value / error),
    questions: pairs.length,
    before: ends(pairs.map(({ before }) => before.wave.day)),
    now: ends(pairs.map(({ now }) => now.wave.day))
  };
}

function ends(days: string[]): [string, string] {
  const ascending = [...days].sort();
  return [ascending[0] ?? '', ascending.at(-1) ?? ''];
}
