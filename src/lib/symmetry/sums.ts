import { exOf, type PulseSums } from '$lib/pulse/score';
import type { Estimate } from '$lib/statistics/estimate';
import { sum, type Counts } from '$lib/verbatims/counts';
import type { Month, Span } from './month';

/** The sums behind every figure, of each team and month that has any. */
export interface Sums {
  /** Verbatims by id of the team that they are about, without those of teams below; '' for none. */
  cx: ReadonlyMap<string, ReadonlyMap<Month, Counts>>;
  /** What waves found, by id of the team with all below it. */
  ex: ReadonlyMap<string, ReadonlyMap<Month, PulseSums>>;
  /** When each closed month was closed, in ISO 8601; the others still move. */
  closed: ReadonlyMap<Month, string>;
  /** The questions that the whole company was asked in a month, each with its score there, from 0 to 100. */
  asked: ReadonlyMap<Month, readonly AskedQuestion[]>;
}

type AskedQuestion = [question: string, score: number];

/** What the database answers to `symmetry_months`. */
export interface SumsDocument {
  closed: Record<Month, string>;
  cx: Record<string, [Month, ...number[]][]>;
  ex: Record<string, [Month, ...number[]][]>;
  asked: Record<Month, AskedQuestion[]>;
}

export function readSums({ closed, cx, ex, asked }: SumsDocument): Sums {
  return {
    cx: new Map(Object.entries(cx).map(([team, rows]) => [team, new Map(rows.map(readCounts))])),
    ex: new Map(Object.entries(ex).map(([team, rows]) => [team, new Map(rows.map(readPulse))])),
    closed: new Map(Object.entries(closed)),
    asked: new Map(Object.entries(asked))
  };
}

/** What customers said in a span of months about these teams, in sums. */
export function customersIn(sums: Sums, teams: readonly string[], { since, until }: Span): Counts {
  const rows: Counts[] = [];
  for (const team of teams) rows.push(...within(sums.cx.get(team), since, until));
  return sum(rows);
}

/** EX of a team in a span of months; null while nothing of it was published. */
export function exIn(sums: Sums, team: string, { since, until }: Span): Estimate | null {
  const rows = within(sums.ex.get(team), since, until);
  if (rows.length === 0) return null;
  const total = (of: (row: PulseSums) => number) => rows.reduce((all, row) => all + of(row), 0);
  return exOf({
    n: Math.min(...rows.map(({ n }) => n)),
    questions: total(({ questions }) => questions),
    score_sum: total(({ score_sum }) => score_sum),
    error_sum: total(({ error_sum }) => error_sum)
  });
}

/**
 * How easy the questions of a span were to agree with, from 0 to 100: the mean of what each finds in the whole company
 * at any time. Waves take turns at asking, and what two spans asked may differ by more than what people felt. null where
 * no question went to everybody.
 */
export function easeIn({ asked }: Sums, { since, until }: Span): number | null {
  const usual = new Map<string, number[]>();
  for (const [question, score] of [...asked.values()].flat())
    usual.set(question, [...(usual.get(question) ?? []), score]);
  const questions = within(asked, since, until).flat();
  return questions.length === 0 ? null : mean(questions.map(([question]) => mean(usual.get(question) ?? [])));
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** The same sums with the customers of several teams as those of one, for who asks for them again and again. */
export function pooled({ cx, ...others }: Sums, teams: readonly string[], as: string): Sums {
  const months = new Map<Month, Counts[]>();
  for (const team of teams)
    for (const [month, counts] of cx.get(team) ?? []) {
      const others = months.get(month);
      if (others) others.push(counts);
      else months.set(month, [counts]);
    }
  return { cx: new Map([[as, new Map([...months].map(([month, all]) => [month, sum(all)]))]]), ...others };
}

/** The first and last month in which anything is known on either side; null when nothing is. */
export function extentOf({ cx, ex }: Sums): Span | null {
  let since: Month | null = null;
  let until: Month | null = null;
  for (const rows of [...cx.values(), ...ex.values()])
    for (const month of rows.keys()) {
      if (since === null || month < since) since = month;
      if (until === null || month > until) until = month;
    }
  return since && until ? { since, until } : null;
}

function within<Row>(rows: ReadonlyMap<Month, Row> | undefined, since: Month, until: Month): Row[] {
  const inside: Row[] = [];
  for (const [month, row] of rows ?? []) if (month >= since && month <= until) inside.push(row);
  return inside;
}

function readCounts(row: [Month, ...number[]]): [Month, Counts] {
  const [month, positive = 0, neutral = 0, negative = 0, rated = 0, rating_sum = 0, rating_squares = 0] = row;
  const [nps_rated = 0, promoters = 0, detractors = 0] = row.slice(7) as number[];
  const n = positive + neutral + negative;
  return [
    month,
    { n, positive, neutral, negative, rated, rating_sum, rating_squares, nps_rated, promoters, detractors }
  ];
}

function readPulse([month, n = 0, questions = 0, score_sum = 0, error_sum = 0]: [Month, ...number[]]): [
  Month,
  PulseSums
] {
  return [month, { n, questions, score_sum, error_sum }];
}
