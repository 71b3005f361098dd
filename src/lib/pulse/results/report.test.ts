import { describe, expect, it } from 'vitest';
import type { Cell } from '../cell';
import type { ReportedWave, ReportMaterial } from './measure';
import type { Question } from '../question';
import { reportOf, tellsSomething } from './report';

const TEAM = 'nantes';
const COMPANY = 'bellerive';

const wave = (id: string, day: string): ReportedWave => ({
  id,
  name: id,
  day,
  k_score: 5,
  k_distribution: 10
});
const MARCH = wave('march', '2026-03-10');
const JUNE = wave('june', '2026-06-10');
const NOVEMBER = wave('november', '2026-11-10');

let position = 0;
const question = (
  id: string,
  lever: Question['lever'],
  battery: Question['battery'] = 'levers'
): Question => ({
  id,
  slug: id,
  battery,
  lever,
  scale: lever === null ? 'recommendation' : 'agreement',
  text_fr: `${id} ?`,
  text_en: `${id}?`,
  position: (position += 1)
});
const DECIDE = question('decide', 'autonomy');
const PROPOSE = question('propose', 'autonomy');
const RHYTHM = question('rhythm', 'quality_of_work_life');
const EASE = question('ease', 'tools', 'digital');
const RECOMMEND = question('recommend', null, 'recommendation');
const QUESTIONS = [DECIDE, PROPOSE, RHYTHM, EASE, RECOMMEND];

/** A published cell whose answers are so many 1, 2, 3, 4 and 5. */
function cell(team: string, at: ReportedWave, of: Question, answers: number[]): Cell {
  const n = answers.reduce((sum, count) => sum + count, 0);
  const total = answers.reduce((sum, count, i) => sum + count * (i + 1), 0);
  const distribution = n >= 10 ? answers : null;
  return { wave_id: at.id, team_id: team, question_id: of.id, n, total, distribution };
}

function report(cells: Cell[], given: Partial<ReportMaterial> = {}) {
  const asked = [...new Set(cells.map(({ wave_id, question_id }) => `${wave_id} ${question_id}`))].map(
    (key) => {
      const [wave_id = '', question_id = ''] = key.split(' ');
      return { wave_id, question_id };
    }
  );
  return reportOf({
    team: TEAM,
    company: COMPANY,
    waves: [NOVEMBER, MARCH, JUNE],
    questions: QUESTIONS,
    asked,
    cells,
    participation: [],
    ...given
  });
}

const lever = (of: ReturnType<typeof report>, name: string) => of.levers.find((each) => each.lever === name)!;

describe('a lever', () => {
  it('has the score of its questions, each as it was last published', () => {
    const told = report([
      cell(TEAM, MARCH, DECIDE, [0, 0, 10, 0, 0]),
      cell(TEAM, JUNE, PROPOSE, [0, 0, 0, 0, 20]),
      cell(TEAM, NOVEMBER, DECIDE, [0, 0, 0, 12, 0])
    ]);
    expect(lever(told, 'autonomy').score).toMatchObject({ value: (75 + 100) / 2, n: 12 });
    expect(lever(told, 'autonomy').questions.map(({ id, day }) => [id, day])).toEqual([
      ['decide', '2026-11-10'],
      ['propose', '2026-06-10']
    ]);
    expect(told.ex?.value).toBe(87.5);
  });

  it('forgets what is older than a year', () => {
    const old = wave('old', '2025-11-09');
    const told = report(
      [cell(TEAM, old, DECIDE, [0, 0, 0, 0, 10]), cell(TEAM, NOVEMBER, RHYTHM, [0, 0, 10, 0, 0])],
      { waves: [old, NOVEMBER] }
    );
    expect(lever(told, 'autonomy')).toMatchObject({ asked: false, score: null });
    expect(told.ex?.value).toBe(50);
  });

  it('that was asked and withheld is asked, with nothing to show', () => {
    const asked = [{ wave_id: 'november', question_id: 'decide' }];
    const told = report([], { asked });
    expect(lever(told, 'autonomy')).toMatchObject({ asked: true, score: null, change: null, gap: null });
    expect(lever(told, 'culture').asked).toBe(false);
    expect(tellsSomething(told)).toBe(false);
  });

  it('says which of its questions are about software', () => {
    const told = report([cell(TEAM, NOVEMBER, EASE, [0, 0, 0, 10, 0])]);
    expect(lever(told, 'tools').questions).toMatchObject([{ id: 'ease', isDigital: true }]);
  });

  it('stands as it stood at the wave that is looked at', () => {
    const cells = [
      cell(TEAM, MARCH, DECIDE, [0, 0, 10, 0, 0]),
      cell(TEAM, NOVEMBER, DECIDE, [0, 0, 0, 0, 10])
    ];
    const told = report(cells, { at: 'june' });
    expect(told.wave?.id).toBe('june');
    expect(lever(told, 'autonomy').score?.value).toBe(50);
    expect(JSON.stringify(told.measures)).not.toContain('november');
  });
});

describe('a change', () => {
  const low = [10, 10, 0, 0, 0];
  const high = [0, 0, 0, 10, 10];

  it('compares the same question with itself, and is called one when it is', () => {
    const told = report([cell(TEAM, MARCH, DECIDE, low), cell(TEAM, NOVEMBER, DECIDE, high)]);
    expect(lever(told, 'autonomy').change).toMatchObject({
      value: 75,
      called: true,
      questions: 1,
      before: ['2026-03-10', '2026-03-10'],
      now: ['2026-11-10', '2026-11-10']
    });
    expect(told.changes).toBe(1);
  });

  it('is not told between different questions of a lever', () => {
    const told = report([cell(TEAM, MARCH, PROPOSE, low), cell(TEAM, NOVEMBER, DECIDE, high)]);
    expect(lever(told, 'autonomy').change).toBeNull();
    expect(told.changes).toBe(0);
  });

  it('goes back past a wave in which the question was withheld', () => {
    const asked = ['march', 'june', 'november'].map((wave_id) => ({ wave_id, question_id: 'decide' }));
    const told = report([cell(TEAM, MARCH, DECIDE, low), cell(TEAM, NOVEMBER, DECIDE, high)], { asked });
    expect(lever(told, 'autonomy').change?.before[0]).toBe('2026-03-10');
  });

  it('of several questions is their mean, with the interval of answers that go together', () => {
    const both = report([
      cell(TEAM, MARCH, DECIDE, low),
      cell(TEAM, MARCH, PROPOSE, high),
      cell(TEAM, NOVEMBER, DECIDE, high),
      cell(TEAM, NOVEMBER, PROPOSE, high)
    ]);
    const one = report([cell(TEAM, MARCH, DECIDE, low), cell(TEAM, NOVEMBER, DECIDE, high)]);
    const change = lever(both, 'autonomy').change!;
    const alone = lever(one, 'autonomy').change!;
    expect(change.value).toBe(37.5);
    expect(change.high - change.low).toBeGreaterThan((alone.high - alone.low) / Math.SQRT2);
  });

  it('that is one alone is none among the changes of six levers that chance explains', () => {
    const before = [1, 3, 6, 6, 4];
    const after = [0, 0, 4, 8, 8];
    const alone = report([cell(TEAM, MARCH, DECIDE, before), cell(TEAM, NOVEMBER, DECIDE, after)]);
    expect(lever(alone, 'autonomy').change?.called).toBe(true);

    const others = (['onboarding', 'training', 'culture', 'quality_of_work_life', 'tools'] as const).map(
      (name) => question(`of-${name}`, name)
    );
    const still = others.flatMap((of) => [cell(TEAM, MARCH, of, before), cell(TEAM, NOVEMBER, of, before)]);
    const among = report([cell(TEAM, MARCH, DECIDE, before), cell(TEAM, NOVEMBER, DECIDE, after), ...still], {
      questions: [...QUESTIONS, ...others]
    });
    expect(among.changes).toBe(6);
    expect(lever(among, 'autonomy').change).toMatchObject({ called: false });
    expect(lever(among, 'autonomy').change!.low).toBeGreaterThan(0);
  });
});

describe('the company beside a team', () => {
  it('answers the same questions of the same waves', () => {
    const told = report([
      cell(TEAM, MARCH, DECIDE, [0, 0, 10, 0, 0]),
      cell(COMPANY, MARCH, DECIDE, [0, 0, 0, 100, 0]),
      cell(COMPANY, NOVEMBER, RHYTHM, [100, 0, 0, 0, 0])
    ]);
    expect(lever(told, 'autonomy').company?.value).toBe(75);
    expect(told.exOfCompany?.value).toBe(75);
  });

  it('differs only where the interval of the difference leaves out zero', () => {
    const told = report([
      cell(TEAM, NOVEMBER, DECIDE, [0, 0, 2, 6, 6]),
      cell(COMPANY, NOVEMBER, DECIDE, [40, 40, 20, 10, 10]),
      cell(TEAM, NOVEMBER, RHYTHM, [2, 2, 4, 4, 2]),
      cell(COMPANY, NOVEMBER, RHYTHM, [20, 20, 40, 40, 20])
    ]);
    expect(lever(told, 'autonomy').gap?.called).toBe(true);
    expect(lever(told, 'quality_of_work_life').gap?.called).toBe(false);
    expect(told.gaps).toBe(2);
  });

  it('is not compared with itself', () => {
    const told = report([cell(COMPANY, NOVEMBER, DECIDE, [0, 0, 10, 0, 0])], { team: COMPANY });
    expect(told).toMatchObject({ isCompany: true, gaps: 0, exOfCompany: null });
    expect(lever(told, 'autonomy')).toMatchObject({ company: null, gap: null });
  });

  it('lends its spread to a cell too small to show its own', () => {
    const small = cell(TEAM, NOVEMBER, DECIDE, [0, 0, 6, 0, 0]);
    const alike = report([small, cell(COMPANY, NOVEMBER, DECIDE, [0, 1, 98, 1, 0])]);
    const apart = report([small, cell(COMPANY, NOVEMBER, DECIDE, [40, 10, 0, 10, 40])]);
    const width = (of: ReturnType<typeof report>) => of.ex!.high - of.ex!.low;
    expect(width(apart)).toBeGreaterThan(3 * width(alike));
    expect(apart.answers[0]?.answers).toBeNull();
  });
});

describe('the trend', () => {
  it('has a point for every wave, withheld ones too, beside the company on the same questions', () => {
    const asked = [
      { wave_id: 'march', question_id: 'decide' },
      { wave_id: 'march', question_id: 'rhythm' },
      { wave_id: 'june', question_id: 'propose' },
      { wave_id: 'november', question_id: 'recommend' }
    ];
    const cells = [
      cell(TEAM, MARCH, DECIDE, [0, 0, 0, 10, 0]),
      cell(COMPANY, MARCH, DECIDE, [0, 0, 100, 0, 0]),
      cell(COMPANY, MARCH, RHYTHM, [100, 0, 0, 0, 0]),
      cell(COMPANY, JUNE, PROPOSE, [0, 0, 0, 0, 100])
    ];
    const { trend } = report(cells, { asked });
    expect(trend.map((point) => [point.wave.id, point.score?.value, point.company?.value])).toEqual([
      ['march', 75, 50],
      ['june', undefined, 100]
    ]);
  });
});

describe('the recommendation', () => {
  const asked = ['june', 'november'].map((wave_id) => ({ wave_id, question_id: 'recommend' }));
  const published: Cell = {
    wave_id: 'june',
    team_id: TEAM,
    question_id: 'recommend',
    n: 12,
    total: 3,
    distribution: [0, 0, 0, 0, 0, 1, 1, 2, 3, 3, 2]
  };

  it('is the last that could be published', () => {
    const told = report([published], { asked });
    expect(told.recommendation).toMatchObject({ wave: { id: 'june' }, score: { n: 12 } });
    expect(told.recommendation?.score?.value).toBeCloseTo(25);
    expect(tellsSomething(told)).toBe(true);
  });

  it('is withheld where none could, and absent where none was asked', () => {
    expect(report([], { asked }).recommendation).toMatchObject({ score: null, answers: null });
    expect(report([cell(TEAM, JUNE, DECIDE, [0, 0, 10, 0, 0])]).recommendation).toBeNull();
  });
});

describe('what is believed of customers', () => {
  it('is a figure of its own, and counts for no lever, no EX and no trend', () => {
    const guess: Question = { ...question('guess', null, 'perception'), scale: 'guess' };
    const decide = cell(TEAM, NOVEMBER, DECIDE, [0, 0, 10, 0, 0]);
    const guessed = { ...decide, question_id: 'guess', total: 60, distribution: null };
    const questions = [...QUESTIONS, guess];
    const [without, told] = [report([decide]), report([decide, guessed], { questions })];
    const { measures, ...rest } = told;
    expect({ ...rest, measures: without.measures }).toEqual(without);
    expect(measures.find((each) => each.question.id === 'guess')?.score).toMatchObject({ value: 60, n: 10 });
  });
});

describe('a report', () => {
  it('of a team that no published wave asked has nothing to tell', () => {
    expect(report([], { waves: [] })).toMatchObject({
      wave: null,
      levers: [],
      trend: [],
      ex: null,
      measures: []
    });
  });

  it('reads no cell of another team', () => {
    const other = cell('rennes', NOVEMBER, DECIDE, [0, 0, 0, 0, 10]);
    expect(report([other]).ex).toBeNull();
    expect(JSON.stringify(report([other]))).not.toContain('rennes');
  });

  it('leaves no count of what was withheld', () => {
    const asked = [{ wave_id: 'november', question_id: 'decide' }];
    const [measure] = report([], { asked }).measures;
    expect(measure).toEqual({ wave: NOVEMBER, question: DECIDE, score: null, company: null, answers: null });
  });

  it('takes the participation of its own wave', () => {
    const participation = [
      { wave_id: 'june', team_id: TEAM, percent: 40 },
      { wave_id: 'november', team_id: TEAM, percent: 75 },
      { wave_id: 'november', team_id: COMPANY, percent: 60 }
    ];
    expect(report([], { participation })).toMatchObject({ participation: 75, participationOfCompany: 60 });
    expect(report([], { participation, at: 'march' }).participation).toBeNull();
  });
});
