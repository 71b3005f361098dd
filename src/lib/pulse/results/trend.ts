import type { Estimate } from '../../statistics/estimate';
import type { Measure, ReportedWave } from './measure';
import { together } from '../score';

/** One wave in time: all it asked on the levers, together. */
export interface TrendPoint {
  wave: ReportedWave;
  /** null where nothing could be published. */
  score: Estimate | null;
  /** The company's, on the same questions. */
  company: Estimate | null;
  /** How many of its questions the figures are made of. */
  questions: number;
  isDigital: boolean;
}

/**
 * How each wave turned out. Waves ask different questions, so a point compares with the company's of the same wave,
 * which answered the same ones, rather than with the point before.
 */
export function trendOf(measures: readonly Measure[]): TrendPoint[] {
  const waves = new Map<string, Measure[]>();
  for (const measure of measures) {
    if (measure.question.lever === null) continue;
    waves.set(measure.wave.id, [...(waves.get(measure.wave.id) ?? []), measure]);
  }
  return [...waves.values()].map(pointOf);
}

function pointOf(measures: Measure[]): TrendPoint {
  const told = measures.filter(({ score }) => score !== null);
  const base = told.length > 0 ? told : measures;
  const companies = base.flatMap(({ company }) => company ?? []);
  return {
    wave: measures[0]!.wave,
    score: together(told.flatMap(({ score }) => score ?? [])),
    company: companies.length === base.length ? together(companies) : null,
    questions: told.length,
    isDigital: measures.every(({ question }) => question.battery === 'digital')
  };
}
