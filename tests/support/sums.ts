import type { PulseSums } from '../../src/lib/pulse/score';
import { TEAMS } from '../../src/lib/demo/company';
import type { Month } from '../../src/lib/symmetry/month';
import type { Sums } from '../../src/lib/symmetry/sums';
import { NOTHING, type Counts } from '../../src/lib/verbatims/counts';

/** The teams of Maison Bellerive, each with its slug for an id. */
export const BELLERIVE = TEAMS.map(({ slug, name, parent }) => ({
  id: slug,
  parent_id: parent,
  slug,
  name
}));

/** So many verbatims with a rating each: half of them so many points above this mean, half below. */
export function rated(n: number, mean: number, spread = 20): Counts {
  const positive = Math.round((n * mean) / 100);
  return {
    ...NOTHING,
    n,
    positive,
    negative: n - positive,
    rated: n,
    rating_sum: n * mean,
    rating_squares: n * (mean ** 2 + spread ** 2)
  };
}

/** So many verbatims without a rating. */
export function unrated(positive: number, neutral: number, negative: number): Counts {
  return { ...NOTHING, n: positive + neutral + negative, positive, neutral, negative };
}

/** What waves found of so many people: questions with this score each, and the error that their number makes. */
export function asked(n: number, score: number, questions = 3): PulseSums {
  return { n, questions, score_sum: questions * score, error_sum: (questions * 25) / Math.sqrt(n) };
}

/** Sums by the slug of a team and the month; a month is closed where it is said to be. */
export function sumsOf(
  cx: Record<string, Record<Month, Counts>>,
  ex: Record<string, Record<Month, PulseSums>> = {},
  closed: Month[] = []
): Sums {
  const byTeam = <Row>(teams: Record<string, Record<Month, Row>>) =>
    new Map(Object.entries(teams).map(([team, months]) => [team, new Map(Object.entries(months))]));
  return {
    cx: byTeam(cx),
    ex: byTeam(ex),
    closed: new Map(closed.map((month) => [month, `${month}-28T00:00:00Z`])),
    // Everybody is asked the same thing each month, unless a test says otherwise.
    asked: new Map(
      Object.values(ex).flatMap((months) => Object.keys(months).map((month) => [month, [['welcome', 60]]]))
    )
  };
}
