import type { TeamReport } from '$lib/pulse/results/report';
import type { Estimate } from '$lib/statistics/estimate';
import { nps } from '$lib/statistics/nps';
import { proportion } from '$lib/statistics/proportion';
import type { Counts } from '$lib/verbatims/counts';
import { experienceOf, kindOf } from '$lib/verbatims/experience';
import type { Figure } from './figures';
import { ENOUGH } from './period';

/** Whose figures they are: the name of a team, null for the company. */
type Team = Figure['team'];

/** Negatives of a span of days, and how many of them somebody answered or took. */
export interface Negatives {
  n: number;
  answered: number;
}

/**
 * The customers' figures; none of fewer than 20, of which an NPS is uncertain by 34 points either way and a share by 20.
 *
 * @param days the first and the last that count, YYYY-MM-DD
 */
export function customersFigures(
  counts: Counts,
  { n, answered }: Negatives,
  team: Team,
  days: [string, string]
): Figure[] {
  const about = { side: 'customers', team, days } as const;
  const kind = kindOf({ rated: counts.rated < ENOUGH ? 0 : counts.rated });
  const cx = experienceOf(counts, kind);
  const recommended = nps({
    promoters: counts.promoters,
    detractors: counts.detractors,
    n: counts.nps_rated
  });
  const share = proportion({ hits: answered, n });
  const measure = kind === 'rating' ? 'ratings' : 'sentiment';
  return [
    ...(isEnough(cx) ? [{ id: 'cx', kind: 'cx', score: cx, measure, ...about } as const] : []),
    ...(isEnough(recommended) ? [{ id: 'nps', kind: 'nps', score: recommended, ...about } as const] : []),
    ...(isEnough(share)
      ? [{ id: 'answered', kind: 'answered', share: inPercent(share), ...about } as const]
      : [])
  ];
}

function isEnough(score: Estimate | null): score is Estimate {
  return score !== null && score.n >= ENOUGH;
}

function inPercent({ value, low, high, n }: Estimate): Estimate {
  return { value: 100 * value, low: 100 * low, high: 100 * high, n };
}

/** The employees' figures, from published cells alone: what was withheld is not there. */
export function employeesFigures(report: TeamReport, team: Team): Figure[] {
  const { wave, ex, levers, recommendation, participation } = report;
  if (!wave) return [];
  const about = { side: 'employees', team } as const;
  const asked = levers
    .flatMap(({ score, questions }) => (score ? questions.map(({ day }) => day) : []))
    .sort();
  const [first, last] = [asked[0], asked.at(-1)];
  const figures: Figure[] = [];
  if (ex && first && last) figures.push({ id: 'ex', kind: 'ex', score: ex, days: [first, last], ...about });
  if (recommendation?.score) {
    const { score, wave: at } = recommendation;
    figures.push({ id: 'enps', kind: 'enps', score, days: [at.day, at.day], ...about });
  }
  if (participation !== null) {
    const days: [string, string] = [wave.day, wave.day];
    figures.push({ id: 'participation', kind: 'participation', percent: participation, days, ...about });
  }
  return figures;
}
