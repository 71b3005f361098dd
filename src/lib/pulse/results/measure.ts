import type { Estimate } from '../../statistics/estimate';
import type { Cell } from '../cell';
import type { Question } from '../question';
import { scoreOf } from '../score';

/** A published wave, as far as figures go. */
export interface ReportedWave {
  id: string;
  name: string;
  /** YYYY-MM-DD, when it closed. */
  day: string;
  /** How many people must stand behind a score, and behind a distribution. */
  k_score: number;
  k_distribution: number;
}

/** All a report is made of: published figures, and what was asked. */
export interface ReportMaterial {
  /** Id of the team the report is about. */
  team: string;
  /** Id of the topmost team, which all others are compared with. */
  company: string;
  /** Published waves that asked this team, in any order. */
  waves: readonly ReportedWave[];
  questions: readonly Question[];
  /** What each wave asked. */
  asked: readonly { wave_id: string; question_id: string }[];
  /** Of the team and of the company; cells of others are not read. */
  cells: readonly Cell[];
  participation: readonly { wave_id: string; team_id: string; percent: number }[];
  /** Id of the wave to report on; by default the last one. */
  at?: string | null;
}

/** What one wave found out about a team with one question. A figure that was withheld is null, and leaves no count. */
export interface Measure {
  wave: ReportedWave;
  question: Question;
  score: Estimate | null;
  /** The same for the company; null also where the team is the company. */
  company: Estimate | null;
  /** How many gave each answer, from the lowest. */
  answers: number[] | null;
}

/** Everything the waves up to one of them asked this team, the oldest first, in the order of the questions. */
export function measuresOf(material: ReportMaterial, until: ReportedWave): Measure[] {
  const { team, company, questions, cells, asked } = material;
  const cellOf = new Map(cells.map((cell) => [keyOf(cell.team_id, cell), cell]));
  const questionOf = new Map(questions.map((question) => [question.id, question]));
  return inOrder(material.waves)
    .filter(({ day }) => day <= until.day)
    .flatMap((wave) => {
      const now = asked.filter(({ wave_id }) => wave_id === wave.id);
      return now
        .flatMap(({ question_id }) => questionOf.get(question_id) ?? [])
        .sort((a, b) => a.position - b.position)
        .map((question) => {
          const key = { wave_id: wave.id, question_id: question.id };
          const own = cellOf.get(keyOf(team, key));
          const all = cellOf.get(keyOf(company, key));
          return {
            wave,
            question,
            score: own ? scoreOf(own, question.scale, all) : null,
            company: all && team !== company ? scoreOf(all, question.scale) : null,
            answers: own?.distribution ?? null
          };
        });
    });
}

/** The oldest first; two that closed on the same day by name, so that the order is always the same. */
export function inOrder(waves: readonly ReportedWave[]): ReportedWave[] {
  return [...waves].sort((a, b) => (a.day === b.day ? (a.name < b.name ? -1 : 1) : a.day < b.day ? -1 : 1));
}

function keyOf(team: string, { wave_id, question_id }: { wave_id: string; question_id: string }): string {
  return `${wave_id} ${question_id} ${team}`;
}
