import { factsOf } from '../../src/lib/pulse/results/facts';
import type { ReportedWave } from '../../src/lib/pulse/results/measure';
import { OPTIONS, type Question, type Scale } from '../../src/lib/pulse/question';
import { reportOf, type TeamReport } from '../../src/lib/pulse/results/report';
import type { Equation } from './atoms';
import { K_DISTRIBUTION, K_SCORE, WAVE, worthOf, type Published } from './closing';
import type { Organisation } from './organisations';
import { groupsOf, type Reading, type Surface } from './surfaces';

const AT: ReportedWave = {
  id: WAVE,
  name: 'Mars',
  day: '2026-03-10',
  k_score: K_SCORE,
  k_distribution: K_DISTRIBUTION
};

/** A figure as a page prints it: how many answered, and their score. */
export interface Printed {
  question: string;
  team: string;
  n: number;
  score: number;
}

/** What the managers of all teams read on their pages, with the company beside it, laid side by side. */
export const reports: Reading = (organisation, published) =>
  surfacesOf('report', organisation, printedFor(organisation, published));

/** The scores that the pages of all these teams show; those of the company come again on each. */
export function printedFor(organisation: Organisation, published: Published): Printed[] {
  const company = companyOf(organisation);
  return organisation.teams.flatMap(({ id }) =>
    reportFor(organisation, published, id).measures.flatMap(({ question, score, company: beside }) => [
      ...(score ? [{ question: question.id, team: id, n: score.n, score: score.value }] : []),
      ...(beside ? [{ question: question.id, team: company, n: beside.n, score: beside.value }] : [])
    ])
  );
}

/** What everybody reads who passes by a wall, on the day the wave is published. */
export const walls: Reading = (organisation, published) => {
  const company = companyOf(organisation);
  const facts = factsOf(reportFor(organisation, published, company), AT.day);
  const printed = organisation.questions.flatMap(({ id, scale }) =>
    facts.flatMap((fact): Printed[] => {
      if (fact.kind !== 'recommendation' && fact.kind !== 'question') return [];
      const isAsked = fact.kind === 'question' ? fact.text_en === wordingOf(id) : scale === 'recommendation';
      return isAsked ? [{ question: id, team: company, n: fact.score.n, score: fact.score.value }] : [];
    })
  );
  return surfacesOf('wall', organisation, printed);
};

export function reportFor(organisation: Organisation, published: Published, team: string): TeamReport {
  const company = companyOf(organisation);
  return reportOf({
    team,
    company,
    waves: [AT],
    questions: organisation.questions.map(questionOf),
    asked: organisation.questions.map(({ id }) => ({ wave_id: WAVE, question_id: id })),
    cells: published.cells.filter(({ team_id }) => team_id === team || team_id === company),
    participation: published.participation
  });
}

/** The sum behind a printed score, which is exact: it is a whole number. */
export function sumOf(scale: Scale, { n, score }: Printed): number {
  if (scale === 'recommendation') return Math.round((n * score) / 100);
  const options = OPTIONS[scale];
  return Math.round(n * ((score / 100) * (options.length - 1) + options[0]!));
}

/** Turns printed scores back into sums, and says what the attacker is after. */
function surfacesOf(name: string, organisation: Organisation, printed: readonly Printed[]): Surface[] {
  return organisation.questions.map(({ id, scale }, question) => {
    const groups = groupsOf(organisation, ({ answers }) => answers[question] !== null);
    const sums = new Map(
      printed.filter((each) => each.question === id).map((each) => [each.team, sumOf(scale, each)])
    );
    return {
      ...groups.surface(name, `${id}: answers`, K_SCORE, ({ answers }) => worthOf(scale, answers[question]!)),
      equations: [...sums].map(([team, sum]): Equation => groups.equation(team, sum))
    };
  });
}

function companyOf({ teams }: Organisation): string {
  return teams.find(({ parent }) => parent === null)!.id;
}

function questionOf({ id, scale }: Organisation['questions'][number], position: number): Question {
  return {
    id,
    slug: id,
    battery: BATTERIES[scale],
    lever: scale === 'agreement' ? 'culture' : null,
    scale,
    text_fr: `${id} ?`,
    text_en: wordingOf(id),
    position
  };
}

const BATTERIES: Record<Scale, Question['battery']> = {
  agreement: 'levers',
  recommendation: 'recommendation',
  guess: 'perception'
};

function wordingOf(question: string): string {
  return `${question}?`;
}
