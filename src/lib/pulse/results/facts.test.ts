import { describe, expect, it } from 'vitest';
import type { Cell } from '../cell';
import { factsOf, type Fact } from './facts';
import type { ReportedWave, ReportMaterial } from './measure';
import type { Question } from '../question';
import { reportOf } from './report';

const COMPANY = 'bellerive';
const TODAY = '2026-11-22';

const wave = (id: string, day: string): ReportedWave => ({
  id,
  name: id,
  day,
  k_score: 5,
  k_distribution: 10
});
const JULY = wave('july', '2026-07-27');
const OCTOBER = wave('october', '2026-10-27');
const WAVES = [JULY, OCTOBER];

const question = (id: string, lever: Question['lever'], position: number): Question => ({
  id,
  slug: id,
  battery: lever === null ? 'recommendation' : 'levers',
  lever,
  scale: lever === null ? 'recommendation' : 'agreement',
  text_fr: `${id}, en français`,
  text_en: `${id}, in English`,
  position
});
const DECIDE = question('decide', 'autonomy', 1);
const RHYTHM = question('rhythm', 'quality_of_work_life', 2);
const RECOMMEND = question('recommend', null, 3);
const QUESTIONS = [DECIDE, RHYTHM, RECOMMEND];

/** A published cell whose answers are so many 1, 2, 3, 4 and 5. */
function cell(at: ReportedWave, of: Question, answers: number[], team = COMPANY): Cell {
  const n = answers.reduce((sum, count) => sum + count, 0);
  const total = answers.reduce((sum, count, i) => sum + count * (i + 1), 0);
  return {
    wave_id: at.id,
    team_id: team,
    question_id: of.id,
    n,
    total,
    distribution: n < 10 ? null : answers
  };
}

function told(cells: Cell[], given: Partial<ReportMaterial> = {}, today = TODAY): Fact[] {
  const material = {
    team: COMPANY,
    company: COMPANY,
    waves: WAVES,
    questions: QUESTIONS,
    asked: WAVES.flatMap(({ id }) => QUESTIONS.map((of) => ({ wave_id: id, question_id: of.id }))),
    cells,
    participation: [],
    ...given
  };
  return factsOf(reportOf(material), today);
}

const kind = <K extends Fact['kind']>(facts: Fact[], wanted: K) =>
  facts.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === wanted);

describe('what a wall may tell of the pulse', () => {
  it('is how many agree with a statement, with the interval and n, from the answers of the last wave', () => {
    const [fact] = kind(told([cell(OCTOBER, DECIDE, [5, 5, 15, 50, 25])]), 'question');
    expect(fact).toMatchObject({ text_fr: 'decide, en français', days: [OCTOBER.day, OCTOBER.day] });
    // Wilson, 75 of 100: handbook, figures, 5.
    expect(fact!.agree!.value).toBeCloseTo(75);
    expect(fact!.agree!.low).toBeCloseTo(66, 0);
    expect(fact!.agree!.high).toBeCloseTo(82, 0);
    expect(fact!.agree!.n).toBe(100);
    expect(fact!.score.value).toBeCloseTo(71.25);
  });

  it('does not say how many agree where the distribution was withheld', () => {
    const [fact] = kind(told([cell(OCTOBER, DECIDE, [1, 1, 1, 2, 2])]), 'question');
    expect(fact!.agree).toBeNull();
    expect(fact!.score.n).toBe(7);
  });

  it('calls a change one only when it is, and says how many levers were compared', () => {
    const cells = [
      cell(JULY, DECIDE, [20, 30, 30, 15, 5]),
      cell(OCTOBER, DECIDE, [5, 10, 20, 40, 25]),
      cell(JULY, RHYTHM, [10, 20, 30, 30, 10]),
      cell(OCTOBER, RHYTHM, [10, 20, 29, 31, 10])
    ];
    const changes = kind(told(cells), 'change');
    expect(changes.map(({ lever, compared }) => [lever, compared])).toEqual([['autonomy', 2]]);
    expect(changes[0]!.low).toBeGreaterThan(0);
    expect(changes[0]).toMatchObject({ before: [JULY.day, JULY.day], days: [OCTOBER.day, OCTOBER.day] });
    expect(told(cells)[0]).toEqual(changes[0]);
  });

  it('is pleasant or not: every question, every lever and the participation have their turn', () => {
    const cells = [
      cell(OCTOBER, DECIDE, [0, 0, 5, 50, 45]),
      cell(OCTOBER, RHYTHM, [60, 30, 10, 0, 0]),
      {
        ...cell(OCTOBER, RECOMMEND, []),
        n: 100,
        total: -20,
        distribution: [40, 0, 0, 0, 0, 0, 0, 20, 20, 10, 10]
      }
    ];
    const facts = told(cells, { participation: [{ wave_id: OCTOBER.id, team_id: COMPANY, percent: 70 }] });
    expect(facts.map((fact) => fact.kind)).toEqual([
      'question',
      'participation',
      'question',
      'lever',
      'lever',
      'recommendation'
    ]);
    expect(kind(facts, 'question').map(({ agree }) => Math.round(agree!.value))).toEqual([95, 0]);
    expect(kind(facts, 'recommendation')[0]!.score.value).toBe(-20);
    expect(kind(facts, 'participation')[0]!.percent).toBe(70);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
  });

  it('is never of another team, whatever it is given', () => {
    const own = [cell(OCTOBER, DECIDE, [5, 5, 15, 50, 25])];
    const others = [
      cell(OCTOBER, DECIDE, [9, 0, 0, 0, 0], 'nantes'),
      cell(OCTOBER, RHYTHM, [0, 0, 0, 0, 9], 'lyon')
    ];
    expect(told([...own, ...others])).toEqual(told(own));
    expect(told(others.slice(1), { team: 'nantes' })).toEqual([]);
  });

  it('is of a team as of the company, under ids of its own, with what was withheld left out', () => {
    const participation = [
      { wave_id: OCTOBER.id, team_id: COMPANY, percent: 70 },
      { wave_id: OCTOBER.id, team_id: 'nantes', percent: 80 }
    ];
    const cells = [
      cell(OCTOBER, DECIDE, [5, 5, 15, 50, 25]),
      cell(OCTOBER, RHYTHM, [5, 5, 15, 50, 25]),
      cell(OCTOBER, DECIDE, [0, 1, 1, 3, 2], 'nantes')
    ];
    const company = told(cells, { participation });
    const team = told(cells, { participation, team: 'nantes' });
    expect(team.map((fact) => fact.kind)).toEqual(['question', 'participation', 'lever']);
    expect(kind(team, 'participation')[0]!.percent).toBe(80);
    expect(kind(team, 'question')[0]).toMatchObject({ text_en: 'decide, in English', agree: null });
    expect(kind(team, 'question')[0]!.score.n).toBe(7);
    const ids = [...company, ...team].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is nothing before the first publication, of what was withheld, and of what is months old', () => {
    const cells = [cell(OCTOBER, DECIDE, [5, 5, 15, 50, 25])];
    expect(told([], { waves: [] })).toEqual([]);
    expect(told([])).toEqual([]);
    expect(told(cells, {}, '2027-02-20')).not.toEqual([]);
    expect(told(cells, {}, '2027-03-20')).toEqual([]);
  });
});
