import { toCsv } from '$lib/charts/csv';
import type { Column } from '$lib/charts/table';
import { spreadsheet } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages.js';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import type { Estimate } from '../../statistics/estimate';
import type { ReportedWave } from './measure';
import { wording, type Scale } from '../question';
import type { TeamReport } from './report';
import { LEVER_NAMES } from '../words';

/** One figure of a report. A withheld one has no score, no n and no interval. */
interface Figure {
  wave: ReportedWave | null;
  what: string;
  lever: string;
  question: string;
  score: Estimate | null;
  company: Estimate | null;
  percent: number | null;
}

/**
 * All figures of a report as one CSV file in the reader's language: first what the page shows of its wave, then every
 * question of every wave up to it. Figures that were withheld are empty.
 */
export async function csvOf(report: TeamReport, name: string): Promise<string> {
  const tenth = (value: number | undefined) => (value === undefined ? null : Math.round(10 * value) / 10);
  const columns: Column<Figure>[] = [
    { name: m.team_csv_team(), value: () => name },
    { name: m.team_csv_wave(), value: ({ wave }) => wave?.name ?? null },
    { name: m.team_csv_closed(), value: ({ wave }) => wave?.day ?? null },
    { name: m.team_csv_what(), value: ({ what }) => what },
    { name: m.team_csv_lever(), value: ({ lever }) => lever },
    { name: m.team_csv_question(), value: ({ question }) => question },
    { name: m.chart_n(), value: ({ score }) => score?.n ?? null },
    { name: m.team_csv_score(), value: ({ score, percent }) => percent ?? tenth(score?.value) },
    { name: m.chart_low(), value: ({ score }) => tenth(score?.low) },
    { name: m.chart_high(), value: ({ score }) => tenth(score?.high) },
    { name: m.team_csv_company(), value: ({ company }) => tenth(company?.value) },
    { name: m.team_csv_company_low(), value: ({ company }) => tenth(company?.low) },
    { name: m.team_csv_company_high(), value: ({ company }) => tenth(company?.high) }
  ];
  return toCsv(columns, figuresOf(report), spreadsheet());
}

/** What a single question yields, by its scale. */
const WHAT: Record<Scale, () => string> = {
  agreement: m.team_question,
  recommendation: m.team_enps,
  guess: m.question_perception
};

function figuresOf(report: TeamReport): Figure[] {
  if (!report.wave) return [];
  const blank = { wave: report.wave, lever: '', question: '', score: null, company: null, percent: null };
  return [
    { ...blank, what: m.team_participation(), percent: report.participation },
    { ...blank, what: m.team_ex(), score: report.ex, company: report.exOfCompany },
    ...report.levers
      .filter(({ asked }) => asked)
      .map(({ lever, score, company }) => ({
        ...blank,
        what: m.team_lever(),
        lever: LEVER_NAMES[lever](),
        score,
        company
      })),
    ...report.measures.map(({ wave, question, score, company }) => ({
      ...blank,
      wave,
      what: WHAT[question.scale](),
      lever: question.lever ? LEVER_NAMES[question.lever]() : '',
      question: wording(question, getLocale()),
      score,
      company
    }))
  ];
}
