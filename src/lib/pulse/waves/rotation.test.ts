import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, nextOpening, type Cadence } from './calendar';
import { LEVERS } from '../question';
import { nextQuestions, type Askable, type EarlierWave, type Request } from './rotation';

const LIBRARY: Askable[] = [
  ...Array.from({ length: 18 }, (_, i) => ({
    id: `q${String(i + 1).padStart(2, '0')}`,
    battery: 'levers' as const,
    lever: LEVERS[i % 6] ?? null,
    position: i + 1,
    retired_at: null
  })),
  { id: 'enps', battery: 'recommendation', lever: null, position: 19, retired_at: null },
  { id: 'guess', battery: 'perception', lever: null, position: 22, retired_at: null },
  { id: 'd1', battery: 'digital', lever: 'tools', position: 20, retired_at: null },
  { id: 'd2', battery: 'digital', lever: 'training', position: 21, retired_at: null }
];
const PLAN: Request = {
  battery: 'levers',
  questions_per_wave: 3,
  asks_recommendation: false,
  asks_perception: false
};
const leverOf = (id: string) => LIBRARY.find((each) => each.id === id)?.lever;

/** The waves of a plan, one after the other, each with what came before it. */
function run(library: Askable[], counts: number[], plan: Partial<Request>, cadence: Cadence = 'monthly') {
  const waves: EarlierWave[] = [];
  let day = '2026-01-31';
  for (const questions_per_wave of counts) {
    const questions = nextQuestions(library, waves, { ...PLAN, ...plan, questions_per_wave }, day);
    waves.push({ questions, opens_on: day });
    day = nextOpening({ cadence, starts_on: '2026-01-31', next_on: day }, day);
  }
  return waves;
}

const counts = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 30 });

describe('the rotation', () => {
  test('asks every question once before any comes back, however many a wave asks', () => {
    fc.assert(
      fc.property(counts, (sizes) => {
        const times = new Map(LIBRARY.slice(0, 18).map(({ id }) => [id, 0]));
        for (const { questions } of run(LIBRARY, sizes, {})) {
          for (const id of questions) times.set(id, (times.get(id) ?? 0) + 1);
          const all = [...times.values()];
          expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1);
        }
      })
    );
  });

  test('asks as many as the plan says, none twice, as long as the library has them', () => {
    fc.assert(
      fc.property(counts, (sizes) => {
        run(LIBRARY, sizes, {}).forEach(({ questions }, i) => {
          expect(questions).toHaveLength(sizes[i]!);
          expect(new Set(questions).size).toBe(questions.length);
        });
      })
    );
    expect(run(LIBRARY, [10], { battery: 'digital' })[0]?.questions).toEqual(['d1', 'd2']);
  });

  test('gives six questions one lever each, wave after wave', () => {
    for (const { questions } of run(LIBRARY, [6, 6, 6, 6, 6], {}))
      expect(new Set(questions.map(leverOf)).size).toBe(6);
  });

  test('spreads three questions over three levers, and goes on with the other three', () => {
    const [first, second] = run(LIBRARY, [3, 3], {});
    expect(first?.questions).toEqual(['q01', 'q02', 'q03']);
    expect(second?.questions).toEqual(['q04', 'q05', 'q06']);
  });

  test('brings a new question next, and never one that was retired', () => {
    const waves = run(LIBRARY, [10, 10, 10], {});
    const added = { ...LIBRARY[0]!, id: 'new', position: 99 };
    const gone = new Set(['q07', 'q15']);
    const library = [...LIBRARY, added].map((each) =>
      gone.has(each.id) ? { ...each, retired_at: '2026-04-01' } : each
    );
    const next = nextQuestions(library, waves, { ...PLAN, questions_per_wave: 10 }, '2026-05-01');
    expect(next).toContain('new');
    expect(next.filter((id) => gone.has(id))).toEqual([]);
    expect(nextQuestions([], waves, PLAN, '2026-05-01')).toEqual([]);
  });

  test('asks a question that is back after years once a turn, like the others', () => {
    const retired = LIBRARY.map((each) => (each.id === 'q05' ? { ...each, retired_at: '2026-02-01' } : each));
    const waves = run(retired, [6, 6, 6, 6, 6, 6, 6, 6, 6], {});
    for (let round = 0; round < 3; round++) {
      const opens_on = `2027-0${round + 1}-01`;
      const plan = { ...PLAN, questions_per_wave: 6 };
      waves.push({ questions: nextQuestions(LIBRARY, waves, plan, opens_on), opens_on });
    }
    const asked = waves.slice(-3).flatMap(({ questions }) => questions);
    expect(asked.filter((id) => id === 'q05')).toHaveLength(1);
    expect(new Set(asked).size).toBe(18);
  });

  test('asks the recommendation at most every three months, also after months of different lengths', () => {
    const cadence = fc.constantFrom<Cadence>('weekly', 'fortnightly', 'monthly', 'bimonthly', 'quarterly');
    fc.assert(
      fc.property(cadence, counts, (rhythm, sizes) => {
        const waves = run(LIBRARY, sizes, { asks_recommendation: true }, rhythm);
        const days = waves.filter(({ questions }) => questions.includes('enps')).map((wave) => wave.opens_on);
        expect(days[0]).toBe('2026-01-31');
        for (let i = 1; i < days.length; i++) expect(addMonths(days[i - 1]!, 3) <= days[i]!).toBe(true);
      })
    );
    const monthly = run(LIBRARY, [3, 3, 3, 3, 3, 3, 3], { asks_recommendation: true });
    expect(monthly.map(({ questions }) => questions.at(-1) === 'enps')).toEqual([
      true,
      false,
      false,
      true,
      false,
      false,
      true
    ]);
  });

  test('asks what is believed of customers twice a year, last of all and on top', () => {
    const both = { asks_recommendation: true, asks_perception: true };
    const waves = run(
      LIBRARY,
      Array.from({ length: 14 }, () => 3),
      both
    );
    expect(waves[0]?.questions).toEqual(['q01', 'q02', 'q03', 'enps', 'guess']);
    const asking = waves.flatMap(({ questions }, i) => (questions.includes('guess') ? [i] : []));
    expect(asking).toEqual([0, 6, 12]);
    for (const i of asking) expect(waves[i]?.questions.at(-1)).toBe('guess');
  });

  test('asks nothing on top of a plan that does not want it', () => {
    const asked = run(LIBRARY, [10, 10], {}).flatMap(({ questions }) => questions);
    expect(asked).not.toContain('enps');
    expect(asked).not.toContain('guess');
  });
});
