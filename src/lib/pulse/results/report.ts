import { daysBetween } from '../../verbatims/period';
import { leversOf, type Levers } from './levers';
import { inOrder, measuresOf, type Measure, type ReportedWave, type ReportMaterial } from './measure';
import { trendOf, type TrendPoint } from './trend';

/** All that is told of one team at one wave, made of published cells and nothing else. */
export interface TeamReport extends Levers {
  team: string;
  isCompany: boolean;
  /** null while no wave that asked this team is published. */
  wave: ReportedWave | null;
  /** All published waves that asked this team, the oldest first. */
  waves: ReportedWave[];
  trend: TrendPoint[];
  /** What this wave asked on the levers, question by question. */
  answers: Measure[];
  /** The last time within a year that the recommendation was asked, the published one where there is one. */
  recommendation: Measure | null;
  /** Of this wave, in percent, rounded to 5; null when withheld. */
  participation: number | null;
  participationOfCompany: number | null;
  /** Everything asked up to this wave, the oldest first: what the report is computed from. */
  measures: Measure[];
}

/** An answer older than this says how it was, not how it is. */
const DAYS_FRESH = 365;

/**
 * Turns published cells into everything that pages, charts and files tell of a team: the one place that does, so that
 * who wants to know what can be computed from them need look at nothing else. What was withheld comes out as null.
 *
 * @param material with cells of other teams, too, it tells no more
 */
export function reportOf(material: ReportMaterial): TeamReport {
  const waves = inOrder(material.waves);
  const wave = waves.find(({ id }) => id === material.at) ?? waves.at(-1) ?? null;
  const measures = wave ? measuresOf(material, wave) : [];
  const participationOf = (team: string) =>
    material.participation.find((row) => row.wave_id === wave?.id && row.team_id === team)?.percent ?? null;
  const isCompany = material.team === material.company;
  return {
    team: material.team,
    isCompany,
    wave,
    waves,
    ...(wave ? leversOf(measures, wave) : NO_LEVERS),
    trend: trendOf(measures),
    answers: measures.filter((each) => each.wave.id === wave?.id && each.question.lever !== null),
    recommendation: wave && recommendationOf(measures, wave),
    participation: participationOf(material.team),
    participationOfCompany: isCompany ? null : participationOf(material.company),
    measures
  };
}

/** Whether anything at all could be published of this team at this wave. */
export function tellsSomething({ ex, recommendation }: Pick<TeamReport, 'ex' | 'recommendation'>): boolean {
  return (ex ?? recommendation?.score ?? null) !== null;
}

const NO_LEVERS: Levers = { levers: [], changes: 0, gaps: 0, ex: null, exOfCompany: null };

function recommendationOf(measures: readonly Measure[], at: ReportedWave): Measure | null {
  const asked = measures.filter(({ question, wave }) => {
    return question.scale === 'recommendation' && daysBetween(wave.day, at.day) <= DAYS_FRESH;
  });
  return asked.findLast(({ score }) => score !== null) ?? asked.at(-1) ?? null;
}
